/**
 * Where providers call us. What they send is theirs to define and is signed as bytes, so nothing is parsed before a channel has verified it.
 */
import type { RouteContract } from '../route.ts';

/** Larger than any message or event of a provider: files are fetched, never pushed. Bytes. */
const LIMIT = 256 * 1024;

const webhook = {
  function: 'channel-webhooks',
  access: 'public',
  rawBody: { limit: LIMIT },
  response: { status: 200, media: 'json' },
  idempotency: 'none',
} as const;

export const channelRoutes = [
  {
    ...webhook,
    operationId: 'receiveFromChannel',
    method: 'POST',
    path: '/channels/{channel}',
    summary: {
      vi: 'Nhà cung cấp kênh tin nhắn gọi vào (có chữ ký): tin của người dân, trạng thái tin đã gửi',
      en: 'A messaging provider calls, with its signature: what citizens write, and what became of our messages',
    },
  },
  {
    ...webhook,
    operationId: 'receiveSmsReceipt',
    method: 'GET',
    path: '/channels/esms/{key}',
    summary: {
      vi: 'Cổng SMS báo trạng thái tin đã gửi',
      en: 'The SMS gateway says what became of a text; it signs nothing, so its address ends with a secret',
    },
  },
] as const satisfies readonly RouteContract[];
