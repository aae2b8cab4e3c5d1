/**
 * The signed link of a unit's mail about a report: one act, on one part of one report, for one person. It is proof that the mail reached its
 * mailbox, no more: whether the act is still that person's is asked of the report each time, and opening the link changes nothing.
 */
import * as z from 'zod/mini';
import { ReportActionName } from '../../shared/contracts/http/report-desk.ts';
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { readToken, signToken } from '../../shared/shell/signed-token.ts';

export interface ReportActionLink {
  readonly reportId: string;
  /** Absent for acts on the whole report: consolidate, approve, return. */
  readonly workId?: string;
  readonly staffId: string;
  readonly action: ReportActionName;
}

export type ReadReportLink =
  { readonly kind: 'valid'; readonly link: ReportActionLink } | { readonly kind: 'expired' | 'unreadable' };

const PURPOSE = 'report-action';
/** A report is answered in days, and each reminder brings a new link. Minutes. */
const LIFE_MINUTES = 30 * 24 * 60;

const Claims = z.strictObject({ r: z.string(), w: z.exactOptional(z.string()), p: z.string(), a: ReportActionName });

/** @param baseUrl without a slash at the end; empty for a link on our own pages. @param link `now` is when the mail is written. */
export function reportActionUrl(
  keys: SigningKeys,
  baseUrl: string,
  { reportId, workId, staffId, action, now }: ReportActionLink & { readonly now: Instant },
): string {
  // Short names: the token stands in an address that a mail program may break. JSON leaves out what is undefined.
  const claims = { r: reportId, w: workId, p: staffId, a: action };
  const expiresAt = addMinutes(now, LIFE_MINUTES);
  return `${baseUrl}/w/${signToken(keys, { purpose: PURPOSE, claims, expiresAt })}`;
}

export function readReportLink(keys: SigningKeys, token: string, now: Instant): ReadReportLink {
  const read = readToken(keys, token, { purpose: PURPOSE, now });
  if (read.kind !== 'valid') return read;
  const claims = Claims.safeParse(read.claims);
  if (!claims.success) return { kind: 'unreadable' };
  const { r: reportId, w: workId, p: staffId, a: action } = claims.data;
  return { kind: 'valid', link: { reportId, staffId, action, ...(workId !== undefined && { workId }) } };
}
