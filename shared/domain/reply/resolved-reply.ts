import type { Refusal } from '../decision.ts';
import type { DossierCommand } from '../dossier/commands.ts';
import type { ReplyChoice, ReplyDoubt } from '../dossier/reply-result.ts';

/** What a reply means for this case and this person, now. */
export type ResolvedReply =
  /**
   * To be decided in one commit, in this order. `choice` says the same as an act with its form filled in, for receipts and for the page
   * of the second proof. `highImpact`: not without that second proof.
   */
  | {
      readonly kind: 'act';
      readonly commands: readonly DossierCommand[];
      readonly choice: ReplyChoice;
      readonly highImpact: boolean;
    }
  /** At the counter: the legal code has to be drawn first, so the command is made by the caller. */
  | { readonly kind: 'receive'; readonly choice: ReplyChoice }
  | {
      readonly kind: 'doubtful';
      readonly why: ReplyDoubt;
      /** The words that were not understood, or the field that is missing. */
      readonly detail?: string;
      readonly choices: readonly ReplyChoice[];
    }
  /** A rule stands against it beforehand, whatever else it would still need. */
  | { readonly kind: 'refused'; readonly choice: ReplyChoice; readonly refusal: Refusal }
  | { readonly kind: 'note' };
