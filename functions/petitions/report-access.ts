/** Who of the staff may see a report: the hotline it came to, whoever works or worked on it, and supervisors above them. */
import type { StaffActor } from '../../shared/domain/actor.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { reportPermissionSubject } from '../../shared/domain/report/permission-of-report.ts';
import type { Report } from '../../shared/domain/report/state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import type { Instant } from '../../shared/domain/time.ts';

export interface StaffCaller {
  readonly actor: StaffActor;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export function mayView(state: Report, caller: StaffCaller): boolean {
  return isAllowed('view-report', state, caller);
}

/**
 * Who supervises sees how a report goes, not who sent it. Whoever works on it may have to ask the reporter, and sees them as long as the work is theirs.
 */
export function maySeePeople(state: Report, caller: StaffCaller): boolean {
  const theirs = { ...state, work: state.work.filter(({ status }) => status !== 'given-away') };
  return isAllowed('view-attachment', theirs, caller) || isAllowed('triage-report', state, caller);
}

function isAllowed(
  operation: 'view-report' | 'view-attachment' | 'triage-report',
  state: Report,
  caller: StaffCaller,
): boolean {
  return authorise({ operation, subject: reportPermissionSubject(state, caller), ...caller }).kind === 'allowed';
}
