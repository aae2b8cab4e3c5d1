/**
 * Why a command was refused, in a sentence for the person who asked, by the id of the rule. A rule without a sentence gets the general
 * one of its sort; refusal-texts.test.ts names the rules of the domain that still lack theirs.
 */
import type { Refusal } from '../domain/decision.ts';
import type { Language } from './http.ts';
import { say, type SaidText } from './said-text.ts';

export const refusalTexts: Readonly<Record<string, SaidText>> = {};

const general: Readonly<Record<Refusal['sort'], SaidText>> = {
  rule: { vi: 'Quy định không cho phép việc này.', en: 'A rule does not allow this.' },
  conflict: {
    vi: 'Hồ sơ đã chuyển sang bước khác, không làm được việc này nữa.',
    en: 'The dossier has moved on; this can no longer be done.',
  },
  forbidden: { vi: 'Ông/bà không được giao việc này.', en: 'You are not entrusted with this.' },
  invalid: { vi: 'Thông tin gửi lên không hợp lệ.', en: 'What was sent is not valid.' },
};

export function refusalText(refusal: Refusal, language: Language): string {
  const said = say(refusalTexts[refusal.rule] ?? general[refusal.sort], language, refusal.details);
  return said.includes('{') ? say(general[refusal.sort], language) : said;
}
