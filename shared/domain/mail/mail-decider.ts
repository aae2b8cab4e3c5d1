import type { ClockItem } from '../clock.ts';
import { afterRing } from '../dossier/clock-timers.ts';
import type { IncomingMail, MailEvent } from './incoming-mail.ts';
import { HELD_MAIL_CLOCK } from './ring-held-mail.ts';

/** @throws when the history is not one that `decideMail` can have written. */
export function evolveMail(state: IncomingMail | undefined, event: MailEvent): IncomingMail {
  switch (event.type) {
    case 'MailSettled': {
      const { mailId, objectKey, receivedAt, outcome } = event;
      return { status: 'settled', mailId, objectKey, receivedAt, outcome };
    }
    case 'MailHeld': {
      const { mailId, objectKey, receivedAt, why, unitId, staffId, quiet, guesses, files, check } = event;
      const desk = { unitId, ...(staffId !== undefined && { staffId }), ...(quiet === true && { quiet }) };
      return { status: 'held', mailId, objectKey, receivedAt, why, ...desk, guesses, files, check };
    }
    case 'HeldMailMatched':
      return {
        ...coreOfHeld(state, event),
        status: 'matched',
        files: state?.status === 'held' ? state.files : [],
        caseId: event.caseId,
        ...(event.of !== undefined && { of: event.of }),
        by: event.by,
        at: event.at,
      };
    case 'HeldMailDismissed':
      return { ...coreOfHeld(state, event), status: 'dismissed', reason: event.reason, by: event.by, at: event.at };
    case 'HeldMailTimerRang': {
      if (state?.status !== 'held') throw new Error(`${event.type} on a mail that is not held`);
      return { ...state, check: afterRing(state.check) };
    }
    default:
      return event satisfies never;
  }
}

function coreOfHeld(state: IncomingMail | undefined, event: MailEvent) {
  if (state?.status !== 'held') throw new Error(`${event.type} on a mail that is not held`);
  const { mailId, objectKey, receivedAt } = state;
  return { mailId, objectKey, receivedAt };
}

/** Open work of the section until somebody has sorted it. */
export function clocksOfMail(state: IncomingMail): readonly ClockItem[] {
  if (state.status !== 'held') return [];
  const { unitId, staffId, check } = state;
  const work = { unitId, dueAt: check.dueAt, ...(staffId !== undefined && { officerId: staffId }) };
  return [{ clockId: HELD_MAIL_CLOCK, work, ...(check.nextTimer && { timer: check.nextTimer }) }];
}

/** An incoming mail as the shell executes it. It answers none of the snapshot's index questions: those are about dossiers. */
export const mailDecider = { evolve: evolveMail, clocksOf: clocksOfMail, indexOf: (): object => ({}) };
