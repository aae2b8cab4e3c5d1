/** The citizens' side of Zalo: what they do and what their devices report, as signed calls of our webhook. */
import { createHash, randomBytes } from 'node:crypto';
import type { CitizenSaying } from './citizen-saying.ts';
import { callUntilTaken, hear, type ProviderWorld, type WebhookAnswer, type WebhookCall } from './provider-world.ts';

/** @param account digits, as Zalo's user ids. */
export async function zaloCitizenSays(
  world: ProviderWorld,
  account: string,
  saying: CitizenSaying,
): Promise<WebhookAnswer> {
  hear(world, 'zalo', account);
  return callUntilTaken(world, zaloCall(world, zaloEvent(world, account, saying)));
}

/** Our message was brought to the citizen's phone, or looked at. */
export async function zaloReceipt(
  world: ProviderWorld,
  {
    account,
    messageId,
    status,
  }: { readonly account: string; readonly messageId: string; readonly status: 'delivered' | 'seen' },
): Promise<WebhookAnswer> {
  const parties = { sender: { id: account }, recipient: { id: world.secrets.zalo.oaId } };
  const event =
    status === 'delivered'
      ? { event_name: 'user_received_message', ...parties, message: { msg_id: messageId } }
      : { event_name: 'user_seen_message', ...parties, message: { msg_ids: [messageId] } };
  return callUntilTaken(world, zaloCall(world, JSON.stringify({ ...common(world), ...event })));
}

/** @param body with a `timestamp` as Zalo writes it, a text of epoch milliseconds. */
export function zaloCall(world: ProviderWorld, body: string): WebhookCall {
  const { appId, oaSecretKey } = world.secrets.zalo;
  const timestamp = /"timestamp":"(\d+)"/.exec(body)?.[1] ?? '';
  const mac = createHash('sha256').update(`${appId}${body}${timestamp}${oaSecretKey}`, 'utf8').digest('hex');
  return {
    method: 'POST',
    path: '/channels/zalo',
    headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` },
    body,
  };
}

export function zaloEvent(world: ProviderWorld, account: string, saying: CitizenSaying): string {
  const { oaId } = world.secrets.zalo;
  if (saying.kind === 'comes' || saying.kind === 'leaves') {
    const name = saying.kind === 'comes' ? 'follow' : 'unfollow';
    return JSON.stringify({ event_name: name, ...common(world), oa_id: oaId, follower: { id: account } });
  }
  const { name, message } = said(saying);
  return JSON.stringify({
    event_name: name,
    ...common(world),
    sender: { id: account },
    recipient: { id: oaId },
    message: { ...message, msg_id: randomBytes(10).toString('hex') },
  });
}

function common(world: ProviderWorld) {
  return { app_id: world.secrets.zalo.appId, timestamp: String(Date.parse(world.clock.now())) };
}

function said(saying: Exclude<CitizenSaying, { kind: 'comes' | 'leaves' }>) {
  const attached = (type: string, payload: object, text?: string) => ({
    name: `user_send_${type}`,
    message: { ...(text !== undefined && { text }), attachments: [{ type, payload }] },
  });
  switch (saying.kind) {
    case 'text':
      return { name: 'user_send_text', message: { text: saying.text } };
    case 'image':
    case 'video':
    case 'file': {
      const { kind, url, fileName, text } = saying;
      return attached(kind, { url, ...(fileName !== undefined && { name: fileName }) }, text);
    }
    case 'voice':
      return attached('audio', { url: saying.url });
    case 'sticker':
      return attached('sticker', { id: '9f2d1a', url: 'https://zalo-api.zadn.vn/sticker' });
    case 'location': {
      const { latitude, longitude } = saying;
      return attached('location', { coordinates: { latitude: String(latitude), longitude: String(longitude) } });
    }
    case 'contact':
      return {
        name: 'user_send_business_card',
        message: {
          attachments: [
            { type: 'link', payload: { title: saying.name, description: JSON.stringify({ phone: saying.phone }) } },
          ],
        },
      };
    default:
      return saying satisfies never;
  }
}
