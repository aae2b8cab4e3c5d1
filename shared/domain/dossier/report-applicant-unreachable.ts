import { accept, ignore, type Decision } from '../decision.ts';
import type { DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** Nobody else reads an applicant's mail: the counter telephones. Told once, for the address stays as it was given when the case was filed. */
export function reportApplicantUnreachable(
  _command: CommandOf<'ReportApplicantUnreachable'>,
  { counterId, applicantUnreachableSince }: StateFor<'ReportApplicantUnreachable'>,
  { now }: DossierContext,
): Decision<DossierEvent> {
  if (applicantUnreachableSince !== undefined) return ignore('the counter was told before');
  return accept({ type: 'ApplicantUnreachable', counterId, at: now });
}
