import { applicantRows, complaintBlock, followLinks, whereReturned } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** There is a decision; the paper is still on its way to where it is returned. */
export const decided = templateFor(['DossierDecided'], ({ result }, facts) => {
  const granted = result.outcome === 'granted';
  return {
    subject: granted ? 'Hồ sơ đã có kết quả' : 'Hồ sơ không đủ điều kiện giải quyết: xem lý do',
    blocks: [
      text(
        granted
          ? 'Hồ sơ của ông/bà đã được giải quyết.'
          : 'Hồ sơ của ông/bà không đủ điều kiện giải quyết. Thông báo bằng văn bản được trả như một kết quả.',
      ),
      ...(result.reason === undefined ? [] : [text(`Lý do: ${result.reason}`)]),
      applicantRows(facts, [
        ['Số văn bản', result.resultNumber],
        ['Nhận kết quả', whereReturned(facts)],
      ]),
      text(
        facts.returnTo === 'deciding-agency'
          ? 'Ông/bà có thể đến nhận trong giờ làm việc.'
          : 'Xin chờ: ông/bà sẽ được báo khi kết quả đến nơi trả.',
      ),
      ...(granted ? [] : [complaintBlock(facts)]),
      followLinks(facts),
    ],
    english: granted
      ? `A decision was made on ${facts.code}: granted. You will be told when the result can be collected.`
      : `A decision was made on ${facts.code}: refused; the reason is given above. You have the right to complain.`,
  };
});
