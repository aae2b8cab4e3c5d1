import { applicantRows, complaintBlock, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** Refusal to take the dossier in (M03). */
export const refused = templateFor(['DossierRefused'], (event, facts) => ({
  subject: 'Hồ sơ không được tiếp nhận: xem lý do',
  blocks: [
    text(`${facts.counter.vi} không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`),
    text(event.reason),
    applicantRows(facts),
    complaintBlock(facts),
    followLinks(facts),
  ],
  english: `Your application ${facts.code} was not accepted; the reason is given above. You have the right to complain.`,
}));
