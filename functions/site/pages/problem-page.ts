/** What a problem type of the API means (RFC 9457: the `type` is an address that explains it). */
import { html } from '../../../shared/shell/html.ts';
import { page } from '../../../shared/shell/page.ts';
import type { ProblemRow } from '../../../shared/shell/problem-texts.ts';

export function problemPage(row: ProblemRow): string {
  return page({
    title: row.title.vi,
    body: html`<p>${row.detail.vi}</p><p lang="en"><strong>${row.title.en}.</strong> ${row.detail.en}</p><p>HTTP ${row.status}</p>`,
  });
}
