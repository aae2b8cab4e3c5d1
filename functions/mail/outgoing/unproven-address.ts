/**
 * Whoever files online types an address that nobody has proven: the system must not become a way to write to strangers. Until an official has
 * received the dossier such an address gets a few mails a day, however many filings name it, and no word of the filer's own. The code stands
 * on the page anyway.
 */
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import { mailboxHash } from '../../../shared/ports/mailbox-hash.ts';
import type { Throttle } from '../../../shared/ports/short-lived.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** A family that files for several of its members on one day gets all its mails. */
const MAILS_A_DAY = { limit: 5, windowSeconds: DAY_SECONDS } as const;
/** Longer than a queue keeps a message. */
const ONCE = { limit: 1, windowSeconds: 15 * DAY_SECONDS } as const;

export function isUnproven({ channel, dossierCode }: Dossier): boolean {
  return channel === 'online' && dossierCode === undefined;
}

/** Counts each notice once, however often its queue delivers it: a mail that the mail service put off must not use up the others. */
export async function mayWriteTo(
  throttle: Throttle,
  mail: { readonly address: string; readonly noticeId: string },
): Promise<boolean> {
  const first = await throttle.hit(`mail-counted#${mail.noticeId}`, ONCE);
  if (!first.allowed) return true;
  return (await throttle.hit(`mail-to#${mailboxHash(mail.address)}`, MAILS_A_DAY)).allowed;
}
