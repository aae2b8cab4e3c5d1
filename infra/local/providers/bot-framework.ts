/** Stand-in of the Bot Framework for Skype and Teams: published keys, tokens for bots, and conversations that are answered with them. */
import { randomUUID } from 'node:crypto';
import { asText } from '../json-reading.ts';
import { becomeBot, botAccessToken, isBotToken, type BotAddresses, type BotIdentity } from './bot-identity.ts';
import {
  jsonObject,
  jsonResponse,
  withFaults,
  type ProviderHandler,
  type ProviderRequest,
  type ProviderResponse,
  type ProviderWorld,
} from './provider-world.ts';

const conversations = /\/v3\/conversations\/([^/]+)\/activities$/u;

export function botProvider(world: ProviderWorld, addresses: BotAddresses): ProviderHandler {
  const identity = becomeBot(world, addresses);
  const converse = withFaults(world, 'bot', (request) => Promise.resolve(takeActivity(world, request)));
  return async (request) => {
    if (conversations.test(request.path)) return converse(request);
    if (world.faults.get('bot') === 'down') return { status: 503, body: '' };
    if (request.method === 'GET') return published(identity, request.path);
    if (request.path === '/botframework.com/oauth2/v2.0/token') return logIn(world, request);
    return { status: 404, body: '' };
  };
}

function published({ openId, keyId, publicKey }: BotIdentity, path: string): ProviderResponse {
  switch (path) {
    case '/v1/.well-known/openidconfiguration':
      return jsonResponse({ issuer: 'https://api.botframework.com', jwks_uri: `${openId}/v1/.well-known/keys` });
    case '/v1/.well-known/keys':
      return jsonResponse({ keys: [{ ...publicKey, kid: keyId, use: 'sig', endorsements: ['msteams', 'skype'] }] });
    default:
      return { status: 404, body: '' };
  }
}

function logIn(world: ProviderWorld, { headers, body }: ProviderRequest): ProviderResponse {
  const { appId, appPassword } = world.secrets.bot;
  const form = new URLSearchParams(body);
  const asked = ['grant_type', 'client_id', 'client_secret', 'scope'].map((name) => form.get(name));
  const wanted = ['client_credentials', appId, appPassword, 'https://api.botframework.com/.default'];
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  if (!isForm || asked.some((value, at) => value !== wanted[at])) return jsonResponse({ error: 'invalid_client' }, 401);
  return jsonResponse({ token_type: 'Bearer', expires_in: 3599, access_token: botAccessToken(world) });
}

function takeActivity(world: ProviderWorld, { method, path, headers, body }: ProviderRequest): ProviderResponse {
  const fault = world.faults.get('bot');
  const token = /^Bearer (.+)$/u.exec(headers['authorization'] ?? '')?.[1] ?? '';
  if (method !== 'POST') return { status: 405, body: '' };
  // The token that is in use ends; the next one is taken.
  if (fault === 'expired-token') world.faults.delete('bot');
  if (fault === 'expired-token' || !isBotToken(world, token)) return failure(401, 'Unauthorized');
  if (fault === 'rate-limit') return { status: 429, headers: { 'retry-after': '2' }, body: '' };
  const conversationId = decodeURIComponent(conversations.exec(path)?.[1] ?? '');
  const account = accountOf(conversationId);
  if (account === undefined) return failure(404, 'ConversationNotFound');
  if (world.left.has(`bot ${account}`)) return failure(403, 'BotNotInConversationRoster');
  const { type, text, textFormat } = jsonObject(body);
  const said = asText(text);
  if (type !== 'message' || said === undefined || said === '' || textFormat !== 'plain')
    return failure(400, 'BadSyntax');
  const messageId = randomUUID();
  world.said.push({ provider: 'bot', account, text: said, messageId, at: world.clock.now() });
  return jsonResponse({ id: messageId }, 201);
}

/** Who reads a conversation: one person, or a group by its own id. */
function accountOf(conversationId: string): string | undefined {
  if (conversationId.startsWith('a:')) return conversationId.slice('a:'.length);
  return conversationId.startsWith('19:') ? conversationId : undefined;
}

function failure(status: number, code: string): ProviderResponse {
  return jsonResponse({ error: { code, message: code } }, status);
}
