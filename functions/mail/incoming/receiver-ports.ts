import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { IncomingMessage, IncomingMessageEvent } from '../../../shared/domain/conversation/channel-message.ts';
import type { IncomingMail, MailEvent } from '../../../shared/domain/mail/incoming-mail.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { CaseQueries, PeopleStore } from '../../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock, Documents, MailArchive, MailReadings, Secrets } from '../../../shared/ports/outside.ts';
import type { MailboxMarks, RunningNumbers, Throttle, UploadStore } from '../../../shared/ports/short-lived.ts';
import type { ParsedMail } from '../reading/parsed-mail.ts';
import type { SenderVerdict } from '../sender/sender-verdict.ts';

export interface ReceiverPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly mails: EntityStore<IncomingMail, MailEvent>;
  readonly reports: EntityStore<Report, ReportEvent>;
  readonly messages: EntityStore<IncomingMessage, IncomingMessageEvent>;
  readonly queries: Pick<CaseQueries, 'entityByDossierCode' | 'openWork' | 'casesByPhone'>;
  readonly people: PeopleStore;
  readonly uploads: UploadStore;
  readonly documents: Pick<Documents, 'putIncoming'>;
  readonly archive: MailArchive;
  readonly readings: Pick<MailReadings, 'keepReading'>;
  readonly marks: Pick<MailboxMarks, 'clear'>;
  readonly throttle: Throttle;
  readonly numbers: RunningNumbers;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** The domain of reply addresses. */
  readonly replyDomain: string;
  /** What our own mail is from: a mail that says so is never a person's. */
  readonly mailFrom: string;
  /** The hotline's own address: what is written to it is a report, or the answer to a question of the hotline. */
  readonly hotlineAddress: string;
}

/** One mail with what is known of it before anybody asks what it means. */
export interface Arrived {
  readonly mail: ParsedMail;
  readonly mailId: string;
  readonly objectKey: string;
  readonly verdict: SenderVerdict;
  /** Only its head was read. */
  readonly tooLarge: boolean;
  readonly now: Instant;
  readonly catalogue: Catalogue;
}

/** `kind` stands in the log: no address, no text, no case. */
export interface MailDone {
  readonly kind:
    'gone' | 'duplicate' | 'virus' | 'machine' | 'answered' | 'letter' | 'held' | 'report-answered' | 'hotline';
}
