/** What templates may say about a case: looked up once, already in words, so that a template is only its sentences. */
import type { ActionName } from '../../shared/contracts/http/staff.ts';
import type { Instant } from '../../shared/domain/time.ts';
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
  readonly returnTo: 'counter' | 'home' | 'deciding-agency';
  readonly documents: number;
  readonly hotline: string;
  /** The address of the public page that shows how far a code is; without a secret. */
  readonly lookupUrl: string;
  /** The applicant's secret link; absent in a notice to staff. */
  readonly secretUrl?: string;
  /** One signed link for each act the recipient may perform; empty for applicants. */
  readonly actions: readonly { readonly action: ActionName; readonly url: string }[];
  documentName(lineId: string): Bilingual;
  unit(unitId: string): UnitFacts;
  stepName(stepId: string): Bilingual;
  stepDueAt(stepId: string): Instant | undefined;
  consultation(consultationId: string): { readonly question: string; readonly dueAt: Instant } | undefined;
  /** Whose work a running clock is; undefined once it has stopped. */
  holderOf(clockId: string): { readonly unit: Bilingual; readonly officer?: string } | undefined;
  staffName(staffId: string): string;
}

export interface UnitFacts extends Bilingual {
  readonly phone: string;
  readonly address: string;
  /** Opening hours in words, one line for each group of days. */
  readonly hours: readonly string[];
}
