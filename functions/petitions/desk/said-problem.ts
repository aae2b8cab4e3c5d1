import type { HttpRequest, Problem } from '../../../shared/shell/http.ts';
import { answerProblem, type AnsweredProblem } from '../../../shared/shell/problem-table.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';

export interface SaidProblem {
  readonly text: SaidText;
  readonly status: number;
  readonly headers: AnsweredProblem['headers'];
}

/** What went wrong, in both languages at once, for a page that shows its form again. */
export function saidProblem(wrong: Problem, { requestId }: Pick<HttpRequest, 'requestId'>): SaidProblem {
  const vietnamese = answerProblem(wrong, { language: 'vi', requestId });
  const english = answerProblem(wrong, { language: 'en', requestId });
  return {
    text: { vi: vietnamese.document.detail, en: english.document.detail },
    status: vietnamese.document.status,
    headers: vietnamese.headers,
  };
}
