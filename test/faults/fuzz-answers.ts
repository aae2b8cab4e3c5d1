/** Runs spoilt answers through the receiver and looks for acts that nobody meant. */
import { newTextOf } from '../../functions/mail/new-text/new-text.ts';
import { parseMail } from '../../functions/mail/reading/parse-mail.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import { randomOf, type Random } from '../fuzz/mutate-mail.ts';
import { FuzzedOffice, pick, QUOTED, type Answer, type Delivered } from './fuzzed-answers.ts';
import { forged, spoilt, type Spoilt } from './spoil-answer.ts';

export interface Fuzzed {
  readonly mails: number;
  /** Intact answers that act or wait for their confirmation, as a check that there is something to spoil. */
  readonly valid: number;
  /** Of the spoilt ones. */
  readonly acted: number;
  readonly kinds: Readonly<Record<string, number>>;
  /** The spoilt first line reads as another command by itself. */
  readonly reread: readonly string[];
  readonly violations: readonly string[];
  readonly slowest: { readonly ms: number; readonly what: string };
}

/** What a note, a question or a letter puts into a case; all else moves it. */
const RECORDS = new Set(['ReplyAnswered', 'NoteAdded', 'LetterReceived']);
const letters = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
const QUOTED_LINES = new Set(QUOTED.map(letters).filter((line) => line !== ''));

export async function fuzzAnswers(run: {
  readonly mails: number;
  readonly seed: number;
  readonly how: 'spoilt' | 'forged';
}): Promise<Fuzzed> {
  const office = await new FuzzedOffice().prepare();
  const random = randomOf(run.seed);
  const meant = new Map<Answer, string>();
  for (const answer of office.answers) {
    const action = actionOf(await office.deliver(Buffer.concat([Buffer.from(answer.block), answer.mail])));
    if (action !== undefined) meant.set(answer, action);
  }
  const valid = [...meant.keys()];
  const kinds: Record<string, number> = {};
  const violations: string[] = [];
  const reread: string[] = [];
  let acted = 0;
  let slowest = { ms: 0, what: '' };
  for (let index = 0; index < run.mails; index++) {
    const answer = pick(random, valid);
    const given = make(run.how, answer, random);
    const about = `mail ${String(index)} of seed ${String(run.seed)}: ${given.what}`;
    try {
      const delivered = await office.deliver(given.raw);
      kinds[delivered.kind] = (kinds[delivered.kind] ?? 0) + 1;
      if (delivered.ms > slowest.ms) slowest = { ms: delivered.ms, what: about };
      const action = actionOf(delivered);
      const wrong = await judged(delivered, { answer, given, action });
      if (wrong !== undefined) violations.push(`${about}: ${wrong}`);
      if (action === undefined) continue;
      acted += 1;
      if (action !== meant.get(answer)) reread.push(`${about}: ${action}, “${await firstLine(given.raw)}”`);
    } catch (fault) {
      violations.push(`${about}: threw ${String(fault)}`);
    }
  }
  return { mails: run.mails, valid: valid.length, acted, kinds, reread, violations, slowest };
}

function make(how: 'spoilt' | 'forged', answer: Answer, random: Random): Spoilt {
  return how === 'spoilt' ? spoilt(answer, random) : forged(answer, random);
}

function eventsIn({ commits }: Delivered, entityId?: string): readonly DossierEvent[] {
  return commits
    .filter((commit) => commit.entityId.startsWith('case#') && (entityId ?? commit.entityId) === commit.entityId)
    .flatMap(({ events }) => JSON.parse(events) as readonly DossierEvent[]);
}

/** Done, or waiting for its second proof. */
function actionOf(delivered: Delivered): string | undefined {
  const result = eventsIn(delivered).find((event) => event.type === 'ReplyAnswered')?.result;
  return result?.kind === 'taken' || result?.kind === 'to-confirm' ? result.choice.action : undefined;
}

async function judged(
  delivered: Delivered,
  of: { readonly answer: Answer; readonly given: Spoilt; readonly action: string | undefined },
): Promise<string | undefined> {
  const { answer, given, action } = of;
  const elsewhere = eventsIn(delivered).length - eventsIn(delivered, answer.entityId).length;
  if (elsewhere > 0) return 'another case was moved';
  const moved = eventsIn(delivered).filter(({ type }) => !RECORDS.has(type));
  if (moved.length > 0 && action === undefined)
    return `moved without an act: ${moved.map(({ type }) => type).join(', ')}`;
  if (action === undefined) return undefined;
  const actors = delivered.commits.filter(({ entityId }) => entityId.startsWith('case#')).map(({ actor }) => actor);
  if (actors.some((actor) => actor !== `staff:${answer.staffId}`)) return `acted as ${actors.join(', ')}`;
  if (given.unproven) return `${action} without a word of SES`;
  const head =
    given.raw
      .subarray(Buffer.byteLength(answer.block))
      .toString('latin1')
      .split(/\r?\n\r?\n/u)[0] ?? '';
  const froms = head.split(/\r?\n(?![ \t])/u).filter((line) => /^from\s*:/iu.test(line));
  if (froms.length !== 1 || !isFrom(froms[0] ?? '', answer.mailbox)) return `${action} from “${froms.join(' | ')}”`;
  const first = letters(await firstLine(given.raw));
  // Without marks a line that the mutation itself put on top of the quote is what it looks like; it is counted as read anew.
  if (given.what.includes('lines in another order')) return undefined;
  if (QUOTED_LINES.has(first) && first !== letters(answer.written.split('\n')[0] ?? ''))
    return `${action} from the quote: ${first}`;
  return undefined;
}

/** The mailbox alone, or after a name. */
function isFrom(line: string, mailbox: string): boolean {
  const value = line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toLowerCase();
  return value === mailbox || (value.endsWith(`<${mailbox}>`) && value.split('@').length === 2);
}

async function firstLine(raw: Uint8Array): Promise<string> {
  const { text } = newTextOf(await parseMail(raw));
  return text.trim().split('\n')[0] ?? '';
}
