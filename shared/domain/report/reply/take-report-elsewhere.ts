/** KHÔNG THUỘC THẨM QUYỀN, CHUYỂN and GIAO CHO: where a name has to be found first. */
import type { Unit } from '../../catalogue/catalogue.ts';
import { isValidOn } from '../../catalogue/lookup.ts';
import { staffOf } from '../../catalogue/people.ts';
import { colleaguesAt, findColleague } from '../../reply/find-colleague.ts';
import { findUnit } from '../../reply/find-unit.ts';
import { today } from '../report-context.ts';
import { workOf } from '../report-work.ts';
import type { ReportReplyChoice } from './report-reply-result.ts';
import type { ResolvedReportReply } from './resolve-report-reply.ts';
import { suggestedUnitIn } from './suggested-unit.ts';
import type { TakingReport } from './take-report-act.ts';
import { lacks, takenAs } from './taken-report-act.ts';

const MOST_UNITS = 5;
const MOST_COLLEAGUES = 8;
/** Handing over needs a reason in the record, and between colleagues nobody writes one. */
const HANDED_OVER_BY_MAIL = 'Bàn giao qua thư trả lời.';

/** Whose it could be instead is only a suggestion: unclear, it stands in the reason, which whoever decides reads. */
export function takeDecline(taking: TakingReport<'decline'>): ResolvedReportReply {
  const { command, act } = taking;
  const { text: reason } = command;
  if (reason === '') return lacks('reason', act);
  const named = suggestedUnitIn(reason);
  const { found } = findUnit(named, named === '' ? [] : otherUnits(taking));
  const suggested = found.kind === 'one' ? { suggested: found.item.id } : {};
  const unitId = found.kind === 'one' ? { unitId: found.item.id } : {};
  return takenAs(
    { type: 'DeclineWork', workId: act.workId ?? '', reason, ...suggested },
    { ...act, reason, ...unitId },
  );
}

/** To another unit: by whoever settles a dispute it is decided, by the unit that has the work it is "not ours" with a suggestion. */
export function takeForwardOfReport(taking: TakingReport<'forward'>): ResolvedReportReply {
  const { command, act } = taking;
  const units = otherUnits(taking);
  const { found, rest } = findUnit(command.unit, units);
  const reason = command.text === '' ? rest : command.text;
  const said: ReportReplyChoice = { ...act, ...(reason !== '' && { reason }) };
  if (command.unit === '') return lacks('unitId', said);
  if (found.kind !== 'one') {
    const items = found.kind === 'several' ? found.items.slice(0, MOST_UNITS) : [];
    const choices = items.length === 0 ? [said] : items.map(({ id }) => ({ ...said, unitId: id }));
    return { kind: 'doubtful', why: 'detail-unclear', detail: command.unit, choices };
  }
  const unitId = found.item.id;
  const choice = { ...said, unitId };
  if (reason === '') return lacks('reason', choice);
  const workId = act.workId ?? '';
  return takenAs(
    act.action === 'settle-report'
      ? { type: 'SettleDispute', workId, unitId, reason }
      : { type: 'DeclineWork', workId, reason, suggested: unitId },
    choice,
  );
}

export function takeHandOverOfReport({ command, act, state, context }: TakingReport<'hand-over'>): ResolvedReportReply {
  const workId = act.workId ?? '';
  const work = workOf(state, workId);
  const people = work === undefined ? [] : colleaguesAt(work, context);
  const reason = command.text === '' ? HANDED_OVER_BY_MAIL : command.text;
  const found = findColleague(command.colleague, people);
  if (found.kind !== 'one') {
    const choices = (found.kind === 'several' ? found.items : people)
      .slice(0, MOST_COLLEAGUES)
      .map(({ id }) => ({ ...act, to: id, reason }));
    if (command.colleague === '') return lacks('to', ...choices);
    return { kind: 'doubtful', why: 'detail-unclear', detail: command.colleague, choices };
  }
  const to = found.item.id;
  return takenAs({ type: 'HandWorkOver', workId, to, reason }, { ...act, to, reason });
}

/** Units of today with somebody in them, but the work's own; neither a counter nor the hotline works on reports. */
function otherUnits({ act, state, context }: Pick<TakingReport, 'act' | 'state' | 'context'>): readonly Unit[] {
  const own = act.workId === undefined ? undefined : workOf(state, act.workId)?.unitId;
  const on = today(context);
  return context.catalogue.units.filter(
    (unit) =>
      isValidOn(unit, on) &&
      unit.kind !== 'one-stop' &&
      unit.kind !== 'hotline' &&
      unit.id !== own &&
      staffOf(context.catalogue, unit.id, on).some(({ roles }) =>
        roles.some((role) => role === 'officer' || role === 'unit-head'),
      ),
  );
}
