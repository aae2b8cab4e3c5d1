/**
 * What SES says later about a mail that we sent: it came back, or the reader complained of it. The mailbox is marked, so that the next notice
 * goes to somebody who reads it, and on the case the work is handed on (ReportUnreachable): its clock keeps running meanwhile.
 *
 * The mark comes first. Should the process die before the case hears of it, the queue delivers again; the same mark twice is one mark, and
 * the command carries the message as its idempotency key. A mark is never put on somebody further down the line, who may have got the notice
 * because of an earlier mark: the tag names whom it was for, and their own notices will tell.
 */
import { createHash } from 'node:crypto';
import type { MailFeedback } from '../../../shared/contracts/messages.ts';
import type { SystemActor } from '../../../shared/domain/actor.ts';
import type { DossierCommand } from '../../../shared/domain/dossier/commands.ts';
import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { Delivery, DeliveryEvent } from '../../../shared/domain/delivery/state.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import { addMinutes, localDateOf } from '../../../shared/domain/time.ts';
import type { PeopleStore } from '../../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import type { MailboxMarks } from '../../../shared/ports/short-lived.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { addresseeOf, type Addressee } from '../outgoing/recipient-address.ts';
import { takeFeedbackOfDelivery } from './feedback-of-delivery.ts';
import { readNoticeTag, type NamedNotice } from './read-notice-tag.ts';

export interface FeedbackPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly conversations: Pick<EntityStore<Conversation, ConversationEvent>, 'load' | 'history'>;
  readonly deliveries: EntityStore<Delivery, DeliveryEvent>;
  readonly people: PeopleStore;
  readonly catalogue: CatalogueSource;
  readonly marks: MailboxMarks;
  readonly clock: Clock;
}

/** Told by the log, where they are counted. */
export type FeedbackOutcome =
  /** SES tries a temporary one again by itself, and says so when it gives up. */
  | { readonly kind: 'temporary' }
  | { readonly kind: 'unknown-notice' }
  /** Whoever it was for has left, or has no address any more. */
  | { readonly kind: 'no-address' }
  /** Nothing to hand on or to tell: a digest, a link to sign in, or work that is done. */
  | { readonly kind: 'marked' }
  | { readonly kind: 'reported' }
  | { readonly kind: 'busy' };

const MAIL: SystemActor = { kind: 'system', name: 'mail' };
/** Minutes; the queue keeps a message for a fortnight at most. */
const REMEMBERED = 60 * 24 * 60;

/** @throws on a fault of a store, and when the case refuses the report, which is a bug: the dead-letter queue keeps it. */
export async function takeFeedback(ports: FeedbackPorts, feedback: MailFeedback): Promise<FeedbackOutcome> {
  if (feedback.kind === 'bounce' && feedback.bounceType !== 'Permanent') return { kind: 'temporary' };
  const notice = readNoticeTag(feedback.notice);
  if (notice === undefined || notice.recipient.kind === 'mail-sender') return { kind: 'unknown-notice' };
  if (notice.recipient.kind === 'reporter') return takeFeedbackOfDelivery(ports, notice, feedback);
  const addressee = await addresseeToday(ports, notice);
  if (addressee === undefined) return { kind: 'no-address' };
  const why = feedback.kind === 'bounce' ? 'bounced' : 'complained';
  await ports.marks.mark(addressee.address, { why, at: ports.clock.now() });
  const command = reportOf(addressee);
  if (notice.entityId?.startsWith('case#') !== true) return { kind: 'marked' };
  return report(ports, { command, entityId: notice.entityId, feedback });
}

async function addresseeToday(
  ports: FeedbackPorts,
  { entityId, recipient }: NamedNotice,
): Promise<Addressee | undefined> {
  const ofPeople = recipient.kind === 'applicant' && entityId !== undefined;
  const [catalogue, parties] = await Promise.all([
    ports.catalogue.load(),
    ofPeople ? ports.people.parties(entityId) : undefined,
  ]);
  return addresseeOf(recipient, parties, { catalogue, on: localDateOf(ports.clock.now()) });
}

function reportOf(addressee: Addressee): DossierCommand {
  switch (addressee.kind) {
    case 'applicant':
      return { type: 'ReportApplicantUnreachable' };
    case 'staff':
      return { type: 'ReportUnreachable', staffId: addressee.staffId, why: 'bounced' };
    case 'mailbox':
      return { type: 'ReportMailboxUnreachable', unitId: addressee.unitId };
    default:
      return addressee satisfies never;
  }
}

async function report(
  ports: FeedbackPorts,
  about: { readonly command: DossierCommand; readonly entityId: string; readonly feedback: MailFeedback },
): Promise<FeedbackOutcome> {
  const { command, entityId, feedback } = about;
  const catalogue = await ports.catalogue.load();
  const now = ports.clock.now();
  const outcome = await executeCommand({
    store: ports.cases,
    decider: dossierDecider,
    entityId,
    actor: MAIL,
    at: now,
    decide: (state) => decideDossier(command, state, { now, actor: MAIL, catalogue }),
    idempotency: {
      key: `feedback:${feedback.kind}:${feedback.messageId}`,
      fingerprint: createHash('sha256').update(feedback.notice).digest('base64url'),
      expiresAt: addMinutes(now, REMEMBERED),
      response: () => ({ status: 200, body: {} }),
    },
  });
  switch (outcome.kind) {
    case 'done':
    case 'replayed':
      return { kind: 'reported' };
    case 'busy':
      return { kind: 'busy' };
    case 'ignored':
      return { kind: 'marked' };
    case 'refused':
      if (outcome.refusal.sort === 'conflict') return { kind: 'marked' };
      throw new Error(`a bounce was refused: ${outcome.refusal.rule}`);
    case 'not-found':
    case 'key-reused':
    case 'stale-version':
    case 'exists':
    case 'already-consumed':
    case 'upload-unavailable':
      throw new Error(`a bounce was not reported: ${outcome.kind}`);
    default:
      return outcome satisfies never;
  }
}
