/** The citizens' side of Viber: what they do and what their devices report, as signed calls of our webhook. */
import { createHmac, randomInt } from 'node:crypto';
import type { CitizenSaying } from './citizen-saying.ts';
import { callUntilTaken, hear, type ProviderWorld, type WebhookAnswer, type WebhookCall } from './provider-world.ts';

/** More than a JavaScript number holds exactly, as Viber's are: only ever a text here. */
export function viberToken(): string {
  return `5${String(randomInt(10 ** 9, 10 ** 10 - 1))}${String(randomInt(10 ** 7, 10 ** 8 - 1))}`;
}

export async function viberCitizenSays(
  world: ProviderWorld,
  account: string,
  saying: CitizenSaying,
): Promise<WebhookAnswer> {
  if (saying.kind === 'leaves') world.left.add(`viber ${account}`);
  else world.left.delete(`viber ${account}`);
  hear(world, 'viber', account);
  return callUntilTaken(world, viberCall(world, viberEvent(world, account, saying)));
}

/** Nothing may be sent to whoever unsubscribed. */
export function hasLeft(world: ProviderWorld, account: string): boolean {
  return world.left.has(`viber ${account}`);
}

/** Somebody opens the chat; our answer may carry the one welcome. */
export async function viberCitizenOpens(world: ProviderWorld, account: string): Promise<WebhookAnswer> {
  const body = event(world, {
    event: 'conversation_started',
    type: 'open',
    user: { id: account, name: 'Người dân' },
    subscribed: false,
  });
  return callUntilTaken(world, viberCall(world, body));
}

export async function viberReceipt(
  world: ProviderWorld,
  told: { readonly account: string; readonly messageId: string; readonly status: 'delivered' | 'seen' | 'failed' },
): Promise<WebhookAnswer> {
  const { account, messageId, status } = told;
  const body = event(
    world,
    { event: status, user_id: account, ...(status === 'failed' && { desc: 'failure description' }) },
    messageId,
  );
  return callUntilTaken(world, viberCall(world, body));
}

export function viberCall(world: ProviderWorld, body: string): WebhookCall {
  const signature = createHmac('sha256', world.secrets.viber.authToken).update(body).digest('hex');
  return {
    method: 'POST',
    path: '/channels/viber',
    headers: { 'content-type': 'application/json', 'x-viber-content-signature': signature },
    body,
  };
}

export function viberEvent(world: ProviderWorld, account: string, saying: CitizenSaying): string {
  if (saying.kind === 'comes')
    return event(world, { event: 'subscribed', user: { id: account, name: 'Người dân', language: 'vi' } });
  if (saying.kind === 'leaves') return event(world, { event: 'unsubscribed', user_id: account });
  return event(world, {
    event: 'message',
    sender: { id: account, name: 'Người dân', language: 'vi', country: 'VN', api_version: 10 },
    message: said(saying),
    silent: false,
  });
}

/** The token and the time are numbers in Viber's JSON, written here by hand because a JavaScript number would round them. */
function event(world: ProviderWorld, members: object, token: string = viberToken()): string {
  const time = String(Date.parse(world.clock.now()));
  return `{"timestamp":${time},"message_token":${token},"chat_hostname":"SN-CHAT-01",${JSON.stringify(members).slice(1)}`;
}

function said(saying: Exclude<CitizenSaying, { kind: 'comes' | 'leaves' }>) {
  switch (saying.kind) {
    case 'text':
      return { type: 'text', text: saying.text };
    case 'image':
    case 'video':
    case 'file': {
      const { kind, url, fileName, text } = saying;
      return {
        type: kind === 'image' ? 'picture' : kind,
        media: url,
        ...(fileName !== undefined && { file_name: fileName }),
        ...(text !== undefined && { text }),
      };
    }
    case 'voice':
      // Viber hands voice notes to no bot; a kind that we do not know stands in.
      return { type: 'audio', media: saying.url };
    case 'sticker':
      return { type: 'sticker', sticker_id: 46105 };
    case 'location':
      return { type: 'location', location: { lat: saying.latitude, lon: saying.longitude } };
    case 'contact':
      return { type: 'contact', contact: { name: saying.name, phone_number: saying.phone } };
    default:
      return saying satisfies never;
  }
}
