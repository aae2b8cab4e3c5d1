import type { Fee, OfficeHours, Procedure } from '../catalogue.ts';
import { overlap } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { hoursWithin } from './hours-within.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/** Each version of a procedure by itself: its checklist, its process, its charges. */
export function checkProcedures(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return catalogue.procedures.flatMap((procedure) => {
    const path = `/procedures/${procedure.code}@${procedure.version}`;
    return [
      ...checkLists(procedure, path),
      ...checkPresence(procedure, path),
      ...checkLastStage(procedure, path),
      ...checkHours(procedure, path, catalogue),
      ...procedure.fees.flatMap((fee) => checkFee(fee, procedure, `${path}/fees/${fee.name}`)),
    ];
  });
}

function checkLists(procedure: Procedure, path: string): readonly CatalogueProblem[] {
  const lists: readonly (readonly [list: string, ids: readonly string[]])[] = [
    ['documents', procedure.documents.map(({ id }) => id)],
    ['stages', procedure.stages.flat().map(({ id }) => id)],
    ['channels', procedure.channels],
  ];
  return lists.flatMap(([list, ids]) => {
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
    if (ids.length > 0 && repeated === undefined) return [];
    const text =
      repeated === undefined
        ? { vi: 'Danh sách trống', en: 'is empty' }
        : { vi: `“${repeated}” lặp lại`, en: `"${repeated}" is repeated` };
    return [problem('procedure-list', `${path}/${list}`, text)];
  });
}

/** Presence in person closes the post (Decision 45/2016/QĐ-TTg art. 1.2) and filing online. */
function checkPresence(procedure: Procedure, path: string): readonly CatalogueProblem[] {
  if (procedure.presenceRequired === undefined || procedure.channels.every((channel) => channel === 'counter'))
    return [];
  const text = {
    vi: 'Phải có mặt nhưng vẫn mở kênh khác quầy',
    en: 'requires presence but is open to other channels than the counter',
  };
  return [problem('presence', `${path}/channels`, text)];
}

/** The last stage is the decision: one step, at the deciding level. */
function checkLastStage(procedure: Procedure, path: string): readonly CatalogueProblem[] {
  const last = procedure.stages.at(-1) ?? [];
  const decides =
    last.length === 1 && last[0]?.level === procedure.decidingLevel && last[0].unitKind === procedure.decidingUnitKind;
  if (decides && procedure.stages.every((stage) => stage.length > 0)) return [];
  const text = {
    vi: 'Giai đoạn cuối phải là đúng một bước của cơ quan có thẩm quyền, và không giai đoạn nào trống',
    en: 'the last stage must be exactly one step of the deciding unit, and no stage is empty',
  };
  return [problem('stages', `${path}/stages`, text)];
}

function checkHours(procedure: Procedure, path: string, catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const hours: readonly OfficeHours[] = catalogue.officeHours.filter((entry) => overlap(entry, procedure));
  const allowed = hoursWithin(procedure.timeLimit, hours, catalogue.limits.forwardCutOff);
  const needed = procedure.stages.reduce((sum, stage) => sum + Math.max(0, ...stage.map((step) => step.hours)), 0);
  if (needed <= allowed) return [];
  const text = {
    vi: `Các bước cần ${String(needed)} giờ, thời hạn chỉ có ${String(allowed)} giờ`,
    en: `the steps take ${String(needed)} hours, the time limit allows ${String(allowed)}`,
  };
  return [problem('stage-hours', `${path}/stages`, text)];
}

/** The national catalogue has fees of "100 VNĐ" and "45 VNĐ" that mean thousands; no public charge is below 1,000 đồng. */
function checkFee(fee: Fee, procedure: Procedure, path: string): readonly CatalogueProblem[] {
  if (!Number.isSafeInteger(fee.amount) || (fee.amount !== 0 && fee.amount < 1000)) {
    const text = {
      vi: `${String(fee.amount)} đồng: thiếu ba số không?`,
      en: `${String(fee.amount)} đồng: three zeros missing?`,
    };
    return [problem('fee', `${path}/amount`, text)];
  }
  if (overlap(fee, procedure)) return [];
  return [
    problem('fee', path, {
      vi: 'Không có hiệu lực cùng lúc với thủ tục',
      en: 'is never in force while the procedure is',
    }),
  ];
}
