/**
 * Which case a mail that names none, or may not be believed, can belong to: the best first, for a person to choose. Only cases that are
 * there; nothing is done to them.
 */
import type { StaffMember, UnitId } from '../../../shared/domain/catalogue/catalogue.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import { asItStandsToday } from '../../../shared/domain/dossier/transfer-competence.ts';
import type { Guess } from '../../../shared/domain/mail/incoming-mail.ts';
import { phoneHash } from '../../../shared/shell/phone-hash.ts';
import { caseEntityId } from '../../dossiers/find-dossier.ts';
import { codesIn, phonesIn } from './codes-in-text.ts';
import type { Arrived, ReceiverPorts } from './receiver-ports.ts';

type Why = Guess['why'][number];
type Hint = readonly [entityId: string, why: Why];

/** What each reason is worth, of 100. `thread`: the code stands in what the mail quotes. */
const WORTH: Readonly<Record<Why, number>> = { code: 90, address: 80, thread: 70, phone: 40, officer: 20, sender: 15 };
/** For each reason more. */
const FURTHER = 5;
const MOST = 8;
const OF_ONE_PHONE = 3;
const OF_ONE_OFFICER = 5;
const OPEN_WORK = 100;

export interface Guessed {
  readonly guesses: readonly Guess[];
  /** Where the best of them was filed. */
  readonly counterId?: UnitId;
}

export async function guessCases(
  ports: Pick<ReceiverPorts, 'cases' | 'queries' | 'people' | 'secrets'>,
  arrived: Arrived,
  hints: {
    readonly written: string;
    readonly addressed: string | undefined;
    readonly colleague: StaffMember | undefined;
  },
): Promise<Guessed> {
  const { mail, verdict } = arrived;
  const named = await Promise.all([
    byCodes(ports, `${mail.subject}\n${hints.written}`, 'code'),
    byCodes(ports, mail.text, 'thread'),
    byPhones(ports, `${mail.subject}\n${hints.written}`),
    byOpenWork(ports, hints.colleague),
  ]);
  const addressed: readonly Hint[] = hints.addressed === undefined ? [] : [[hints.addressed, 'address']];
  const reasons = new Map<string, Set<Why>>();
  for (const [entityId, why] of [...addressed, ...named.flat()]) {
    reasons.set(entityId, (reasons.get(entityId) ?? new Set<Why>()).add(why));
  }
  const likely = [...reasons].sort(([, left], [, right]) => scoreOf(right) - scoreOf(left)).slice(0, MOST);
  const known = await Promise.all(likely.map(([entityId, why]) => look(ports, { entityId, why, verdict })));
  const found = known.filter((one) => one !== undefined).sort((left, right) => right.guess.score - left.guess.score);
  const best = found[0]?.state;
  return {
    guesses: found.map(({ guess }) => guess),
    ...(best && { counterId: asItStandsToday(best, arrived).counterId }),
  };
}

/** The case as it is; undefined when nobody has filed one under that code. */
async function look(
  ports: Pick<ReceiverPorts, 'cases' | 'people'>,
  hint: { readonly entityId: string; readonly why: ReadonlySet<Why>; readonly verdict: Arrived['verdict'] },
): Promise<{ readonly guess: Guess; readonly state: Dossier } | undefined> {
  const snapshot = await ports.cases.load(hint.entityId);
  if (snapshot === undefined) return undefined;
  const applicant = (await ports.people.parties(hint.entityId))?.applicant.email?.toLowerCase();
  const why = new Set(hint.why);
  // Unvouched for, From is anybody's word: the official would be led to take the letter for the applicant's.
  const { address, authenticated } = hint.verdict;
  if (authenticated && applicant !== undefined && applicant === address) why.add('sender');
  return { guess: { caseId: snapshot.state.caseId, score: scoreOf(why), why: [...why] }, state: snapshot.state };
}

function scoreOf(why: ReadonlySet<Why>): number {
  const best = Math.max(0, ...[...why].map((one) => WORTH[one]));
  return Math.min(100, best + FURTHER * Math.max(why.size - 1, 0));
}

async function byCodes(ports: Pick<ReceiverPorts, 'queries'>, text: string, why: Why): Promise<readonly Hint[]> {
  const { tracking, dossier } = codesIn(text);
  const byDossierCode = await Promise.all(dossier.map((code) => ports.queries.entityByDossierCode(code)));
  return [...tracking.map(caseEntityId), ...byDossierCode.filter((one) => one !== undefined)].map((id) => [id, why]);
}

async function byPhones(ports: Pick<ReceiverPorts, 'queries' | 'secrets'>, text: string): Promise<readonly Hint[]> {
  const phones = phonesIn(text);
  if (phones.length === 0) return [];
  const keys = await ports.secrets.signingKeys();
  const found = await Promise.all(
    phones.map((phone) => ports.queries.casesByPhone(phoneHash(keys, phone), OF_ONE_PHONE)),
  );
  // The same index finds reports to the hotline.
  const cases = found.flat().filter((entityId) => entityId.startsWith('case#'));
  return cases.map((entityId) => [entityId, 'phone']);
}

async function byOpenWork(
  ports: Pick<ReceiverPorts, 'queries'>,
  colleague: StaffMember | undefined,
): Promise<readonly Hint[]> {
  if (colleague === undefined) return [];
  const { items } = await ports.queries.openWork(colleague.unit, { limit: OPEN_WORK });
  const theirs = items.filter(({ entityId, officerId }) => officerId === colleague.id && entityId.startsWith('case#'));
  const entityIds = [...new Set(theirs.map(({ entityId }) => entityId))];
  return entityIds.slice(0, OF_ONE_OFFICER).map((entityId) => [entityId, 'officer']);
}
