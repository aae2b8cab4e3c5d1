/**
 * The address that a notice about a report is answered to. It begins with another letter than a dossier's and has a list of acts of its own, so
 * neither can be taken for the other and both lists may grow: a bit of the one never means an act of the other. The reporter's own address has no
 * acts and names the report alone.
 */
import { REPORT_REPLY_ACTS, type ReportReplyAct } from '../domain/report/reply/report-reply-acts.ts';
import type { Instant } from '../domain/time.ts';
import type { SigningKeys } from '../ports/outside.ts';
import { idIn, readAddress, writeAddress, type ReplyRecipient } from './signed-address.ts';

export interface ReportAddress {
  readonly reportId: string;
  /** `applicant` is the reporter. */
  readonly recipient: ReplyRecipient;
  readonly acts: readonly ReportReplyAct[];
  /** The unit's part that the notice was about. */
  readonly workId?: string;
}

export type ReadReportAddress =
  { readonly kind: 'valid' | 'expired'; readonly address: ReportAddress } | { readonly kind: 'unreadable' | 'other' };

/** Whom and what a report can mean. */
interface ReportNames {
  readonly staffIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly workIds: readonly string[];
}

const KIND = { letter: 'p', acts: REPORT_REPLY_ACTS } as const;

/** @param address `now` is when the mail is written. */
export function reportAddress(
  keys: SigningKeys,
  domain: string,
  { now, reportId, recipient, acts, workId }: ReportAddress & { readonly now: Instant },
): string {
  const place = workId !== undefined && { stepId: workId };
  return writeAddress(KIND, { keys, domain, now }, { caseId: reportId, recipient, acts, ...place });
}

export function readReportAddress(
  keys: SigningKeys,
  address: string,
  { names, ...use }: { readonly domain: string; readonly now: Instant; readonly names: ReportNames },
): ReadReportAddress {
  const { staffIds, unitIds, workIds } = names;
  const known = { staffIds, unitIds, places: workIds.map((stepId) => ({ stepId })) };
  const read = readAddress(KIND, address, { keys, ...use, names: () => known });
  if (read.kind !== 'valid' && read.kind !== 'expired') return read;
  const { caseId: reportId, recipient, acts, stepId: workId } = read.address;
  return { kind: read.kind, address: { reportId, recipient, acts, ...(workId !== undefined && { workId }) } };
}

/** The report that an address of ours names, before anybody has verified it. */
export function reportIdIn(address: string, domain: string): string | undefined {
  return idIn(KIND, address, domain);
}
