/** Whether what a reply did can still be taken back, by the rule itself; and if not, why not. */
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { Refusal } from '../../shared/domain/decision.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier, UndoableAct } from '../../shared/domain/dossier/state.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { CommittedEvents } from '../../shared/ports/entity-store.ts';
import { whatEndedIt, type Ending } from './what-ended-it.ts';

export type UndoStanding =
  | { readonly kind: 'open'; readonly undoable: UndoableAct }
  | { readonly kind: 'undone'; readonly at: Instant }
  | { readonly kind: 'expired'; readonly until: Instant }
  | { readonly kind: 'overtaken'; readonly ending: Ending }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function undoStanding(about: {
  readonly mailId: string;
  readonly state: Dossier;
  readonly history: readonly CommittedEvents<DossierEvent>[];
  readonly context: DossierContext;
}): UndoStanding {
  const { mailId, state, history, context } = about;
  const events = history.flatMap(({ events }) => events);
  const undone = events.find((event) => event.type === 'ActUndone' && event.mailId === mailId);
  if (undone?.type === 'ActUndone') return { kind: 'undone', at: undone.at };
  const decision = decideDossier({ type: 'UndoAct', mailId }, state, context);
  if (decision.kind === 'accepted' && state.undoable !== undefined) return { kind: 'open', undoable: state.undoable };
  const until = events.flatMap((event) =>
    event.type === 'ReplyAnswered' && event.mailId === mailId ? (event.undoable?.until ?? []) : [],
  )[0];
  if (until !== undefined && until < context.now) return { kind: 'expired', until };
  const wasOpen = (earlier: Dossier) => earlier.undoable?.mailId === mailId && isAccepted(mailId, earlier, context);
  const ending = whatEndedIt(history, wasOpen, context.catalogue);
  if (ending !== undefined) return { kind: 'overtaken', ending };
  return { kind: 'refused', refusal: decision.kind === 'refused' ? decision.refusal : OVERTAKEN };
}

const OVERTAKEN: Refusal = { rule: 'undo-overtaken', sort: 'conflict' };

function isAccepted(mailId: string, state: Dossier, context: DossierContext): boolean {
  return decideDossier({ type: 'UndoAct', mailId }, state, context).kind === 'accepted';
}
