import { accept, refuse, type Decision } from '../decision.ts';
import { faultsRefusal, paperFaults, tooMany } from './check-documents.ts';
import { procedureOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { NoticeRecipient } from './recipient.ts';
import type { Dossier } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';
import { workOf } from './work-of.ts';

/** What the applicant writes, or somebody about the case, is put with the dossier, at any time, and read by whoever works on it; it never decides anything by itself. */
export function recordLetter(
  command: CommandOf<'RecordLetter'>,
  state: StateFor<'RecordLetter'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { mailId, attachments, of, left } = command;
  const { limits } = context.catalogue;
  if (attachments.length === 0 && left === undefined) return refuse('attachments-missing', { pointer: '/attachments' });
  const faults =
    attachments.length === 0
      ? []
      : [
          ...paperFaults(procedureOf(context, state), { documents: [], attachments }, limits),
          ...tooMany(state.attachments.length + attachments.length, limits),
        ];
  if (faults.length > 0) return faultsRefusal(faults);
  return accept({
    type: 'LetterReceived',
    mailId,
    attachments,
    ...(of !== undefined && { of }),
    ...(left !== undefined && { left }),
    tell: readersOf(state),
    at: context.now,
  });
}

/** The officers with open work, or the mailbox of the unit of one whom mail does not reach; the counter while nobody has any. */
function readersOf(state: Dossier): readonly NoticeRecipient[] {
  const { steps, consultations } = workOf(state) ?? { steps: [], consultations: [] };
  const open = [
    ...steps.filter(({ status }) => status === 'assigned'),
    ...consultations.filter(({ answer }) => answer === undefined),
  ];
  const readers = new Map<string, NoticeRecipient>();
  for (const { unitId, officerId, unreachableSince } of open) {
    if (officerId === undefined) continue;
    if (unreachableSince === undefined) readers.set(officerId, { kind: 'staff', staffId: officerId });
    else readers.set(unitId, { kind: 'unit-mailbox', unitId });
  }
  return readers.size > 0 ? [...readers.values()] : [{ kind: 'unit-mailbox', unitId: state.counterId }];
}
