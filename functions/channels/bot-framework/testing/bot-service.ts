/** The Bot Framework in a test: its keys, its tokens, and the conversations that it is answered in. */
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { ProviderFetch, RawCall } from '../../channel-contract.ts';

export const APP_ID = 'c9e8c047-2a74-40a2-b28a-b162d5f5327c';
export const NOW = '2026-11-23T02:00:00.000Z';
export const SERVICE_URL = 'https://smba.trafficmanager.net/amer/';

export const teamsMessage = {
  type: 'message',
  id: '1485983408511',
  timestamp: '2026-11-23T01:59:58.437Z',
  serviceUrl: SERVICE_URL,
  channelId: 'msteams',
  from: { id: '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ', name: 'Lê Thị Ánh' },
  conversation: { conversationType: 'personal', id: 'a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpzbfcAg2Iay' },
  recipient: { id: `28:${APP_ID}`, name: '1022' },
  textFormat: 'plain',
  text: 'Đèn đường hỏng',
  entities: [{ locale: 'vi-VN', country: 'VN', platform: 'Windows', type: 'clientInfo' }],
  channelData: { tenant: { id: '72f988bf-86f1-41af-91ab-2d7cd011db47' } },
};

export interface SigningKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly privateKey: CryptoKey;
}

export async function signingKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { kid, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' }, privateKey };
}

export interface TokenClaims {
  readonly iss: string;
  readonly aud: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly serviceurl?: string;
  readonly serviceUrl?: string;
}

export const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

export const goodClaims: TokenClaims = {
  iss: 'https://api.botframework.com',
  aud: APP_ID,
  iat: seconds(NOW),
  nbf: seconds(NOW),
  exp: seconds(NOW) + 3600,
  serviceurl: SERVICE_URL,
};

export function tokenOf(key: Pick<SigningKey, 'kid' | 'privateKey'>, claims: Partial<TokenClaims> = goodClaims) {
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' }).sign(key.privateKey);
}

export function activityCall(activity: unknown, authorization: string | undefined, now = NOW): RawCall {
  return { body: Buffer.from(JSON.stringify(activity)), headers: { authorization }, query: {}, now };
}

/** Where the keys are published; `published` may be changed, and `undefined` is a host that is down. */
export function keyHost(published: { keys: readonly (JWK & { endorsements?: readonly string[] })[] | undefined }) {
  const asked: string[] = [];
  const fetch: ProviderFetch = (url) => {
    asked.push(url);
    if (published.keys === undefined) return Promise.reject(new Error('down'));
    const body = url.endsWith('/openidconfiguration')
      ? { issuer: 'https://api.botframework.com', jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' }
      : { keys: published.keys };
    return Promise.resolve({ status: 200, headers: {}, text: () => Promise.resolve(JSON.stringify(body)) });
  };
  return { fetch, asked };
}
