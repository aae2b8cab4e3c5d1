/** Where "LIÊN KẾT …" leads, and whether one more code may go there: a code is a message that its receiver did not ask for. */
import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import type { LinkTarget } from '../../../shared/domain/conversation/conversation-commands.ts';
import { decideConversation } from '../../../shared/domain/conversation/decide-conversation.ts';
import { conversationDecider } from '../../../shared/domain/conversation/conversation-decider.ts';
import { conversationIdOf } from '../../../shared/shell/conversation-id.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { toE164 } from '../../../shared/shell/phone.ts';
import { HOTLINE, type ReportTaskPorts } from './report-task-ports.ts';

const A_DAY = 24 * 60 * 60;
const TO_ONE_ADDRESS = { limit: 3, windowSeconds: A_DAY };
const FROM_ONE_CONVERSATION = { limit: 6, windowSeconds: A_DAY };
const MAIL_ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u;

export async function linkTarget(
  ports: ReportTaskPorts,
  { target, from }: { readonly target: string; readonly from: string },
): Promise<LinkTarget> {
  const place = placeOf(target);
  if (place === undefined) return { kind: 'no-address' };
  const { channel, account } = place;
  const conversationId = conversationIdOf(await ports.secrets.signingKeys(), channel, account);
  if (conversationId === from) return { kind: 'no-address' };
  const asked = await ports.throttle.hit(`link-asked#${from}`, FROM_ONE_CONVERSATION);
  if (!asked.allowed) return { kind: 'too-many-codes' };
  const sent = await ports.throttle.hit(`link-code#${conversationId}`, TO_ONE_ADDRESS);
  if (!sent.allowed) return { kind: 'too-many-codes' };
  await openConversation(ports, { channel, conversationId, address: { account } });
  return { kind: 'to', channel, conversationId };
}

function placeOf(target: string): { readonly channel: 'sms' | 'email'; readonly account: string } | undefined {
  const phone = toE164(target);
  if (phone !== undefined) return { channel: 'sms', account: phone };
  return MAIL_ADDRESS.test(target) ? { channel: 'email', account: target.toLowerCase() } : undefined;
}

/** So that the code has somewhere to go; one in which somebody has written already is left as it is. */
async function openConversation(
  ports: ReportTaskPorts,
  {
    channel,
    conversationId,
    address,
  }: { readonly channel: 'sms' | 'email'; readonly conversationId: string; readonly address: ChannelAddress },
): Promise<void> {
  const now = ports.clock.now();
  const catalogue = await ports.catalogue.load();
  await executeCommand({
    store: ports.conversations,
    decider: conversationDecider,
    entityId: `conversation#${conversationId}`,
    actor: HOTLINE,
    at: now,
    create: true,
    decide: (state) => decideConversation({ type: 'Open', channel, conversationId }, state, { now, catalogue }),
    alongside: { keep: [{ record: 'ADDRESS', value: { address } }] },
  });
}
