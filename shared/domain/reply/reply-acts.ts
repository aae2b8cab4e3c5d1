/**
 * What a member of staff can do by answering a mail. The order is part of the addresses that are on their way (a bit for each act): new ones
 * go to the end, none is ever taken out.
 */
export const REPLY_ACTS = [
  'acknowledge',
  'complete-step',
  'grant',
  'refuse',
  'request-supplement',
  'consult',
  'answer-consultation',
  'extend',
  'hand-over',
  'forward',
  'prepare-apology',
  'stop',
  'pause',
  'resume',
  /** At the counter, on a dossier that was filed online. */
  'receive',
  'refuse-intake',
  'note',
  'undo',
] as const;
export type ReplyAct = (typeof REPLY_ACTS)[number];

/**
 * Acts that a reply alone does not do: they end a citizen's matter. Sending up a level is one too; that depends on the unit
 * (reply/resolve-reply.ts).
 */
export const HIGH_IMPACT: ReadonlySet<ReplyAct> = new Set(['refuse', 'refuse-intake', 'stop']);

/** How long a receipt's undo works. Minutes. */
export const UNDO_MINUTES = 10;
