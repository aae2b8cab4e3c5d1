/** What a link that came back says: verified, in time, and of the shape that we write. */
import * as z from 'zod/mini';
import { ActionName } from '../../shared/contracts/http/staff.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { readToken } from '../../shared/shell/signed-token.ts';
import { ACTION_PURPOSE, type ActionLink } from './action-link.ts';
import { SIGN_IN_PURPOSE, type SignInToken } from './sign-in-token.ts';

export type ReadLink<Claims> =
  { readonly kind: 'valid'; readonly claims: Claims } | { readonly kind: 'expired' | 'unreadable' };

/** A link that has a page: of any act but a note. */
export type PageLink = ActionLink & { readonly action: ActionName };

const ActionClaims = z.strictObject({
  e: z.string(),
  p: z.string(),
  a: ActionName,
  s: z.exactOptional(z.string()),
  c: z.exactOptional(z.string()),
  m: z.exactOptional(z.string()),
  h: z.exactOptional(z.int().check(z.minimum(0))),
});
const SignInClaims = z.strictObject({ signInId: z.string(), staffId: z.string() });

export function readActionLink(keys: SigningKeys, token: string, now: Instant): ReadLink<PageLink> {
  const read = readToken(keys, token, { purpose: ACTION_PURPOSE, now });
  if (read.kind !== 'valid') return read;
  const claims = ActionClaims.safeParse(read.claims);
  if (!claims.success) return { kind: 'unreadable' };
  const { e: entityId, p: staffId, a: action, s: stepId, c: consultationId, m: mailId, h: choice } = claims.data;
  return {
    kind: 'valid',
    claims: {
      entityId,
      staffId,
      action,
      ...(stepId !== undefined && { stepId }),
      ...(consultationId !== undefined && { consultationId }),
      ...(mailId !== undefined && { mailId }),
      ...(choice !== undefined && { choice }),
    },
  };
}

export function readSignInLink(keys: SigningKeys, token: string, now: Instant): ReadLink<SignInToken> {
  const read = readToken(keys, token, { purpose: SIGN_IN_PURPOSE, now });
  if (read.kind !== 'valid') return read;
  const claims = SignInClaims.safeParse(read.claims);
  return claims.success ? { kind: 'valid', claims: claims.data } : { kind: 'unreadable' };
}
