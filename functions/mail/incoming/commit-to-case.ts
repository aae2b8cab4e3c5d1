/** The one commit that a mail makes on a case: what happened, the claims on its files, their names, and the mail's key. */
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { HeldReason, MailOutcome } from '../../../shared/domain/mail/incoming-mail.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import { alreadyRead } from '../../dossiers/already-read.ts';
import { changedParties } from '../../dossiers/changed-parties.ts';
import type { FoundDossier } from '../../dossiers/find-dossier.ts';
import { namesOf, storeFiles, type MailFile } from './mail-attachments.ts';
import { mailIdempotency } from '../mail-idempotency.ts';
import type { Arrived, ReceiverPorts } from './receiver-ports.ts';

/** What is still to be made of the mail after its commit on the case: settled, or put before a person as well. */
export type AfterCase = MailOutcome | { readonly kind: 'held'; readonly why: HeldReason };

export interface CaseCommit {
  readonly found: FoundDossier;
  readonly actor: Actor;
  readonly files: readonly MailFile[];
  /** Kept with the key: a redelivery finishes the mail with it. */
  readonly outcome: AfterCase;
  readonly decide: (state: Dossier) => Decision<DossierEvent>;
}

/** On the version that was read: people are written whole, and a reply is understood by the case that it was read against. */
export async function commitToCase(
  ports: ReceiverPorts,
  { mailId, now }: Arrived,
  { found, actor, files, outcome, decide }: CaseCommit,
): Promise<Execute<Dossier>> {
  const decision = decide(found.state);
  // Nothing is stored for what will not be committed.
  if (decision.kind !== 'accepted') return executed(decision, found);
  await storeFiles(ports, files, now);
  const parties = await changedParties(ports, found, { proxy: undefined, fileNames: namesOf(files) });
  return executeCommand({
    store: alreadyRead(ports.cases, found),
    decider: dossierDecider,
    entityId: found.entityId,
    actor,
    at: now,
    expectedVersion: found.version,
    decide: () => decision,
    idempotency: mailIdempotency(mailId, now, outcome),
    alongside: { uploads: files.map(({ uploadId }) => uploadId), ...(parties && { parties }) },
  });
}

function executed(
  decision: Exclude<Decision<DossierEvent>, { kind: 'accepted' }>,
  { state, version }: FoundDossier,
): Execute<Dossier> {
  return decision.kind === 'refused' ? decision : { ...decision, state, version };
}
