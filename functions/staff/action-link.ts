/**
 * The signed link of a notice: one act, in one place of one case, for one person. It is proof that the notice reached its mailbox,
 * no more: whether the act is still that person's is asked of the case each time. Read back in read-links.ts.
 */
import type { Act } from '../../shared/domain/reply/available-acts.ts';
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { signToken } from '../../shared/shell/signed-token.ts';

export interface ActionLink extends Act {
  readonly entityId: string;
  readonly staffId: string;
  /** The reply that the page's form is filled in from, or that `undo` takes back. */
  readonly mailId?: string;
  /** Which of the choices that its question offered. */
  readonly choice?: number;
}

export const ACTION_PURPOSE = 'action';
/** A step rarely waits longer than this, and each reminder brings a new link. Minutes. */
const LIFE_MINUTES = 30 * 24 * 60;

export interface NewLink extends ActionLink {
  /** When the notice is written. */
  readonly now: Instant;
  /** For a link on a page of a signed-in person, which need not outlive the session. */
  readonly lifeMinutes?: number;
}

/** A `note` has no page: its link opens nothing. @param baseUrl without a slash at the end. */
export function actionUrl(keys: SigningKeys, baseUrl: string, link: NewLink): string {
  const { entityId, staffId, action, stepId, consultationId, mailId, choice, now, lifeMinutes = LIFE_MINUTES } = link;
  // Short names: the token stands in an address that a mail program may break. JSON leaves out what is undefined.
  const claims = { e: entityId, p: staffId, a: action, s: stepId, c: consultationId, m: mailId, h: choice };
  const expiresAt = addMinutes(now, lifeMinutes);
  return `${baseUrl}/a/${signToken(keys, { purpose: ACTION_PURPOSE, claims, expiresAt })}`;
}
