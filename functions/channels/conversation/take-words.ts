/**
 * What the citizen says of a report that is filed: an answer, a rating, a wish to reopen or to withdraw it. One commit on the report with the words
 * beside it; what it refuses, the citizen is told.
 */
import type { Citizen } from '../../../shared/domain/actor.ts';
import { wholeText, type DraftMessages } from '../../../shared/domain/conversation/draft-answers.ts';
import type {
  ConversationEventOf,
  ReporterIntent,
  StandardAnswer,
} from '../../../shared/domain/conversation/events.ts';
import { readIntent } from '../../../shared/domain/conversation/read-intent.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import { reportDecider } from '../../../shared/domain/report/report-decider.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { addMinutes } from '../../../shared/domain/time.ts';
import type { Snapshot } from '../../../shared/ports/entity-store.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import { keptWords } from '../../petitions/acts/kept-words.ts';
import { readPeople } from '../../petitions/read-people.ts';
import { bringFiles, missingNote, type BroughtFiles } from './bring-files.ts';
import { commitToConversation } from './commit-to-conversation.ts';
import { eventOf, type EventPlace } from './event-of.ts';
import { keptMessages } from './kept-messages.ts';
import type { ReportTaskPorts, TaskDone } from './report-task-ports.ts';

const CITIZEN: Citizen = { kind: 'citizen' };
/** For whoever reads the words. */
const UNPROVEN = '[Tổng đài: chưa xác thực được người gửi thư này. / The sender of this mail could not be verified.]';
const ATTEMPTS = 5;
/** Minutes. */
const KEY_LIFE = 60 * 24 * 60;

interface Spoken {
  readonly event: ConversationEventOf<'ReporterSpoke'>;
  readonly text: string;
  readonly messages: DraftMessages;
  /** Names the event, for whatever comes of it happens once. */
  readonly key: string;
}

/** @throws when the report is not filed yet: the message comes again. */
export async function takeWords(ports: ReportTaskPorts, place: EventPlace): Promise<TaskDone> {
  const { event, conversation } = await eventOf(ports, place, 'ReporterSpoke');
  const { messageId, more = [] } = event;
  const messages = await keptMessages(ports, [messageId, ...more]);
  const key = `words/${conversation.conversationId}/${String(place.version)}/${String(place.eventIndex)}`;
  const text = spokenText(event, messages);
  const outcome = await commitToReport(ports, { event, text, messages, key });
  if (outcome.kind === 'busy' || outcome.kind === 'stale-version') return { kind: 'busy' };
  const answer = answerTo(event.intent, outcome);
  if (answer === undefined)
    return outcome.kind === 'done' ? { kind: 'done' } : { kind: 'ignored', reason: outcome.kind };
  return commitToConversation(ports, {
    conversationId: conversation.conversationId,
    key: `answer/${key}`,
    prepare: () => ({ type: 'Answer', with: answer }),
  });
}

async function commitToReport(ports: ReportTaskPorts, spoken: Spoken): Promise<Execute<Report>> {
  const entityId = `report#${spoken.event.reportId}`;
  let outcome: Execute<Report> = { kind: 'busy' };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await ports.reports.load(entityId);
    if (found === undefined) throw new Error(`${entityId} is not filed yet`);
    outcome = await commitOnce(ports, spoken, { entityId, ...found });
    if (outcome.kind !== 'stale-version') return outcome;
  }
  return outcome;
}

/** On the version that was read: people are written whole. */
async function commitOnce(
  ports: ReportTaskPorts,
  { event, text, messages, key }: Spoken,
  { entityId, state, version }: Snapshot<Report> & { readonly entityId: string },
): Promise<Execute<Report>> {
  const [catalogue, keys, people] = await Promise.all([
    ports.catalogue.load(),
    ports.secrets.signingKeys(),
    readPeople(ports, entityId),
  ]);
  const now = ports.clock.now();
  const taken =
    state.core.attachments.length + state.heard.reduce((sum, { attachments }) => sum + attachments.length, 0);
  const files = await bringFiles(ports, messages, { catalogue, room: catalogue.limits.attachmentsPerDossier - taken });
  const unproven = [...messages.values()].some((message) => message.unproven === true);
  const said = [unproven ? UNPROVEN : '', text, files.missing === 0 ? '' : missingNote(files.missing)]
    .filter((line) => line !== '')
    .join('\n');
  const kept =
    people &&
    keptWords(
      people,
      { text: said === '' ? undefined : said, fileNames: files.fileNames, at: now },
      { keys, filedAt: state.core.filedAt },
    );
  if (kept?.kind === 'refused') return kept;
  return executeCommand({
    store: ports.reports,
    decider: reportDecider,
    entityId,
    actor: CITIZEN,
    at: now,
    expectedVersion: version,
    decide: (report) => decideReport(commandOf(event, files), report, { now, actor: CITIZEN, catalogue }),
    idempotency: {
      key: `hotline:${key}`,
      fingerprint: event.messageId,
      expiresAt: addMinutes(now, KEY_LIFE),
      response: () => ({ status: 200, body: null }),
    },
    alongside: { uploads: files.attachments.map(({ uploadId }) => uploadId), ...(kept && { keep: kept.keep }) },
  });
}

function commandOf(
  { intent, messageId }: ConversationEventOf<'ReporterSpoke'>,
  { attachments }: BroughtFiles,
): ReportCommand {
  switch (intent.kind) {
    case 'info':
    case 'add':
      return { type: 'RecordReporterWords', messageId, attachments };
    case 'rate':
      return { type: 'Rate', stars: intent.stars, messageId };
    case 'reopen':
      return { type: 'Reopen', messageId };
    case 'withdraw':
      return { type: 'Withdraw' };
    default:
      return intent satisfies never;
  }
}

/** Without the command itself: what is kept is the reason or the comment. */
function spokenText(
  { intent, messageId, more }: ConversationEventOf<'ReporterSpoke'>,
  messages: DraftMessages,
): string {
  const text = wholeText({ messageId, ...(more && { more }) }, messages).trim();
  if (intent.kind === 'info') return text === '' ? otherWords(messages) : text;
  const read = readIntent(text);
  if (read.kind === 'rate') return read.comment;
  if (read.kind === 'add') return read.words;
  return read.kind === 'reopen' || read.kind === 'withdraw' ? read.reason : text;
}

function otherWords(messages: DraftMessages): string {
  const said = [...messages.values()].map(({ content }) => {
    if (content.kind === 'location') return `[${String(content.latitude)}, ${String(content.longitude)}]`;
    return content.kind === 'contact'
      ? [content.name, content.phone].filter((part) => part !== undefined).join(', ')
      : '';
  });
  return said.join('\n');
}

const REFUSED = {
  info: 'words-too-late',
  add: 'words-too-late',
  rate: 'nothing-to-rate',
  reopen: 'nothing-to-reopen',
  withdraw: 'nothing-to-withdraw',
} as const satisfies Record<ReporterIntent['kind'], StandardAnswer>;

/** A report that is reopened says so itself; an answer to a question needs no other. */
function answerTo({ kind }: ReporterIntent, outcome: Execute<Report>): StandardAnswer | undefined {
  if (outcome.kind === 'refused') return REFUSED[kind];
  if (outcome.kind !== 'done' && outcome.kind !== 'replayed' && outcome.kind !== 'ignored') {
    throw new Error(`words about a report came to ${outcome.kind}`);
  }
  if (kind === 'rate') return 'rated';
  if (kind === 'add') return 'added';
  return kind === 'withdraw' ? 'withdrawn' : undefined;
}
