/** What a reply of staff to a notice about a report came to, as its receipt says it. */
import type { Refusal } from '../../decision.ts';
import type { ReplyDoubt } from '../../dossier/reply-result.ts';
import type { Outcome } from '../state.ts';
import type { ReportReplyAct } from './report-reply-acts.ts';

/** An act with what was read of its details; what is not known yet is absent. */
export interface ReportReplyChoice {
  readonly action: ReportReplyAct;
  readonly workId?: string;
  readonly outcome?: Outcome;
  /** What the reporter is told, or will be once it has been read over. */
  readonly text?: string;
  readonly reason?: string;
  readonly unitId?: string;
  readonly to?: string;
}

export type ReportReplyDoubt = Exclude<ReplyDoubt, 'paused' | 'attachments-refused'>;

export type ReportReplyResult =
  | { readonly kind: 'taken'; readonly choice: ReportReplyChoice; readonly noted: boolean; readonly leftFiles?: number }
  /**
   * No command: kept for the staff alone. `perhaps`: the work that could have been meant to be answered with these words; whoever wrote them is asked.
   */
  | { readonly kind: 'noted'; readonly perhaps?: string; readonly leftFiles?: number }
  | {
      readonly kind: 'doubtful';
      readonly why: ReportReplyDoubt;
      /** The words that were not understood, or the detail that is missing. */
      readonly detail?: string;
      readonly choices: readonly ReportReplyChoice[];
    }
  | { readonly kind: 'refused'; readonly choice: ReportReplyChoice; readonly refusal: Refusal };
