/** From a notice to the mail. A fault of a store throws, and so does a notice that does not fit its entity: that is a bug, and the dead-letter queue keeps it. */
import type { OutgoingNotice } from '../../../shared/contracts/messages.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { Delivery, DeliveryEvent } from '../../../shared/domain/delivery/state.ts';
import type { IncomingMail, MailEvent } from '../../../shared/domain/mail/incoming-mail.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { SignIn, SignInEvent } from '../../../shared/domain/staff/sign-in.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { CaseQueries, PeopleStore } from '../../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock, MailReadings, Secrets, SigningKeys } from '../../../shared/ports/outside.ts';
import type { MailboxMarks, Throttle } from '../../../shared/ports/short-lived.ts';
import { preparePlanned } from '../planned/prepare-planned.ts';
import { prepareCaseNotice } from './prepare-case-notice.ts';
import { prepareDeliveryNotice } from './prepare-delivery-notice.ts';
import { prepareMailNotice } from './prepare-mail-notice.ts';
import { prepareReportNotice } from './prepare-report-notice.ts';
import { prepareSignIn } from './prepare-sign-in.ts';
import type { PreparedMail } from './send-notice.ts';

export interface MailPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly signIns: EntityStore<SignIn, SignInEvent>;
  readonly mails: EntityStore<IncomingMail, MailEvent>;
  readonly reports: Pick<EntityStore<Report, ReportEvent>, 'load' | 'history'>;
  readonly conversations: Pick<EntityStore<Conversation, ConversationEvent>, 'load' | 'history'>;
  readonly deliveries: Pick<EntityStore<Delivery, DeliveryEvent>, 'load' | 'history'>;
  readonly people: PeopleStore;
  readonly queries: Pick<CaseQueries, 'openWork' | 'decidedBy'>;
  readonly catalogue: CatalogueSource;
  readonly readings: Pick<MailReadings, 'reading'>;
  readonly throttle: Throttle;
  readonly marks: Pick<MailboxMarks, 'find'>;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Without a slash at the end. */
  readonly publicBaseUrl: string;
  readonly from: string;
  /** The domain of the addresses that notices are answered to. */
  readonly replyDomain: string;
  /** The hotline's own: a citizen's answer that is about no report yet goes there. */
  readonly hotlineAddress: string;
}

/** What is the same for the whole mail. */
export interface Today {
  readonly catalogue: Catalogue;
  readonly keys: SigningKeys;
  readonly now: Instant;
}

export async function prepareMail(ports: MailPorts, notice: OutgoingNotice): Promise<PreparedMail> {
  const [catalogue, keys] = await Promise.all([ports.catalogue.load(), ports.secrets.signingKeys()]);
  const today = { catalogue, keys, now: ports.clock.now() };
  if ('kind' in notice) return preparePlanned(ports, notice, today);
  const kind = notice.entityId.slice(0, notice.entityId.indexOf('#'));
  switch (kind) {
    case 'case':
      return prepareCaseNotice(ports, notice, today);
    case 'sign-in':
      return prepareSignIn(ports, notice, today);
    case 'mail':
      return prepareMailNotice(ports, notice, today);
    case 'delivery':
      return prepareDeliveryNotice(ports, notice, today);
    case 'report':
      return prepareReportNotice(ports, notice, today);
    default:
      throw new Error(`a notice about an entity of an unknown kind: ${kind}`);
  }
}
