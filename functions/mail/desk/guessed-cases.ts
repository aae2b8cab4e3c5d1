/** The guesses in words: code and procedure, and the applicant's name for whoever may see the case. */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion } from '../../../shared/domain/catalogue/lookup.ts';
import { displayTrackingCode } from '../../../shared/domain/codes/tracking-code.ts';
import { permissionSubject } from '../../../shared/domain/dossier/permission-of-command.ts';
import type { Guess } from '../../../shared/domain/mail/incoming-mail.ts';
import { authorise } from '../../../shared/domain/staff/permissions.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { caseEntityId } from '../../dossiers/find-dossier.ts';
import type { MailDeskPorts } from './mail-desk-ports.ts';

export interface GuessedCase extends Guess {
  /** Mã hồ sơ once received, before that the tracking code. */
  readonly code: string;
  readonly procedure: string;
  readonly filedAt: Instant;
  readonly applicant?: string;
}

export async function guessedCases(
  ports: Pick<MailDeskPorts, 'cases' | 'people'>,
  guesses: readonly Guess[],
  by: { readonly actor: StaffActor; readonly catalogue: Catalogue; readonly now: Instant },
): Promise<readonly GuessedCase[]> {
  const known = await Promise.all(guesses.map((guess) => describe(ports, guess, by)));
  return known.filter((one) => one !== undefined);
}

async function describe(
  ports: Pick<MailDeskPorts, 'cases' | 'people'>,
  guess: Guess,
  by: Parameters<typeof guessedCases>[2],
): Promise<GuessedCase | undefined> {
  const entityId = caseEntityId(guess.caseId);
  const state = (await ports.cases.load(entityId))?.state;
  if (state === undefined) return undefined;
  const { code, version } = state.procedure;
  const mayView =
    authorise({ operation: 'view-case', subject: permissionSubject(state, by), ...by }).kind === 'allowed';
  const applicant = mayView ? (await ports.people.parties(entityId))?.applicant.name : undefined;
  return {
    ...guess,
    code: state.dossierCode ?? displayTrackingCode(state.caseId),
    procedure: procedureVersion(by.catalogue, code, version)?.name ?? code,
    filedAt: state.filedAt,
    ...(applicant !== undefined && { applicant }),
  };
}
