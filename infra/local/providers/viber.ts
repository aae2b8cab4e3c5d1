/** Stand-in of Viber's REST bot API: `send_message` and `set_webhook`. What goes wrong is said under HTTP status 200, as Viber does. */
import { asObject, asText } from '../json-reading.ts';
import {
  jsonObject,
  jsonResponse,
  withFaults,
  type ProviderHandler,
  type ProviderRequest,
  type ProviderResponse,
  type ProviderWorld,
} from './provider-world.ts';
import { hasLeft, viberCall, viberReceipt, viberToken } from './viber-citizen.ts';

/** Bytes of a request, and letters of a text and of a sender. */
const LARGEST = 30 * 1024;
const LONGEST = 7000;
const LONGEST_SENDER = 28;

export function viberProvider(world: ProviderWorld): ProviderHandler {
  return withFaults(world, 'viber', async (request) => {
    const { method, path, headers } = request;
    const fault = world.faults.get('viber');
    if (method !== 'POST') return { status: 404, body: '' };
    if (fault === 'expired-token' || headers['x-viber-auth-token'] !== world.secrets.viber.authToken)
      return status(2, 'invalidAuthToken');
    if (path === '/pa/send_message') return takeMessage(world, request);
    if (path === '/pa/set_webhook') return setWebhook(world);
    return { status: 404, body: '' };
  });
}

function takeMessage(world: ProviderWorld, { headers, body }: ProviderRequest): ProviderResponse {
  const fault = world.faults.get('viber');
  if (fault === 'rate-limit') return status(12, 'tooManyRequests');
  if (fault === 'error-with-200') return status(6, 'notSubscribed');
  if (headers['content-type']?.startsWith('application/json') !== true || Buffer.byteLength(body) > LARGEST)
    return status(3, 'badData');
  const json = jsonObject(body);
  const account = asText(json['receiver']);
  const text = asText(json['text']);
  const sender = asText(asObject(json['sender'])['name']);
  if (account === undefined || text === undefined || sender === undefined) return status(4, 'missingData');
  if (json['type'] !== 'text' || text === '' || text.length > LONGEST || sender.length > LONGEST_SENDER)
    return status(3, 'badData');
  // Ids of Viber's users are base64.
  if (!/^[\w+/]{6,40}={0,2}$/.test(account)) return status(5, 'receiverNotRegistered');
  if (hasLeft(world, account)) return status(6, 'notSubscribed');
  const messageId = viberToken();
  world.said.push({ provider: 'viber', account, text, messageId, at: world.clock.now() });
  if (world.receipts) world.after(() => viberReceipt(world, { account, messageId, status: 'delivered' }));
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: `{"status":0,"status_message":"ok","message_token":${messageId},"chat_hostname":"SN-CHAT-01","billing_status":1}`,
  };
}

/** Viber calls the address at once, and takes it only if it answers. */
async function setWebhook(world: ProviderWorld): Promise<ProviderResponse> {
  const time = String(Date.parse(world.clock.now()));
  const call = viberCall(world, `{"event":"webhook","timestamp":${time},"message_token":${viberToken()}}`);
  const answer = await world.callWebhook(call);
  return answer.status === 200 ? status(0, 'ok') : status(1, 'invalidUrl');
}

function status(code: number, message: string): ProviderResponse {
  return jsonResponse({ status: code, status_message: message });
}
