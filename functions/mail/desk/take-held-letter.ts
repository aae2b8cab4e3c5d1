/**
 * A held mail that an official put to this case becomes its letter, or the supplement that it waits for: with the files that were kept when it
 * came, once. The official's act; where the case is another counter's, whose papers they may not hand in, it is filed by the mail room.
 */
import type { Actor, SystemActor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { DossierCommand } from '../../../shared/domain/dossier/commands.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier, FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import type { IncomingMail } from '../../../shared/domain/mail/incoming-mail.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import { addMinutes, type Instant } from '../../../shared/domain/time.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import { alreadyRead } from '../../dossiers/already-read.ts';
import type { FoundDossier } from '../../dossiers/find-dossier.ts';
import { letterCommands, lettersWithoutFiles, type LetterToFile } from '../letter-commands.ts';
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

/** A day less than the bucket keeps what arrives: the case's own worker still has to copy it. */
const KEPT_MINUTES = 29 * 24 * 60;

/** What can no longer be put with the case is told instead. @throws when the message must come again. */
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
  const letter = { ...letterIn(mailId, mail.state.files), ...(mail.state.of !== undefined && { of: mail.state.of }) };
  const actors: readonly Actor[] = official === undefined ? [MAIL] : [official, MAIL];
  const found = { entityId, ...snapshot };
  const context = { mailId, now, actors, catalogue };
  const without = lettersWithoutFiles(letter);
  const whole = addMinutes(mail.state.receivedAt, KEPT_MINUTES) > now ? letterCommands(snapshot.state, letter) : [];
  const outcome = await commit(ports, found, {
    ...context,
    commands: [...whole, ...(whole.length > 0 ? without : without.slice(-1))],
  });
  // Gone from where uploads arrive.
  const last =
    outcome.kind === 'upload-unavailable'
      ? await commit(ports, found, { ...context, commands: without.slice(-1) })
      : outcome;
  if (last.kind === 'done' || last.kind === 'replayed') return { kind: 'done' };
  throw new Error(`${mailId}: ${last.kind === 'refused' ? last.refusal.rule : last.kind}`);
}

/** The first that the rules accept, with what it files. */
function commit(
  ports: HeldLetterPorts,
  found: FoundDossier,
  about: {
    readonly mailId: string;
    readonly now: Instant;
    readonly actors: readonly Actor[];
    readonly catalogue: Catalogue;
    readonly commands: readonly DossierCommand[];
  },
): Promise<Execute<Dossier>> {
  const { mailId, now, actors, catalogue, commands } = about;
  const accepted = actors
    .flatMap((actor) =>
      commands.map((command) => ({
        actor,
        command,
        decision: decideDossier(command, found.state, { now, actor, catalogue }),
      })),
    )
    .toSorted((left, right) => commands.indexOf(left.command) - commands.indexOf(right.command))
    .find(({ decision }) => decision.kind === 'accepted');
  if (accepted === undefined) throw new Error(`${mailId}: the case does not take the letter`);
  const { actor, command, decision } = accepted;
  const files = 'attachments' in command ? (command.attachments ?? []) : [];
  return executeCommand({
    store: alreadyRead(ports.cases, found),
    decider: dossierDecider,
    entityId: found.entityId,
    actor,
    at: now,
    expectedVersion: found.version,
    decide: () => decision,
    idempotency: mailIdempotency(mailId, now, { kind: 'letter', caseId: found.state.caseId }),
    alongside: { uploads: files.map(({ uploadId }) => uploadId) },
  });
}

function letterIn(mailId: string, all: readonly FiledAttachment[]): LetterToFile {
  const words = all.find(({ uploadId }) => uploadId.startsWith(mailUploadId(mailId, WORDS)));
  if (words === undefined) throw new Error(`${mailId}: kept without its words`);
  return { mailId, words, files: all.filter((file) => file !== words) };
}
