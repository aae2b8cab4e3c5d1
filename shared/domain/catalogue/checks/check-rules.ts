import { firstUncoveredDay } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/** Rules that stand by themselves: reception, portal statuses, reminders. */
export function checkRules(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return [...checkReception(catalogue), ...checkPortalStatuses(catalogue), ...checkReminders(catalogue)];
}

/** On every day some kind of counter receives each procedure (Decree 61/2018/NĐ-CP art. 14; Decree 118/2025/NĐ-CP art. 14). */
function checkReception(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return catalogue.procedures.flatMap((procedure) => {
    const rules = catalogue.reception.filter(({ decidingLevels }) => decidingLevels.includes(procedure.decidingLevel));
    const day = firstUncoveredDay(procedure, rules);
    if (day === undefined) return [];
    const text = { vi: `Không quầy nào tiếp nhận ngày ${day}`, en: `no kind of counter receives it on ${day}` };
    return [problem('reception', `/procedures/${procedure.code}@${procedure.version}`, text)];
  });
}

/** Each of our statuses has exactly one national code, otherwise the answer would depend on the order of the file. */
function checkPortalStatuses(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const codes = catalogue.portalStatuses.map(({ code }) => String(code));
  const statuses = catalogue.portalStatuses.flatMap((entry) => entry.statuses);
  return [...repeated(codes), ...repeated(statuses)].map((name) =>
    problem('portal-status', `/portalStatuses/${name}`, { vi: `“${name}” lặp lại`, en: `"${name}" is there twice` }),
  );
}

function checkReminders(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const { escalations } = catalogue.reminders;
  const ordered = escalations.every(({ level, offsetHours }, index) => {
    const before = escalations[index - 1];
    return level === index && (before === undefined || before.offsetHours < offsetHours);
  });
  if (ordered) return [];
  const text = {
    vi: 'Các mức phải là 0, 1, 2… và theo thứ tự thời gian',
    en: 'levels must be 0, 1, 2… in order of time',
  };
  return [problem('reminders', '/reminders/escalations', text)];
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
