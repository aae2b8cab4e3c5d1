/** A gateway for texts that is not reached over plain HTTPS. What it answers is read as of any channel (functions/channels/channel-contract.ts). */
export interface TextSender {
  /** @param text `to` is E.164; `attemptId` the same for every retry of one attempt. @throws never. */
  send(text: { readonly to: string; readonly text: string; readonly attemptId: string }): Promise<TextSent>;
}

export type TextSent =
  | { readonly kind: 'accepted'; readonly messageId: string }
  | { readonly kind: 'unavailable'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unclear' };
