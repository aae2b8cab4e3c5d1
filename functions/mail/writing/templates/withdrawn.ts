import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inWords } from '../words.ts';

/** Rút hồ sơ. */
export const withdrawn = templateFor(['DossierWithdrawn'], (event, facts) => ({
  subject: 'Đã rút hồ sơ',
  blocks: [
    text(
      `Hồ sơ đã được rút theo yêu cầu của ông/bà lúc ${inWords(event.at)}. Bản chính đã nộp được trả lại tại ${facts.counter.vi}.`,
    ),
    text(`Nếu ông/bà không yêu cầu rút, xin báo ngay cho tổng đài ${facts.hotline}.`),
    applicantRows(facts),
    followLinks(facts),
  ],
  english: `Application ${facts.code} was withdrawn. If you did not ask for this, call ${facts.hotline}.`,
}));
