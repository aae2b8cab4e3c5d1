import * as z from 'zod/mini';
import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import type { OutgoingChannel, OutgoingText, ProviderFetch, Sent } from '../channel-contract.ts';
import { askProvider, type ProviderAnswer } from '../providers/ask-provider.ts';
import { maybe } from '../providers/maybe.ts';
import type { BotTokens } from './bot-token.ts';
import { isServiceUrl } from './service-url.ts';

export interface BotSenderPorts {
  readonly fetch: ProviderFetch;
  readonly tokens: BotTokens;
  /** On one machine. */
  readonly plainHttp: boolean;
}

type BotAddress = NonNullable<ChannelAddress['bot']>;

const Answer = z.object({ id: maybe(z.string()) });

/** Into the conversation in which the citizen wrote last; an address that no verified activity brought has none. */
export function botOutgoing(channel: 'skype' | 'teams', ports: BotSenderPorts): OutgoingChannel {
  return {
    channel,
    send: async ({ to: { bot }, text, attemptId }): Promise<Sent> => {
      if (bot?.channelId !== (channel === 'skype' ? 'skype' : 'msteams'))
        return { kind: 'refused', why: 'no-conversation' };
      if (!isServiceUrl(bot.serviceUrl, ports.plainHttp)) return { kind: 'refused', why: 'unsafe-address' };
      return sendTo(bot, { text, attemptId }, ports);
    },
  };
}

async function sendTo(
  bot: BotAddress,
  message: Pick<OutgoingText, 'text' | 'attemptId'>,
  ports: BotSenderPorts,
): Promise<Sent> {
  const first = await ports.tokens.current();
  if (first.kind !== 'token') return first;
  const answer = await post(bot, message.text, { ...ports, token: first.token });
  if (!isTokenRefused(answer)) return sentOf(answer, message.attemptId);
  const second = await ports.tokens.current(first.token);
  if (second.kind !== 'token') return second;
  return sentOf(await post(bot, message.text, { ...ports, token: second.token }), message.attemptId);
}

function post(
  { serviceUrl, conversationId, botId }: BotAddress,
  text: string,
  { fetch, token }: { readonly fetch: ProviderFetch; readonly token: string },
): Promise<ProviderAnswer> {
  const base = serviceUrl.endsWith('/') ? serviceUrl.slice(0, -1) : serviceUrl;
  return askProvider(fetch, {
    url: `${base}/v3/conversations/${encodeURIComponent(conversationId)}/activities`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      type: 'message',
      from: { id: botId },
      conversation: { id: conversationId },
      text,
      // What a person wrote is never mark-up.
      textFormat: 'plain',
    }),
  });
}

function isTokenRefused(answer: ProviderAnswer): boolean {
  return answer.kind === 'failed' && whyOf(answer.outcome) === 'http-401';
}

function sentOf(answer: ProviderAnswer, attemptId: string): Sent {
  if (answer.kind === 'failed') {
    // 403: the bot was blocked, or taken out of the conversation.
    return whyOf(answer.outcome) === 'http-403' ? { kind: 'refused', why: 'http-403' } : answer.outcome;
  }
  const read = Answer.safeParse(answer.body);
  // Nothing is ever reported of it, so any name will do where none is given.
  return { kind: 'accepted', messageId: (read.success ? read.data.id : undefined) ?? attemptId };
}

function whyOf(outcome: Exclude<Sent, { readonly kind: 'accepted' }>): string | undefined {
  return outcome.kind === 'unclear' ? undefined : outcome.why;
}
