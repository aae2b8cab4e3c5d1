/** What templates may say about a case: looked up once, already in words, so that a template is only its sentences. */
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { ReplyChoice } from '../../../shared/domain/dossier/reply-result.ts';
import type { ReplyAct } from '../../../shared/domain/reply/reply-acts.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { PrintedForm } from '../../site/forms/form-address.ts';
import type { Bilingual } from './mail-content.ts';

export interface NoticeFacts {
  /** Mã hồ sơ once received, before that the tracking code: always a thing the reader may quote. */
  readonly code: string;
  readonly trackingCode: string;
  /** True once there is a legal dossier code. */
  readonly received: boolean;
  readonly procedure: Bilingual;
  readonly area: string;
  /** For the body only, never for a subject. */
  readonly applicant: string;
  readonly deciding: UnitFacts;
  readonly counter: UnitFacts;
  readonly dueAt?: Instant;
  /** Why the time limit stands still just now, and when the unit is asked whether it still has to. */
  readonly pause?: { readonly reason: Bilingual; readonly reviewAt: Instant };
  /** The apology that waits for the head's word, as long as it may still be sent. */
  readonly apology?: PreparedApologyFacts;
  readonly returnTo: 'counter' | 'home' | 'deciding-agency';
  readonly documents: number;
  readonly hotline: string;
  /** The address of the public page that shows how far a code is; without a secret. */
  readonly lookupUrl: string;
  /** The applicant's secret link; absent in a notice to staff. */
  readonly secretUrl?: string;
  /** One signed link for each act the recipient may perform; empty for applicants. */
  readonly actions: readonly { readonly action: ReplyAct; readonly url: string }[];
  /** What was committed together with the event: what an answer by mail changed. */
  readonly alongside: readonly DossierEvent[];
  /** Files that could not be kept, of the mail that is answered. */
  readonly refusedFiles: readonly { readonly fileName: string; readonly why: 'type' | 'size' | 'number' }[];
  /** The page of a choice, filled in from the mail that is answered. */
  choiceUrl(choice: ReplyChoice, index: number): string;
  /** The printed form: an applicant opens it with the secret link's token, staff when they are signed in. */
  readonly formUrl: (form: PrintedForm) => string;
  /** Takes back what the answered mail did. */
  undoUrl(): string;
  documentName(lineId: string): Bilingual;
  unit(unitId: string): UnitFacts;
  stepName(stepId: string): Bilingual;
  stepDueAt(stepId: string): Instant | undefined;
  consultation(consultationId: string): { readonly question: string; readonly dueAt: Instant } | undefined;
  /** Whose work a running clock is; undefined once it has stopped. */
  holderOf(
    clockId: string,
  ): { readonly unit: Bilingual; readonly officer?: string; readonly since: Instant } | undefined;
  staffName(staffId: string): string;
  pauseReason(id: string): { readonly name: Bilingual; readonly waitsFor: 'applicant' | 'agency' };
}

export interface PreparedApologyFacts {
  readonly text: string;
  readonly reason: string;
  readonly workingDays: number;
  /** The day that it would give. */
  readonly dueAt: Instant;
}

export interface UnitFacts extends Bilingual {
  readonly phone: string;
  readonly address: string;
  /** Opening hours in words, one line for each group of days. */
  readonly hours: readonly string[];
}
