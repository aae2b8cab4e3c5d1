/** The token of a sign-in mail: which request and which post. It opens nothing without the browser that asked. */
import * as z from 'zod/mini';
import type { Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { readToken, signToken } from '../../shared/shell/signed-token.ts';

const PURPOSE = 'sign-in';
const Claims = z.strictObject({ signInId: z.string(), staffId: z.string() });
export type SignInToken = z.infer<typeof Claims>;

/** @param baseUrl without a slash at the end. @param expiresAt of the request: the mail may be late, its link is not longer good for it. */
export function signInUrl(
  keys: SigningKeys,
  baseUrl: string,
  token: SignInToken & { readonly expiresAt: Instant },
): string {
  const { signInId, staffId, expiresAt } = token;
  return `${baseUrl}/staff/sign-in/${signToken(keys, { purpose: PURPOSE, claims: { signInId, staffId }, expiresAt })}`;
}

export type ReadSignInToken =
  { readonly kind: 'valid'; readonly claims: SignInToken } | { readonly kind: 'expired' | 'unreadable' };

export function readSignInToken(keys: SigningKeys, token: string, now: Instant): ReadSignInToken {
  const read = readToken(keys, token, { purpose: PURPOSE, now });
  if (read.kind !== 'valid') return read;
  const claims = Claims.safeParse(read.claims);
  return claims.success ? { kind: 'valid', claims: claims.data } : { kind: 'unreadable' };
}
