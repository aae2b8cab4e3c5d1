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

/** Levels are only names, so each stands once; a stall is told at a share of the work's time, and nothing else is. */
function checkReminders({ reminders }: CheckedCatalogue): readonly CatalogueProblem[] {
  const { escalations, apology } = reminders;
  const twice = repeated(escalations.map(({ level }) => String(level))).map((level) =>
    reminderProblem(level, { vi: 'Mức này lặp lại', en: 'this level is there twice' }),
  );
  const shares = escalations
    .filter(({ tell, stageShare }) => (tell === 'if-untouched') !== (stageShare !== undefined))
    .map(({ level }) =>
      reminderProblem(String(level), {
        vi: 'Phần thời gian của bước (stageShare) chỉ dành cho và phải có ở mức “if-untouched”',
        en: 'stageShare belongs to "if-untouched", which needs it, and to nothing else',
      }),
    );
  const silent = apology !== undefined && !escalations.some(({ tell }) => tell === 'may-extend');
  const text = { vi: 'Không mức nào nhắc xin lỗi và hẹn lại', en: 'no level tells of the apology' };
  return [...twice, ...shares, ...(silent ? [problem('reminders', '/reminders/apology', text)] : [])];
}

function reminderProblem(level: string, text: { readonly vi: string; readonly en: string }): CatalogueProblem {
  return problem('reminders', `/reminders/escalations/${level}`, text);
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
