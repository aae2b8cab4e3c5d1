import { describe, expect, it } from 'vitest';
import type { ConversationEvent, LinkFailure, StandardAnswer } from '../../../shared/domain/conversation/events.ts';
import { DRAFT_FIELDS } from '../../../shared/domain/conversation/draft.ts';
import { readIntent } from '../../../shared/domain/conversation/read-intent.ts';
import { smsLetters } from '../../../shared/domain/delivery/sms-letters.ts';
import { smsSegments } from '../../../shared/domain/delivery/sms-segments.ts';
import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { hotlineCatalogue } from '../../../shared/domain/report/testing/hotline-catalogue.ts';
import {
  CITIZEN,
  filing,
  HOTLINE_WORKER,
  reportLife,
  triage,
} from '../../../shared/domain/report/testing/report-life.ts';
import type { ReportLife } from '../../../shared/domain/report/testing/report-life.ts';
import { callText } from './call-texts.ts';
import { conversationText, type ConversationFacts } from './conversation-texts.ts';
import type { MessageText } from './message-text.ts';
import type { ReportFacts } from './report-facts.ts';
import { reportText } from './report-texts.ts';
import { shortened, unprovenText } from './short-text.ts';

const LINK = 'https://mot-cua.test/1022/AAAA000001?k=k1.Hk3xw2mQ9d5J7fYb0sVtZA';
const AT = '2026-11-23T02:00:00.000Z';
const POLICY: HotlinePolicy = {
  ...hotlineCatalogue().hotline,
  emergencies: [
    { number: '113', name: 'Công an', nameEn: 'Police', phrases: [], source: 'test' },
    { number: '114', name: 'Chữa cháy', nameEn: 'Fire and rescue', phrases: [], source: 'test' },
    { number: '115', name: 'Cấp cứu', nameEn: 'Ambulance', phrases: [], source: 'test' },
  ],
};

function both({ headline, body }: MessageText): string {
  return [headline.vi, body.vi, '---', headline.en, body.en].join('\n');
}

