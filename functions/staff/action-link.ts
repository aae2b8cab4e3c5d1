/**
 * The signed link of a notice: one act, in one place of one case, for one person. It is proof that the notice reached its mailbox,
 * no more: whether the act is still that person's is asked of the case each time.
 */
import * as z from 'zod/mini';
import { ActionName } from '../../shared/contracts/http/staff.ts';
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { readToken, signToken } from '../../shared/shell/signed-token.ts';
import type { Act } from './available-acts.ts';

export interface ActionLink extends Act {
  readonly entityId: string;
  readonly staffId: string;
}

/** A step rarely waits longer than this, and each reminder brings a new link. Minutes. */
const LIFE_MINUTES = 30 * 24 * 60;
const PURPOSE = 'action';

/** Short names: the token stands in an address that a mail program may break. */
const Claims = z.strictObject({
  e: z.string(),
  p: z.string(),
  a: ActionName,
  s: z.exactOptional(z.string()),
  c: z.exactOptional(z.string()),
});

/** @param baseUrl without a slash at the end. @param now when the notice is written. */
export function actionUrl(keys: SigningKeys, baseUrl: string, link: ActionLink & { readonly now: Instant }): string {
  const { entityId, staffId, action, stepId, consultationId, now } = link;
  const claims: z.infer<typeof Claims> = {
    e: entityId,
    p: staffId,
    a: action,
    ...(stepId !== undefined && { s: stepId }),
    ...(consultationId !== undefined && { c: consultationId }),
  };
  return `${baseUrl}/a/${signToken(keys, { purpose: PURPOSE, claims, expiresAt: addMinutes(now, LIFE_MINUTES) })}`;
}

export type ReadActionLink =
  | { readonly kind: 'valid'; readonly claims: ActionLink }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unreadable' };

export function readActionLink(keys: SigningKeys, token: string, now: Instant): ReadActionLink {
  const read = readToken(keys, token, { purpose: PURPOSE, now });
  if (read.kind !== 'valid') return read;
  const claims = Claims.safeParse(read.claims);
  if (!claims.success) return { kind: 'unreadable' };
  const { e, p, a, s, c } = claims.data;
  return {
    kind: 'valid',
    claims: {
      entityId: e,
      staffId: p,
      action: a,
      ...(s !== undefined && { stepId: s }),
      ...(c !== undefined && { consultationId: c }),
    },
  };
}
