/** Stand-in of eSMS: it takes texts for Vietnamese numbers, never the same RequestId twice, and calls back when they have arrived. */
import { randomUUID } from 'node:crypto';
import { asText, type JsonObject } from '../json-reading.ts';
import {
  jsonObject,
  jsonResponse,
  withFaults,
  type ProviderHandler,
  type ProviderResponse,
  type ProviderWorld,
} from './provider-world.ts';

/** Nobody has this number: the network refuses it. */
export const BLOCKED_NUMBER = '+84900000000';

export function esmsProvider(world: ProviderWorld): ProviderHandler {
  return withFaults(world, 'esms', ({ method, path, headers, body }) => {
    const known = path === '/MainService.svc/json/SendMultipleMessage_V4_post_json/';
    if (method !== 'POST' || !known) return Promise.resolve({ status: 404, body: '' });
    if (world.faults.get('esms') === 'rate-limit') return Promise.resolve({ status: 429, body: '' });
    const isJson = headers['content-type']?.startsWith('application/json') === true;
    // As it answers what it cannot read.
    if (!isJson) return Promise.resolve(jsonResponse({ error: 'Invalid request' }));
    return Promise.resolve(take(world, jsonObject(body)));
  });
}

function take(world: ProviderWorld, asked: JsonObject): ProviderResponse {
  const { apiKey, secretKey, brandname } = world.secrets.esms;
  const text = asText(asked['Content']) ?? '';
  const requestId = asText(asked['RequestId']) ?? '';
  const phone = /^(?:0|84|\+84)(\d{9})$/u.exec(asText(asked['Phone']) ?? '')?.[1];
  if (asked['ApiKey'] !== apiKey || asked['SecretKey'] !== secretKey) return failure('101', 'Authorize Failed');
  if (world.faults.get('esms') === 'error-with-200') return failure('103', 'Balance is not enough');
  if (asked['Brandname'] !== brandname) return failure('104', 'Brand name code is not exist');
  if (asked['SmsType'] !== '2' || text === '') return failure('300', 'Missing message type');
  if (phone === undefined) return failure('108', 'Phone number is not in correct format');
  const account = `+84${phone}`;
  if (account === BLOCKED_NUMBER) return failure('99', 'The phone number is blocked');
  if (requestId !== '' && world.spent.has(`esms ${requestId}`)) return failure('124', 'Request exist');
  world.spent.add(`esms ${requestId}`);
  const arrived = asked['IsUnicode'] === '1' ? text : text.replace(/[^\p{ASCII}]/gu, '?');
  const smsId = randomUUID();
  world.said.push({ provider: 'esms', account, text: arrived, messageId: requestId, at: world.clock.now() });
  const address = asText(asked['CallbackUrl']);
  if (world.receipts && address !== undefined) {
    const receipt = { SMSID: smsId, RequestId: requestId, SendStatus: '5', SendSuccess: '1', SendFailed: '0' };
    world.after(() => callBack(world, address, { ...receipt, TypeId: '2', TotalReceiver: '1', TotalSent: '1' }));
  }
  return jsonResponse({ CodeResult: '100', CountRegenerate: 0, SMSID: smsId });
}

/** A GET with everything in the query, five times at most. */
async function callBack(world: ProviderWorld, address: string, query: Readonly<Record<string, string>>): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const { status } = await world.callWebhook({ method: 'GET', path: new URL(address).pathname, query });
    if (status < 500) return;
  }
}

function failure(code: string, message: string): ProviderResponse {
  return jsonResponse({ CodeResult: code, CountRegenerate: 0, ErrorMessage: message });
}
