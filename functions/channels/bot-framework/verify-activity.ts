/**
 * Whether the Bot Framework sent an activity: the seven checks of its documentation and the endorsement of the channel. Each of them alone refuses
 * the call, and none says which: the answer is 403.
 */
import { decodeProtectedHeader, importJWK, jwtVerify, type JWTPayload } from 'jose';
import type { RawCall, Verification } from '../channel-contract.ts';
import { readActivity } from './activity.ts';
import type { BotKey, BotKeys } from './bot-keys.ts';
import { isServiceUrl } from './service-url.ts';

export interface VerifyPorts {
  readonly appId: string;
  readonly keys: BotKeys;
  /** On one machine. */
  readonly plainHttp: boolean;
}

const ISSUER = 'https://api.botframework.com';
/** Seconds that clocks may differ. */
const SKEW = 300;

export async function verifyActivity(call: RawCall, { appId, keys, plainHttp }: VerifyPorts): Promise<Verification> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(call.headers['authorization'] ?? '')?.[1];
  const keyId = token === undefined ? undefined : keyIdOf(token);
  if (token === undefined || keyId === undefined) return refused('forged');
  const found = await keys.find(keyId, call.now);
  if (found.kind !== 'found') return refused(found.kind === 'unavailable' ? 'keys-unavailable' : 'forged');
  const claims = await claimsOf(token, found.key, { appId, now: new Date(call.now) });
  if (claims === undefined) return refused('forged');
  const activity = readActivity(call.body);
  if (activity === undefined || !found.key.endorsements.includes(activity.channelId)) return refused('forged');
  // Documented as `serviceUrl`; tokens carry it in lower case.
  const claimed = claims['serviceurl'] ?? claims['serviceUrl'];
  const answered = claimed === activity.serviceUrl && isServiceUrl(activity.serviceUrl, plainHttp);
  return answered ? { kind: 'genuine' } : refused('forged');
}

function keyIdOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    return undefined;
  }
}

/** @returns undefined unless signature, issuer, audience and both times hold. */
async function claimsOf(
  token: string,
  { jwk }: BotKey,
  { appId, now }: { readonly appId: string; readonly now: Date },
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, await importJWK(jwk, 'RS256'), {
      algorithms: ['RS256'],
      issuer: ISSUER,
      audience: appId,
      clockTolerance: SKEW,
      currentDate: now,
      requiredClaims: ['iss', 'aud', 'exp'],
    });
    return payload;
  } catch {
    return undefined;
  }
}

function refused(why: 'forged' | 'keys-unavailable'): Verification {
  return { kind: 'refused', why };
}
