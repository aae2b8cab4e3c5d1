/**
 * A held mail that an official put to this case becomes its letter, or the supplement that it waits for: with the files that were kept when it
 * came, once. The official's act; where the case is another counter's, whose papers they may not hand in, it is filed by the mail room.
 */
import type { Actor, SystemActor } from '../../../shared/domain/actor.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier, FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import type { IncomingMail } from '../../../shared/domain/mail/incoming-mail.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import { alreadyRead } from '../../dossiers/already-read.ts';
import { letterCommands, type LetterToFile } from '../letter-commands.ts';
import { mailEntityId } from '../mail-entity.ts';
import { mailIdempotency, mailKey } from '../mail-idempotency.ts';
import { mailUploadId, WORDS } from '../mail-upload-id.ts';

export interface HeldLetterPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly mails: Pick<EntityStore<IncomingMail, unknown>, 'load'>;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}

const MAIL: SystemActor = { kind: 'system', name: 'mail' };

/** @throws when the message must come again, and when the case takes no more files: then a person must look. */
export async function takeHeldLetter(
  ports: HeldLetterPorts,
  { entityId, mailId }: { readonly entityId: string; readonly mailId: string },
): Promise<{ readonly kind: 'done' }> {
  if ((await ports.cases.answered(mailKey(mailId))) !== undefined) return { kind: 'done' };
  const [mail, snapshot, catalogue] = await Promise.all([
    ports.mails.load(mailEntityId(mailId)),
    ports.cases.load(entityId),
    ports.catalogue.load(),
  ]);
  if (mail?.state.status !== 'matched') throw new Error(`${mailId} was put to no case`);
  if (snapshot === undefined) throw new Error(`${mailId}: its case is gone`);
  const now = ports.clock.now();
  const official = staffActorOn(catalogue, { staffId: mail.state.by, via: 'link' }, now);
  const letter = letterIn(mailId, mail.state.files);
  const actors: readonly Actor[] = official === undefined ? [MAIL] : [official, MAIL];
  const accepted = actors
    .flatMap((actor) =>
      letterCommands(snapshot.state, letter).map((command) => ({
        actor,
        decision: decideDossier(command, snapshot.state, { now, actor, catalogue }),
      })),
    )
    .find(({ decision }) => decision.kind === 'accepted');
  if (accepted === undefined) throw new Error(`${mailId}: the case does not take the letter`);
  const { actor, decision }: { readonly actor: Actor; readonly decision: Decision<DossierEvent> } = accepted;
  const outcome = await executeCommand({
    store: alreadyRead(ports.cases, { entityId, ...snapshot }),
    decider: dossierDecider,
    entityId,
    actor,
    at: now,
    expectedVersion: snapshot.version,
    decide: () => decision,
    idempotency: mailIdempotency(mailId, now, { kind: 'letter', caseId: snapshot.state.caseId }),
    alongside: { uploads: [...letter.files, letter.words].map(({ uploadId }) => uploadId) },
  });
  if (outcome.kind === 'done' || outcome.kind === 'replayed') return { kind: 'done' };
  throw new Error(`${mailId}: ${outcome.kind === 'refused' ? outcome.refusal.rule : outcome.kind}`);
}

function letterIn(mailId: string, all: readonly FiledAttachment[]): LetterToFile {
  const words = all.find(({ uploadId }) => uploadId.startsWith(mailUploadId(mailId, WORDS)));
  if (words === undefined) throw new Error(`${mailId}: kept without its words`);
  return { mailId, words, files: all.filter((file) => file !== words) };
}
