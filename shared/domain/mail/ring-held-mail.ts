import type { Catalogue, ReminderPolicy, Unit } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { unitAbove } from '../catalogue/units.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import { localDateOf, type Instant, type LocalDate } from '../time.ts';
import type { HeldMail, MailEvent } from './incoming-mail.ts';

/** The one clock of a held mail. */
export const HELD_MAIL_CLOCK = 'mail';

/** A mail that nobody sorts is told to the section, then to its head, then to the level above; each once. One of a flood only rings. */
export function ringHeldMail(
  { clockId, level }: { readonly clockId: string; readonly level: number },
  state: HeldMail,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Instant },
): Decision<MailEvent> {
  const { nextTimer } = state.check;
  if (clockId !== HELD_MAIL_CLOCK || nextTimer?.level !== level) return ignore(`no timer of level ${level}`);
  if (nextTimer.at > now) return ignore(`rings at ${nextTimer.at}`);
  const on = localDateOf(now);
  const unit = sectionOf(catalogue, state, on);
  const told = catalogue.reminders.escalations.find((one) => one.level === level)?.tell ?? 'unit-head';
  return accept({
    type: 'HeldMailTimerRang',
    level,
    tell: state.quiet === true ? [] : [whoIsTold(told, unit, { catalogue, on })],
    at: now,
  });
}

function whoIsTold(
  told: ReminderPolicy['escalations'][number]['tell'],
  unit: Unit,
  { catalogue, on }: { readonly catalogue: Catalogue; readonly on: LocalDate },
): NoticeRecipient {
  switch (told) {
    case 'assignee':
    case 'if-untouched':
      return { kind: 'unit-mailbox', unitId: unit.id };
    case 'unit-head':
    case 'may-extend':
      return { kind: 'unit-head', unitId: unit.id };
    case 'level-above':
      return { kind: 'unit-head', unitId: unitAbove(catalogue, unit, on)?.id ?? unit.id };
    default:
      return told satisfies never;
  }
}

/** A section that has been closed since is asked for with its last calendar. @throws when a published unit was taken away. */
function sectionOf(catalogue: Catalogue, { unitId }: HeldMail, on: LocalDate): Unit {
  const unit = unitOn(catalogue, unitId, on) ?? catalogue.units.findLast(({ id }) => id === unitId);
  if (unit === undefined) throw new Error(`the catalogue has lost unit ${unitId}`);
  return unit;
}
