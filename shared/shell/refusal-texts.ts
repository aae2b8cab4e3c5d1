/**
 * Why a command was refused, in a sentence for the person who asked, by the id of the rule. A rule without a sentence gets the general
 * one of its sort; refusal-texts.test.ts names the rules in the code that still lack theirs.
 */
import type { Refusal } from '../domain/decision.ts';
import { shortDate, shortDateTime } from './format.ts';
import type { Language } from './http.ts';
import { callRefusals } from './refusals/call-refusals.ts';
import { examinationRefusals } from './refusals/examination-refusals.ts';
import { intakeRefusals } from './refusals/intake-refusals.ts';
import { mailRefusals } from './refusals/mail-refusals.ts';
import { postRefusals } from './refusals/post-refusals.ts';
import { reportRefusals } from './refusals/report-refusals.ts';
import { say, type SaidText } from './said-text.ts';

export const refusalTexts: Readonly<Record<string, SaidText>> = {
  ...intakeRefusals,
  ...examinationRefusals,
  ...postRefusals,
  ...mailRefusals,
  ...callRefusals,
  ...reportRefusals,
};

const general: Readonly<Record<Refusal['sort'], SaidText>> = {
  rule: { vi: 'Quy định không cho phép việc này.', en: 'A rule does not allow this.' },
  conflict: {
    vi: 'Hồ sơ đã chuyển sang bước khác, không làm được việc này nữa.',
    en: 'The dossier has moved on; this can no longer be done.',
  },
  forbidden: { vi: 'Ông/bà không được giao việc này.', en: 'You are not entrusted with this.' },
  invalid: { vi: 'Thông tin gửi lên không hợp lệ.', en: 'What was sent is not valid.' },
};

export function refusalText(refusal: Pick<Refusal, 'rule' | 'sort' | 'details'>, language: Language): string {
  const details = Object.entries(refusal.details ?? {}).map(([name, value]) => [name, readable(value)] as const);
  const said = say(refusalTexts[refusal.rule] ?? general[refusal.sort], language, Object.fromEntries(details));
  return said.includes('{') ? say(general[refusal.sort], language) : said;
}

/** Instants and days stand in details as the domain writes them. */
function readable(value: string | number): string | number {
  if (typeof value === 'number') return value;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return shortDateTime(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? shortDate(value) : value;
}
