/**
 * Where a citizen is told something, best first: where they wrote from, then the channels that are proven to be theirs too, then a text to the
 * phone and a mail to the address that they gave. Whether a rung can be used (they left, a window is closed) is looked at when its turn comes.
 */
import type { MessageChannel } from '../channel.ts';
import type { Rung } from './state.ts';

export interface Reachable {
  /** Where they wrote from, then those linked to it by proof. `account`: of that channel, to reach nobody twice at one place. */
  readonly conversations: readonly {
    readonly conversationId: string;
    readonly channel: MessageChannel;
    readonly account?: string;
    /** Nobody vouches for the sender: a mail may be forged. */
    readonly unproven?: true;
  }[];
  /** What stands in the report. */
  readonly contact?: {
    readonly reportId: string;
    /** E.164. */
    readonly phone: string;
    readonly email?: string;
    readonly proven: readonly ('phone' | 'email')[];
  };
}

export function ladderOf({ conversations, contact }: Reachable): readonly Rung[] {
  const talked = conversations.map(({ conversationId, channel, unproven }): Rung => {
    return { channel, via: { kind: 'conversation', conversationId }, proven: unproven !== true };
  });
  if (contact === undefined) return talked;
  const { reportId, phone, email, proven } = contact;
  const via = { kind: 'contact', reportId } as const;
  const isNew = (channel: MessageChannel, account: string): boolean =>
    !conversations.some((one) => one.channel === channel && one.account === account);
  const text = takesTexts(phone) && isNew('sms', phone);
  const mail = email !== undefined && isNew('email', email.toLowerCase());
  return [
    ...talked,
    ...(text ? [{ channel: 'sms', via, proven: proven.includes('phone') } as const] : []),
    ...(mail ? [{ channel: 'email', via, proven: proven.includes('email') } as const] : []),
  ];
}

/** Landlines of Viet Nam take no texts: mobile numbers begin with 3, 5, 7, 8 or 9 after the country. Of other countries nobody can tell. */
function takesTexts(e164: string): boolean {
  return e164.startsWith('+84') ? /^\+84[35789]\d{8}$/u.test(e164) : e164.startsWith('+');
}
