/**
 * What becomes of an incoming mail. It is decided once: a mail that is known already was dealt with, whoever delivers it again. Held ones are
 * sorted by one person; the second is told who was first.
 */
import type { Actor } from '../actor.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { accept, ignore, refuse, type Decision, type Refused } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import { startHoursClock } from '../dossier/start-clock.ts';
import { authorise } from '../staff/permissions.ts';
import { localDateOf, type Instant } from '../time.ts';
import { deskFor, officialFor } from './held-mail-desk.ts';
import type { HeldMail, IncomingMail, MailEvent } from './incoming-mail.ts';
import type { MailCommand } from './mail-commands.ts';
import { ringHeldMail } from './ring-held-mail.ts';

export interface MailContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly catalogue: Catalogue;
}

type CommandOf<Type extends MailCommand['type']> = Extract<MailCommand, { readonly type: Type }>;

export function decideMail(
  command: MailCommand,
  state: IncomingMail | undefined,
  context: MailContext,
): Decision<MailEvent> {
  switch (command.type) {
    case 'Settle':
      return state === undefined ? settle(command) : ignore('known already');
    case 'Hold':
      return state === undefined ? hold(command, context) : ignore('known already');
    case 'Match':
    case 'Dismiss':
      return sort(command, state, context);
    case 'RingTimer':
      return state?.status === 'held' ? ringHeldMail(command, state, context) : ignore('waits no longer');
    default:
      return command satisfies never;
  }
}

function settle({ mailId, objectKey, receivedAt, outcome }: CommandOf<'Settle'>): Decision<MailEvent> {
  return accept({ type: 'MailSettled', mailId, objectKey, receivedAt, outcome });
}

function hold(command: CommandOf<'Hold'>, { catalogue, now }: MailContext): Decision<MailEvent> {
  const { mailId, objectKey, receivedAt, why, guesses, files, counterId, answerSender, quiet, colleague } = command;
  const on = localDateOf(now);
  const unit = deskFor(catalogue, counterId, on);
  const check = startHoursClock({ catalogue, unit, startedAt: now }, catalogue.limits.checkHours);
  if (isRefused(check)) return check;
  const staffId = officialFor(catalogue, { unitId: unit.id, mailId }, on)?.id;
  return accept({
    type: 'MailHeld',
    mailId,
    objectKey,
    receivedAt,
    why,
    guesses,
    files,
    answerSender,
    unitId: unit.id,
    ...(staffId !== undefined && { staffId }),
    ...(quiet === true && { quiet }),
    ...(colleague === true && { colleague }),
    check,
  });
}

function sort(
  command: CommandOf<'Match' | 'Dismiss'>,
  state: IncomingMail | undefined,
  context: MailContext,
): Decision<MailEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (state === undefined || state.status === 'settled') return refuse('no-such-mail', { sort: 'conflict' });
  const by = actor.staffId;
  if (state.status !== 'held') {
    if (isSameAnswer(command, state) && state.by === by) return ignore('sorted by the same person');
    return refuse('mail-already-sorted', { sort: 'conflict', details: { by: state.by, at: state.at } });
  }
  const forbidden = refuseSorting(state, context);
  if (forbidden !== undefined) return forbidden;
  const at = context.now;
  if (command.type === 'Match') {
    const { caseId, of } = command;
    return accept({ type: 'HeldMailMatched', caseId, ...(of !== undefined && { of }), by, at });
  }
  const { reason } = command;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  return accept({ type: 'HeldMailDismissed', reason, by, at });
}

function isSameAnswer(
  command: CommandOf<'Match' | 'Dismiss'>,
  state: Exclude<IncomingMail, { readonly status: 'held' | 'settled' }>,
): boolean {
  return command.type === 'Match'
    ? state.status === 'matched' && state.caseId === command.caseId
    : state.status === 'dismissed' && state.reason === command.reason;
}

function refuseSorting(state: HeldMail, { actor, catalogue, now }: MailContext): Refused | undefined {
  const operation = 'sort-mail';
  const authorisation = authorise({ operation, actor, catalogue, now, subject: { counterId: state.unitId } });
  if (authorisation.kind === 'allowed') return undefined;
  return refuse('not-permitted', { sort: 'forbidden', details: { operation, why: authorisation.why } });
}