type Step = readonly [command: ReportCommand, actor: Parameters<ReportLife['do']>[1]];
const TRIAGE: Step = [triage(), 'operator'];
const ANSWER: Step = [
  { type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá mặt đường ngày 23/11.' },
  'head-roads',
];

/** The text about the last event of this kind in a report that went so. */
function said(template: string, steps: readonly Step[], changes: Partial<ReportFacts> = {}): MessageText {
  const life = reportLife();
  life.do(filing(), HOTLINE_WORKER);
  for (const [command, actor] of steps) life.do(command, actor);
  const types: Readonly<Record<string, readonly string[]>> = {
    'report-filed': ['ReportFiled'],
    'report-assigned': ['ReportTriaged'],
    'report-reassigned': ['ReportTriaged', 'DisputeSettled'],
    'report-asked': ['ReporterAsked'],
    'report-rejected': ['ReportRejected'],
    'report-redirected': ['ReportRedirected'],
    'report-progress': ['ProgressReported'],
    'report-answered': ['ReportAnswered'],
    'report-reopened': ['ReportReopened'],
  };
  const event = changes.event ?? life.events.findLast(({ type }) => types[template]?.includes(type));
  if (event === undefined) throw new Error(`nothing to say ${template} about`);
  return reportText(template)({
    code: 'AAAA000001',
    report: life.report(),
    event,
    link: LINK,
    answersHere: true,
    hotline: '1022',
    policy: POLICY,
    unitNames: (ids) => ({ vi: ids.map((id) => `Đơn vị ${id}`).join(', '), en: ids.join(', ') }),
    ...changes,
  });
}

describe('texts to reporters', () => {
  it.each<readonly [string, readonly Step[]]>([
    ['report-filed', []],
    ['report-assigned', [TRIAGE]],
    ['report-reassigned', [TRIAGE, [triage({ units: ['water'], reason: 'Đường ống nước' }), 'operator']]],
    ['report-asked', [[{ type: 'AskReporter', question: 'Ổ gà ở gần số nhà nào?' }, 'operator']]],
    ['report-rejected', [[{ type: 'Reject', reason: 'repeated', text: 'Xem trả lời ngày 01/11.' }, 'operator']]],
    ['report-redirected', [[{ type: 'Redirect', to: 'complaint', text: 'Xin gửi đơn đến UBND phường.' }, 'operator']]],
    [
      'report-progress',
      [TRIAGE, [{ type: 'ReportProgress', workId: 'w1', text: 'Đã khảo sát hiện trường.' }, 'head-roads']],
    ],
    ['report-answered', [TRIAGE, ANSWER]],
    ['report-reopened', [TRIAGE, ANSWER, [{ type: 'Reopen' }, CITIZEN]]],
  ])('%s', (template, steps) => {
    const text = said(template, steps);
    expect(both(text)).toMatchSnapshot();
    // As SMS it is worth its price.
    expect(smsSegments(smsLetters(text.body.vi)).segments).toBeLessThanOrEqual(4);
    expect(smsLetters(text.body.vi)).toContain(LINK);
  });

  it('of a report that was merged promise the same news, and name nobody else’s', () => {
    const event = {
      type: 'ReportMerged',
      into: 'BBBB000002',
      subscribers: [],
      by: 'operator',
      at: AT,
      tell: [],
    } as const;
    const text = both(said('report-merged', [TRIAGE], { event }));
    expect(text).toMatchSnapshot();
    expect(text).not.toContain('BBBB000002');
  });

  it('redirected for danger names whom to call', () => {
    const text = said('report-redirected', [[{ type: 'Redirect', to: 'emergency', text: 'Gọi ngay.' }, 'operator']]);
    expect(text.body.vi).toContain('113 (Công an); 114 (Chữa cháy); 115 (Cấp cứu)');
  });

  it('ask for an answer where it can be given: here, or behind the link and by phone', () => {
    const answered = said('report-answered', [TRIAGE, ANSWER], { answersHere: false });
    expect(both(answered)).toMatchSnapshot();
    const asked = said('report-asked', [[{ type: 'AskReporter', question: 'Ở đâu?' }, 'operator']], {
      answersHere: false,
    });
    expect(asked.body.vi).toContain('hoặc gọi 1022');
    expect(said('report-filed', [], { answersHere: false }).body.vi).not.toContain('nhắn');
  });

  it('tell how to reopen in words that are understood, and only while it is possible', () => {
    const { body } = said('report-answered', [TRIAGE, ANSWER]);
    for (const text of [body.vi, body.en]) {
      const told = /"([^"]+)"/u.exec(text)?.[1] ?? '';
      expect(readIntent(told.replace('AAAA000001', '7K3M9PXW4C'))).toMatchObject({ kind: 'reopen' });
    }
    const last = said('report-answered', [TRIAGE, ANSWER], { policy: { ...POLICY, reopen: { days: 15, times: 0 } } });
    expect(last.body.vi).not.toContain('mở lại');
  });

  it('of a merged report neither ask for a rating nor offer to reopen what is not theirs', () => {
    const { body } = said('report-answered', [TRIAGE, ANSWER], { code: 'BBBB000002' });
    expect(body.vi).toContain('BBBB000002');
    expect(body.vi).not.toContain('AAAA000001 ');
    expect(body.vi).not.toMatch(/hài lòng|mở lại/u);
  });

  it('throw for an event that is not theirs', () => {
    expect(() =>
      said('report-filed', [], { event: { type: 'ReportNoted', text: '', by: 'operator', at: AT } }),
    ).toThrow();
    expect(() => reportText('constructor')).toThrow('no text');
  });
});

