import * as z from 'zod/mini';
import type { Log } from '../../../shared/shell/structured-log.ts';
import type { ChannelSecrets, OutgoingChannel, ProviderFetch, Sent } from '../channel-contract.ts';
import { askProvider } from '../providers/ask-provider.ts';
import { meaningOf } from './code-results.ts';
import { needsUnicode } from './needs-unicode.ts';

export interface EsmsPorts {
  readonly fetch: ProviderFetch;
  /** `ProviderEndpoints.smsGateway`. */
  readonly endpoint: string;
  readonly secrets: NonNullable<ChannelSecrets['esms']>;
  /** Where receipts are called back: `PUBLIC_BASE_URL`. */
  readonly publicBaseUrl: string;
  readonly log: Log;
}

/** Codes come as text and as numbers; both are texts here. */
const Answer = z.object({ CodeResult: z.string() });

/**
 * Texts through eSMS (or a gateway with its contract). The attempt's id is the RequestId, so that a retry of the same attempt is not sent twice;
 * it is the message's id for receipts as well, because the answer to a repeated RequestId names no SMSID.
 */
export function esmsSender(ports: EsmsPorts): OutgoingChannel {
  return {
    channel: 'sms',
    deduplicates: true,
    send: async ({ text, to, attemptId }): Promise<Sent> => {
      const phone = domesticForm(to.account);
      if (phone === undefined) return { kind: 'refused', why: 'foreign-number' };
      const { endpoint, secrets, publicBaseUrl } = ports;
      const answer = await askProvider(ports.fetch, {
        url: `${endpoint}/MainService.svc/json/SendMultipleMessage_V4_post_json/`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ApiKey: secrets.apiKey,
          SecretKey: secrets.secretKey,
          Brandname: secrets.brandname,
          // Customer care (chăm sóc khách hàng); advertising is 1.
          SmsType: '2',
          Phone: phone,
          Content: text,
          IsUnicode: needsUnicode(text) ? '1' : '0',
          RequestId: attemptId,
          CallbackUrl: `${publicBaseUrl}/channels/esms/${secrets.callbackKey}`,
        }),
      });
      return answer.kind === 'failed' ? answer.outcome : sentOf(answer.body, attemptId, ports.log);
    },
  };
}

function sentOf(body: unknown, messageId: string, log: Log): Sent {
  const read = Answer.safeParse(body);
  // 200 in other words: it may have been taken.
  if (!read.success) return { kind: 'unclear' };
  const code = read.data.CodeResult;
  const meaning = meaningOf(code);
  if (meaning.kind === 'accepted') return { kind: 'accepted', messageId };
  const { kind, why, ops } = meaning;
  if (ops) log('error', 'esms-refuses', { code, why });
  return { kind, why };
}

/** `0912345678` of `+84912345678`; the gateway serves Vietnamese networks only. */
function domesticForm(e164: string): string | undefined {
  return e164.startsWith('+84') ? `0${e164.slice(3)}` : undefined;
}
