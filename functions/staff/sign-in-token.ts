/** The token of a sign-in mail: which request and which post. It opens nothing without the browser that asked. Read back in read-links.ts. */
import type { Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { signToken } from '../../shared/shell/signed-token.ts';

export const SIGN_IN_PURPOSE = 'sign-in';

export interface SignInToken {
  readonly signInId: string;
  readonly staffId: string;
}

/** @param baseUrl without a slash at the end. @param token `expiresAt` of the request: a late mail's link is not good for longer. */
export function signInUrl(
  keys: SigningKeys,
  baseUrl: string,
  token: SignInToken & { readonly expiresAt: Instant },
): string {
  const { signInId, staffId, expiresAt } = token;
  const claims = { signInId, staffId };
  return `${baseUrl}/staff/sign-in/${signToken(keys, { purpose: SIGN_IN_PURPOSE, claims, expiresAt })}`;
}
