/** What there is to choose from today, and the text that is there already. */
import { isValidOn } from '../../../../shared/domain/catalogue/lookup.ts';
import { isAway, staffOf } from '../../../../shared/domain/catalogue/people.ts';
import { currentWork, workOf } from '../../../../shared/domain/report/report-work.ts';
import type { Report } from '../../../../shared/domain/report/state.ts';
import { localDateOf } from '../../../../shared/domain/time.ts';
import type { StaffCaller } from '../../report-access.ts';
import type { ReportActionLink } from '../../report-link.ts';
import { unitNamed } from '../../views/report-names.ts';
import type { UnitChoices } from './unit-act-page.ts';

/** Neither a counter nor the hotline does what a report asks for. */
const NOT_COMPETENT = new Set(['one-stop', 'hotline']);

export function unitChoices(link: ReportActionLink, state: Report, caller: StaffCaller): UnitChoices {
  const { catalogue, now, actor } = caller;
  const today = localDateOf(now);
  const work = link.workId === undefined ? undefined : workOf(state, link.workId);
  const colleagues = work === undefined ? [] : staffOf(catalogue, work.unitId, today);
  return {
    colleagues: colleagues
      .filter(({ id }) => id !== actor.staffId && id !== work?.officerId)
      .filter(
        (person) => (person.roles.includes('officer') || person.roles.includes('unit-head')) && !isAway(person, today),
      )
      .map(({ id, name }) => ({ value: id, label: name })),
    units: catalogue.units
      .filter((unit) => isValidOn(unit, today) && !NOT_COMPETENT.has(unit.kind))
      .map(({ id, name }) => ({ value: id, label: name })),
    text: textSoFar(link, state, caller),
  };
}

function textSoFar({ action }: ReportActionLink, state: Report, { catalogue, now }: StaffCaller): string {
  if (action === 'approve-answer' && state.status === 'in-review') return state.draft.text;
  if (action !== 'consolidate-report') return '';
  return currentWork(state)
    .flatMap(({ unitId, answer }) =>
      answer === undefined ? [] : [`${unitNamed(catalogue, unitId, now).name}: ${answer.text}`],
    )
    .join('\n');
}