describe('texts in a conversation', () => {
  const facts = (event: ConversationEvent, changes: Partial<ConversationFacts> = {}): string =>
    both(conversationText({ event, template: '', policy: POLICY, hotline: '1022', ...changes }));

  it.each(DRAFT_FIELDS)('ask for %s, the second time with the way out', (field) => {
    expect(facts({ type: 'FieldAsked', field, times: 1, at: AT })).toMatchSnapshot();
    expect(facts({ type: 'FieldAsked', field, times: 2, at: AT })).toContain('"hủy"');
  });

  it.each<StandardAnswer>([
    'welcome',
    'flood',
    'sticker',
    'voice',
    'unknown-code',
    'nothing-to-rate',
    'nothing-to-reopen',
    'nothing-to-withdraw',
    'words-too-late',
    'other-language',
    'cancelled',
    'rated',
    'withdrawn',
  ])('answer %s', (answer) => {
    const text = facts({ type: 'Answered', with: answer, at: AT });
    expect(text).toMatchSnapshot();
    expect(text).not.toMatch(/[{}]/u);
  });

  it.each<ConversationEvent>([
    { type: 'EmergencyPointedOut', number: '114', at: AT },
    { type: 'DraftExpired', draftId: 'd', at: AT },
    { type: 'DraftCancelled', draftId: 'd', at: AT },
    { type: 'LinkProven', channel: 'sms', conversationId: 'sms-1', here: true, at: AT },
  ])('$type', (event) => {
    expect(facts(event)).toMatchSnapshot();
  });

  it('of proving another channel: the code there, where it went here', () => {
    const event = { type: 'LinkAsked', channel: 'sms', conversationId: 'sms-1', at: AT } as const;
    expect(facts(event, { template: 'link-code', linkCode: '012345' })).toMatchSnapshot();
    const here = facts(event, { template: 'link-sent', linkCode: '012345' });
    expect(here).toMatchSnapshot();
    expect(here).not.toContain('012345');
    expect(() => facts(event, { template: 'link-code' })).toThrow('missing');
  });

  it.each<LinkFailure>(['wrong-code', 'too-many-tries', 'expired', 'no-address', 'too-many-codes'])(
    'of a proof that failed: %s',
    (why) => {
      expect(facts({ type: 'LinkFailed', why, at: AT })).toMatchSnapshot();
    },
  );

  it('of progress: how far it is, and of an unknown code that there is none', () => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    const event = { type: 'ProgressAsked', reportId: 'AAAA000001', own: true, at: AT } as const;
    expect(facts(event, { asked: { report: life.report(), link: LINK } })).toMatchSnapshot();
    expect(facts(event)).toContain('Không tìm thấy');
  });

  it('are none for what needs no answer', () => {
    expect(() => facts({ type: 'DraftCompleted', draft: {} as never, reportId: 'R', at: AT })).toThrow(
      'DraftCompleted',
    );
  });
});

describe('short texts', () => {
  it('hold the code and where to look', () => {
    const page = 'https://mot-cua.test/1022/AAAA000001';
    const text = unprovenText({ code: 'AAAA000001', page, hotline: '1022' });
    expect(both(text)).toMatchSnapshot();
    expect(smsSegments(smsLetters(text.body.vi)).segments).toBe(1);
    const { vi } = shortened(said('report-answered', [TRIAGE, ANSWER]), LINK);
    expect(smsLetters(vi)).toBe(`Tong dai 1022: Phan anh AAAA000001 da co tra loi. Xem tai ${LINK}`);
    expect(smsSegments(smsLetters(vi)).segments).toBe(1);
  });

  it('to callers are in both languages and cost two segments at most', () => {
    const slot = { from: '2026-11-23T02:30:00.000Z', to: '2026-11-23T03:00:00.000Z' };
    const offer = { hotlineId: 'hotline', text: true };
    const page = 'https://mot-cua.test/1022';
    for (const event of [
      { type: 'CallOffered', callId: 'c1', offer: { ...offer, slot }, at: AT },
      { type: 'CallOffered', callId: 'c1', offer, at: AT },
      { type: 'CallBackMissed', callId: 'c1', by: 'operator', at: AT },
    ] as const) {
      const { body } = callText({ event, page, hotline: '1022' });
      expect(body.vi).toMatchSnapshot();
      expect(smsSegments(smsLetters(body.vi)).segments).toBeLessThanOrEqual(2);
    }
    expect(() => callText({ event: { type: 'CallEnded', callId: 'c1', at: AT }, page, hotline: '1022' })).toThrow();
  });
});
