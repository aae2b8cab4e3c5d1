import { shortDateTime } from '../../../../shared/shell/format.ts';
import { actionLinks, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** An officer's new work, complete enough to act on without another system. */
export const stepAssigned = templateFor(['StepAssigned'], (event, facts) => {
  const due = facts.stepDueAt(event.stepId) ?? facts.dueAt;
  return {
    subject: `Hồ sơ mới cần xử lý${due === undefined ? '' : `, hạn ${shortDateTime(due)}`}`,
    blocks: [
      text(`Ông/bà được giao xử lý hồ sơ ở bước “${facts.stepName(event.stepId).vi}”.`),
      officerRows(facts, [['Hạn xử lý bước này', due && inWords(due)]]),
      actionLinks(facts),
    ],
    english: `You were given the step “${facts.stepName(event.stepId).en}” of ${facts.code} (${facts.procedure.en})${due === undefined ? '' : `, due ${inEnglish(due)}`}.`,
  };
});

/** The same work, taken over from a colleague. */
export const stepHandedOver = templateFor(['StepHandedOver'], (event, facts) => {
  const due = facts.stepDueAt(event.stepId) ?? facts.dueAt;
  return {
    subject: `Hồ sơ được chuyển cho ông/bà xử lý${due === undefined ? '' : `, hạn ${shortDateTime(due)}`}`,
    blocks: [
      text(`Hồ sơ ở bước “${facts.stepName(event.stepId).vi}” được ${facts.staffName(event.from)} chuyển cho ông/bà.`),
      text(`Lý do: ${event.reason}`),
      officerRows(facts, [['Hạn xử lý bước này', due && inWords(due)]]),
      actionLinks(facts),
    ],
    english: `A step of ${facts.code} (${facts.procedure.en}) was handed over to you${due === undefined ? '' : `, due ${inEnglish(due)}`}.`,
  };
});

/** Nobody in the unit can take it: its head, and the head above, must. */
export const stepUnassignable = templateFor(['StepUnassignable'], (event, facts) => ({
  subject: 'Hồ sơ chưa có người xử lý',
  blocks: [
    text(
      `Hồ sơ ở bước “${facts.stepName(event.stepId).vi}” chưa phân công được cho ai: không có cán bộ nào có mặt. Đề nghị lãnh đạo phân công người xử lý.`,
    ),
    officerRows(facts),
    actionLinks(facts),
  ],
  english: `Nobody in the unit can take ${facts.code}; please give it to somebody.`,
}));
