import { applicantRows, complaintBlock, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** Dừng giải quyết. */
export const stopped = templateFor(['DossierStopped'], (event, facts) => ({
  subject: 'Hồ sơ dừng giải quyết: xem lý do',
  blocks: [
    text('Hồ sơ của ông/bà đã dừng giải quyết với lý do như sau:'),
    text(event.reason),
    applicantRows(facts),
    complaintBlock(facts),
    followLinks(facts),
  ],
  english: `Work on ${facts.code} was stopped; the reason is given above.`,
}));
