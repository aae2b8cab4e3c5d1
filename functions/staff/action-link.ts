/**
 * The signed link of a notice: one act, in one place of one case, for one person. It is proof that the notice reached its mailbox,
 * no more: whether the act is still that person's is asked of the case each time. Read back in read-links.ts.
 */
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { signToken } from '../../shared/shell/signed-token.ts';
import type { Act } from '../../shared/domain/reply/available-acts.ts';

export interface ActionLink extends Act {
  readonly entityId: string;
  readonly staffId: string;
}

export const ACTION_PURPOSE = 'action';
/** A step rarely waits longer than this, and each reminder brings a new link. Minutes. */
const LIFE_MINUTES = 30 * 24 * 60;

/** @param baseUrl without a slash at the end. @param link `now` is when the notice is written. */
export function actionUrl(keys: SigningKeys, baseUrl: string, link: ActionLink & { readonly now: Instant }): string {
  const { entityId, staffId, action, stepId, consultationId, now } = link;
  // Short names: the token stands in an address that a mail program may break. JSON leaves out what is undefined.
  const claims = { e: entityId, p: staffId, a: action, s: stepId, c: consultationId };
  const expiresAt = addMinutes(now, LIFE_MINUTES);
  return `${baseUrl}/a/${signToken(keys, { purpose: ACTION_PURPOSE, claims, expiresAt })}`;
}
