/**
 * Stand-in of Zalo: the consultation message of an Official Account (API v3) and the token endpoint. What goes wrong is said under HTTP status
 * 200, as Zalo does.
 */
import { randomBytes } from 'node:crypto';
import { addMinutes } from '../../../shared/domain/time.ts';
import { asObject, asText } from '../json-reading.ts';
import {
  jsonObject,
  jsonResponse,
  lastHeard,
  withFaults,
  type ProviderHandler,
  type ProviderRequest,
  type ProviderResponse,
  type ProviderWorld,
} from './provider-world.ts';
import { zaloReceipt } from './zalo-citizen.ts';
import { isZaloToken, zaloTokenPair } from './zalo-tokens.ts';

/** Letters of a text. */
const LONGEST = 2000;
/** Nobody is written to who has been silent for longer. Minutes (7 days). */
const WINDOW = 7 * 24 * 60;

export function zaloProvider(world: ProviderWorld): ProviderHandler {
  return withFaults(world, 'zalo', (request) => {
    const { method, path } = request;
    if (method === 'POST' && path === '/v3.0/oa/message/cs') return Promise.resolve(takeMessage(world, request));
    if (method === 'POST' && path === '/v4/oa/access_token') return Promise.resolve(giveToken(world, request));
    return Promise.resolve(error(-404, 'no such API'));
  });
}

function takeMessage(world: ProviderWorld, { headers, body }: ProviderRequest): ProviderResponse {
  const fault = world.faults.get('zalo');
  if (fault === 'rate-limit') return error(-32, 'too many requests');
  if (fault === 'expired-token' || !isZaloToken(world, 'access', headers['access_token'] ?? ''))
    return error(-216, 'Access token has expired');
  if (fault === 'error-with-200') return error(-224, 'the tier of the OA does not include this');
  const read = readMessage(headers, body);
  if (read === undefined) return error(-201, 'Params is invalid');
  if (Array.from(read.text).length > LONGEST) return error(-210, 'the text is too long');
  const heard = lastHeard(world, 'zalo', read.account);
  if (heard !== undefined && addMinutes(heard, WINDOW) < world.clock.now())
    return error(-230, 'User has not interacted with the OA in the past 7 days');
  const messageId = randomBytes(10).toString('hex');
  world.said.push({ provider: 'zalo', ...read, messageId, at: world.clock.now() });
  if (world.receipts) world.after(() => zaloReceipt(world, { account: read.account, messageId, status: 'delivered' }));
  return jsonResponse({
    error: 0,
    message: 'Success',
    data: { message_id: messageId, user_id: read.account },
  });
}

function readMessage(
  headers: ProviderRequest['headers'],
  body: string,
): { readonly account: string; readonly text: string } | undefined {
  if (headers['content-type']?.startsWith('application/json') !== true) return undefined;
  const json = jsonObject(body);
  const account = asText(asObject(json['recipient'])['user_id']);
  const text = asText(asObject(json['message'])['text']);
  return account === undefined || !/^\d{5,25}$/.test(account) || text === undefined || text === ''
    ? undefined
    : { account, text };
}

/** A refresh token is taken once; its pair ends the fault `expired-token`. */
function giveToken(world: ProviderWorld, { headers, body }: ProviderRequest): ProviderResponse {
  const form = new URLSearchParams(body);
  const { appId, appSecret } = world.secrets.zalo;
  if (headers['secret_key'] !== appSecret || form.get('app_id') !== appId) return error(-14004, 'Invalid app');
  if (form.get('grant_type') !== 'refresh_token') return error(-14001, 'Invalid grant type');
  const refreshToken = form.get('refresh_token') ?? '';
  if (!isZaloToken(world, 'refresh', refreshToken) || world.spent.has(refreshToken))
    return error(-14020, 'Invalid refresh token');
  world.spent.add(refreshToken);
  if (world.faults.get('zalo') === 'expired-token') world.faults.delete('zalo');
  const pair = zaloTokenPair(world);
  const lifetime = (Date.parse(pair.expiresAt) - Date.parse(world.clock.now())) / 1000;
  return jsonResponse({
    access_token: pair.accessToken,
    refresh_token: pair.refreshToken,
    expires_in: String(Math.floor(lifetime)),
  });
}

function error(code: number, message: string): ProviderResponse {
  return jsonResponse({ error: code, message });
}
