/** What a message needs to be decided on that the domain cannot know: numbers, other parts, codes of reports, where a link leads. */
import { timingSafeEqual } from 'node:crypto';
import { trackingCodeFrom } from '../../../shared/domain/codes/tracking-code.ts';
import type { ChannelMessage } from '../../../shared/domain/conversation/channel-message.ts';
import type {
  FoundReport,
  LinkTarget,
  TakeMessage,
} from '../../../shared/domain/conversation/conversation-commands.ts';
import { labelledFields } from '../../../shared/domain/conversation/labelled-fields.ts';
import { longTextOf } from '../../../shared/domain/conversation/long-text.ts';
import { readIntent, type Intent } from '../../../shared/domain/conversation/read-intent.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import { textOf } from '../../../shared/domain/conversation/turn.ts';
import { linkCodeOf } from '../../../shared/shell/link-code.ts';
import { codesIn } from '../../mail/incoming/codes-in-text.ts';
import { keptMessages } from './kept-messages.ts';
import { phoneIn } from './phone-in.ts';
import type { ReportTaskPorts } from './report-task-ports.ts';

export interface ArrivedMessage {
  readonly conversationId: string;
  readonly messageId: string;
  readonly message: ChannelMessage;
  readonly intent: Intent;
  /** Of "LIÊN KẾT …": found once, for it counts against a limit. */
  readonly link?: LinkTarget;
}

export async function readMessage(
  ports: ReportTaskPorts,
  { conversationId, messageId, message, intent, link }: ArrivedMessage,
  state: Conversation | undefined,
): Promise<TakeMessage> {
  const wholeText = state && (await wholeTextOf(ports, message, state));
  const code = await reportNamed(ports, { message, intent }, { conversationId, state });
  return {
    type: 'TakeMessage',
    conversationId,
    messageId,
    message,
    hasPhone: hasPhone(message, wholeText),
    reportId: trackingCodeFrom(ports.randomness.bytes(9)),
    ...(wholeText !== undefined && { wholeText }),
    ...(code && { code }),
    ...(link && { link }),
    ...(intent.kind === 'digits' && { rightCode: await isRightCode(ports, intent.digits, state) }),
  };
}

/** Of the part that completes a long text. */
async function wholeTextOf(
  ports: ReportTaskPorts,
  { chain, ...message }: ChannelMessage,
  state: Conversation,
): Promise<string | undefined> {
  const waiting = chain && longTextOf(state, { chain });
  if (chain === undefined || waiting?.parts.length !== chain.of - 1) return undefined;
  const others = await keptMessages(
    ports,
    waiting.parts.map((part) => part.messageId),
  );
  const texts = new Map(
    waiting.parts.map(({ number, messageId }) => {
      const other = others.get(messageId);
      return [number, (other && textOf(other)) ?? ''] as const;
    }),
  );
  texts.set(chain.number, textOf({ ...message, chain }) ?? '');
  return [...texts]
    .toSorted(([one], [other]) => one - other)
    .map(([, text]) => text)
    .join('');
}

function hasPhone(message: ChannelMessage, wholeText: string | undefined): boolean {
  const { content } = message;
  if (content.kind === 'contact') return content.phone !== undefined && phoneIn(content.phone) !== undefined;
  const text = wholeText ?? textOf(message) ?? '';
  return phoneIn(labelledFields(text).fields.phone ?? text) !== undefined;
}

/** The code may stand in the command, or in the subject of a mail that answers one of ours. */
async function reportNamed(
  { reports }: ReportTaskPorts,
  { message, intent }: Pick<ArrivedMessage, 'message' | 'intent'>,
  { conversationId, state }: { readonly conversationId: string; readonly state: Conversation | undefined },
): Promise<FoundReport | undefined> {
  const named = 'code' in intent ? intent.code : undefined;
  const code = named ?? codesIn(message.sender.mail?.subject ?? '').tracking[0];
  const report = code === undefined ? undefined : await reports.load(`report#${code}`);
  if (code === undefined || report === undefined) return undefined;
  const from = report.state.core.conversationId;
  const linked = state?.links.some((link) => link.conversationId === from) === true;
  return { reportId: code, own: from !== undefined && (from === conversationId || linked) };
}

async function isRightCode(
  { secrets }: ReportTaskPorts,
  digits: string,
  state: Conversation | undefined,
): Promise<boolean> {
  if (state?.linking === undefined) return false;
  const { conversationId: to, askedAt } = state.linking;
  const code = linkCodeOf(await secrets.signingKeys(), { from: state.conversationId, to, askedAt });
  return digits.length === code.length && timingSafeEqual(Buffer.from(digits), Buffer.from(code));
}

export function intentOf(message: ChannelMessage): Intent {
  const text = textOf(message);
  return text === undefined || message.chain !== undefined ? { kind: 'words' } : readIntent(text);
}
