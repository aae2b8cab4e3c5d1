import type { Dossier, DossierCore, DossierStatus, Hand } from './state.ts';

export type StateIn<Status extends DossierStatus> = Extract<Dossier, { readonly status: Status }>;

const CORE = {
  caseId: true,
  procedure: true,
  area: true,
  areaVersion: true,
  channel: true,
  counterId: true,
  deciding: true,
  returnTo: true,
  filedAt: true,
  intakeBy: true,
  documents: true,
  attachments: true,
  sets: true,
  dossierCode: true,
  receivedAt: true,
  receivedBy: true,
  completeAt: true,
  clock: true,
  reappointments: true,
  supplements: true,
  hands: true,
  transferredAt: true,
  sendSlip: true,
  fromReport: true,
  preparedApology: true,
  stalled: true,
  undoable: true,
  mailboxesOutOfReach: true,
  applicantUnreachableSince: true,
} as const satisfies Record<keyof DossierCore, true>;

/** What a dossier keeps through every status, without what belongs to the status it leaves. */
export function coreOf(state: DossierCore): DossierCore {
  return Object.fromEntries(Object.entries(state).filter(([key]) => key in CORE)) as unknown as DossierCore;
}

/** The hands with one more, once each. */
export function addHand(hands: readonly Hand[], hand: Hand): readonly Hand[] {
  const known = hands.some(({ unitId, officerId }) => unitId === hand.unitId && officerId === hand.officerId);
  return known ? hands : [...hands, hand];
}

/** @throws when the history is not one that the decider can have written. */
export function inStatus<Status extends DossierStatus>(
  state: Dossier,
  event: string,
  ...statuses: readonly Status[]
): StateIn<Status> {
  if (!statuses.some((status) => status === state.status)) throw new Error(`${event} in status ${state.status}`);
  return state as StateIn<Status>;
}
