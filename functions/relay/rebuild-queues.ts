/**
 * Sends again what commits ask for: after a queue was emptied, or records of the stream were set aside. The messages are the same as the
 * first time, so consumers recognise what they have done: work that is assigned stays assigned, a mail that was sent is not sent twice.
 */
import * as z from 'zod/mini';
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import type { CommittedRecord, EventScan } from '../../shared/ports/event-scan.ts';
import type { MessageQueue } from '../../shared/ports/outside.ts';
import { relayCommits, type RelayCounts, type RelayQueues } from './relay-records.ts';

const queueNames = ['levels', 'mail', 'tasks', 'reports', 'messages'] as const;
const SEGMENTS = 4;
const NONE: RelayCounts = { levels: 0, mail: 0, tasks: 0, reports: 0, messages: 0 };
const instant = z.iso.datetime({ precision: 3 });

/** `{}` sends again what the last 30 days ask for. */
export const RebuildRequest = z.strictObject({
  since: z.exactOptional(instant),
  until: z.exactOptional(instant),
  /** Only this entity, such as `case#…`. */
  entity: z.exactOptional(z.string()),
  queues: z.exactOptional(z.array(z.enum(queueNames))),
  /** Counts only. */
  dryRun: z.exactOptional(z.boolean()),
  /** From an answer that was not finished. */
  resume: z.exactOptional(z.array(z.nullable(z.string())).check(z.length(SEGMENTS))),
});
export type RebuildRequest = z.infer<typeof RebuildRequest>;

export interface RebuildReport {
  readonly commits: number;
  readonly levels: number;
  readonly mail: number;
  readonly tasks: number;
  readonly reports: number;
  readonly messages: number;
  /** Commits too old to be told by mail again: what was sent is remembered for 60 days only. */
  readonly tooOldForMail: number;
  /** Commits of which a queue did not take a message: run it again. */
  readonly failed: number;
  readonly finished: boolean;
  /** What to go on with: where each segment stands; `null` for one that is done. */
  readonly resume?: readonly (string | null)[];
}

export interface RebuildPorts {
  readonly scan: EventScan;
  readonly queues: RelayQueues;
  now(): Instant;
  remainingMs(): number;
}

const DAY_MINUTES = 24 * 60;
const SINCE_DAYS = 30;
/** Half of what the record of a sent mail lives (60 days). */
const MAIL_DAYS = 30;
const RESERVE_MS = 20_000;
const START = '';

export async function rebuildQueues(ports: RebuildPorts, request: RebuildRequest): Promise<RebuildReport> {
  const now = ports.now();
  const until = request.until ?? now;
  const since = request.since ?? addMinutes(now, -SINCE_DAYS * DAY_MINUTES);
  const starts = request.resume ?? Array.from({ length: SEGMENTS }, () => START);
  const tally = { commits: 0, ...NONE, tooOldForMail: 0, failed: 0 };
  const queues = chosenQueues(ports.queues, request);
  const mailSince = addMinutes(now, -MAIL_DAYS * DAY_MINUTES);

  const work = async (segment: number): Promise<string | null> => {
    let start = starts[segment] ?? null;
    while (start !== null && ports.remainingMs() > RESERVE_MS) {
      const place = { segment, segments: SEGMENTS, since, until, ...(start !== START && { start }) };
      const page = await ports.scan.page(place);
      const wanted = page.commits.filter(({ entityId }) => entityId === (request.entity ?? entityId));
      for (const isRecent of [true, false]) {
        const commits = wanted.filter(({ at }) => at >= mailSince === isRecent);
        await sendAgain(commits, isRecent ? queues : { ...queues, mail: nowhere() }, tally);
        if (!isRecent) tally.tooOldForMail += commits.length;
      }
      start = page.next ?? null;
    }
    return start;
  };
  const ends = await Promise.all(starts.map((_, segment) => work(segment)));
  const finished = ends.every((end) => end === null);
  return { ...tally, finished, ...(!finished && { resume: ends }) };
}

async function sendAgain(
  commits: readonly CommittedRecord[],
  queues: RelayQueues,
  tally: { -readonly [Name in keyof RelayCounts]: number } & { commits: number; failed: number },
): Promise<void> {
  tally.commits += commits.length;
  let counts: RelayCounts = NONE;
  for (let start = 0; start < commits.length;) {
    const relayed = await relayCommits(commits.slice(start), queues);
    if (start === 0) counts = relayed.counts;
    if (relayed.firstFailed === undefined) break;
    tally.failed += 1;
    // What failed is counted and left; what comes after it is sent again.
    start += relayed.firstFailed + 1;
  }
  for (const name of queueNames) tally[name] += counts[name];
}

function chosenQueues(queues: RelayQueues, request: RebuildRequest): RelayQueues {
  const isChosen = (name: (typeof queueNames)[number]) =>
    request.dryRun !== true && (request.queues?.includes(name) ?? true);
  return {
    levels: new Map([...queues.levels].map(([level, queue]) => [level, isChosen('levels') ? queue : nowhere()])),
    mail: isChosen('mail') ? queues.mail : nowhere(),
    tasks: isChosen('tasks') ? queues.tasks : nowhere(),
    reports: isChosen('reports') ? queues.reports : nowhere(),
    messages: isChosen('messages') ? queues.messages : nowhere(),
  };
}

function nowhere<Message>(): MessageQueue<Message> {
  return { send: () => Promise.resolve({ failed: [] }) };
}
