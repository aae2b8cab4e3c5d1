import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** The applicant learns who took it: a proxy nobody authorised would show here. */
export const returned = templateFor(['ResultReturned'], (event, facts) => ({
  subject: 'Đã trả kết quả',
  blocks: [
    text(
      `Kết quả đã được trả ${event.by === 'post' ? 'qua bưu chính' : `tại ${facts.counter.vi}`} cho ${event.to === 'proxy' ? 'người được ủy quyền' : 'ông/bà'} lúc ${inWords(event.at)}.`,
    ),
    text(`Nếu không đúng, xin báo ngay cho tổng đài ${facts.hotline}.`),
    applicantRows(facts),
    followLinks(facts),
  ],
  english: `The result of ${facts.code} was handed over on ${inEnglish(event.at)}. If this is wrong, call ${facts.hotline}.`,
}));
