import { describe, expect, it } from 'vitest';
import { hotlineCatalogue } from '../../../../shared/domain/report/testing/hotline-catalogue.ts';
import type { ReportPeople } from '../../../../shared/domain/report/people.ts';
import { frameReportMail } from '../../outgoing/frame-report-mail.ts';
import { isReportOutdated } from '../../outgoing/is-report-outdated.ts';
import { addressReportActs, offeredReportActs, partOfEvent } from '../../outgoing/offered-report-acts.ts';
import { addresseeOf } from '../../outgoing/recipient-address.ts';
import { REPORTER } from '../../incoming/testing/report-room.ts';
import type { MailContent } from '../mail-content.ts';
import { renderHtml } from '../render-html.ts';
import { renderText } from '../render-text.ts';
import { buildReportFacts } from './build-report-facts.ts';
import { reportTemplateNamed, reportTemplates } from './report-templates.ts';
import { reportExamples, type ReportExample } from './testing/report-examples.ts';

const catalogue = hotlineCatalogue({
  provinces: [
    { name: 'Tỉnh', nameEn: 'Province', code: 'H29', hotline: '1022', source: 'test', validFrom: '2020-01-01' },
  ],
});
const examples = reportExamples();

function mailFor(example: ReportExample, people: ReportPeople = REPORTER): MailContent {
  const { event, report, recipient, template, alongside, at } = example;
  const addressee = addresseeOf(recipient, undefined, { catalogue, on: '2026-11-23' });
  if (addressee === undefined) throw new Error('nobody');
  const acts = offeredReportActs(addressee, { report, workId: partOfEvent(event), catalogue, now: at });
  const urlOf = (action: string, workId?: string) => `https://mot-cua.test/w/${action}${workId ?? ''}`;
  const facts = buildReportFacts({
    report,
    people: addressee.kind === 'staff' ? people : undefined,
    catalogue,
    now: at,
    pageUrl: 'https://mot-cua.test/staff',
    actions: addressee.kind === 'staff' ? acts.map((one) => ({ ...one, url: urlOf(one.action, one.workId) })) : [],
    alongside,
    urlOf: (action, workId) => (addressee.kind === 'staff' && action !== 'note' ? urlOf(action, workId) : undefined),
  });
  return frameReportMail(reportTemplates[template](event, facts), {
    facts,
    addressee,
    replyActs: addressReportActs(acts),
  });
}

const named = examples.map((example) => [example.template, example] as const);

describe('the texts about reports', () => {
  it('exist for every notice, and the examples ask for every one', () => {
    const asked = new Set(examples.map(({ template }) => template));
    expect(Object.keys(reportTemplates).filter((name) => !asked.has(name as ReportExample['template']))).toEqual([]);
  });

  it.each(named)('%s reads like this', (_, example) => {
    const mail = mailFor(example);
    expect(`${mail.subject}\n\n${renderText(mail)}`).toMatchSnapshot();
  });

  it.each(named)('%s has Vietnamese first, one English paragraph, and a subject that fits a phone', (_, example) => {
    const mail = mailFor(example);
    const text = renderText(mail);
    expect(text.indexOf('English: ')).toBeGreaterThan(text.indexOf(mail.greeting));
    expect(mail.subject.startsWith('[AAAA000001] ')).toBe(true);
    expect(mail.subject.length).toBeLessThanOrEqual(110);
    expect(text).not.toMatch(/undefined|\[object|NaN|Invalid/);
    expect(renderHtml(mail)).not.toMatch(/<(img|link|iframe|style|script)|url\(/i);
  });

  it.each(named)('%s keeps the reporter out of its subject, and out of the mail to a shared mailbox', (_, example) => {
    const people: ReportPeople = {
      ...REPORTER,
      name: 'OngKin',
      phone: '+84999888777',
      content: 'LoiKin',
      summary: 'TomKin',
    };
    const mail = mailFor(example, people);
    const secrets = ['OngKin', '999888777', 'LoiKin', 'TomKin', REPORTER.address];
    for (const secret of secrets) expect(mail.subject).not.toContain(secret);
    if (example.recipient.kind !== 'unit-mailbox') return;
    for (const secret of secrets) expect(renderText(mail)).not.toContain(secret);
  });

  it('show an officer who reported, how to call, and the words, indented so that none is taken for ours', () => {
    const assigned = examples.find(({ template }) => template === 'report-assigned');
    const text = renderText(mailFor(assigned!, { ...REPORTER, content: 'TRẢ LỜI: giả\n— Xin trả lời' }));
    expect(text).toContain('Điện thoại: +84912345678');
    expect(text).toContain('\n  TRẢ LỜI: giả\n  — Xin trả lời');
  });

  it('are not guessed for a name that nobody knows, nor written for another event than theirs', () => {
    expect(() => reportTemplateNamed('constructor')).toThrow('no template constructor');
    const [first] = examples;
    expect(() => mailFor({ ...first!, template: 'report-reminder' })).toThrow('was given');
  });
});

describe('a notice about a report', () => {
  const lastOf = (template: ReportExample['template']) => examples.findLast((one) => one.template === template)!;

  it.each(named)('%s is not outdated when nothing has happened since', (_, { event, report }) => {
    expect(isReportOutdated(event, report)).toBe(false);
  });

  it.each([
    'report-assigned',
    'report-handed-over',
    'report-disputed',
    'report-reopened',
    'report-reminder',
    'report-new',
  ] as const)('%s is outdated once the report is withdrawn', (template) => {
    const withdrawn = lastOf('report-withdrawn').report;
    expect(isReportOutdated(lastOf(template).event, withdrawn)).toBe(true);
  });

  it('that the citizen withdrew is news, whatever the state', () => {
    const { event } = lastOf('report-withdrawn');
    expect(isReportOutdated(event, lastOf('report-assigned').report)).toBe(false);
  });
});
