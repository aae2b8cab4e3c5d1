/** From a message of the relay to a delivery: whom to reach where, and whether it may wake somebody at night. */
import type { OutgoingMessage } from '../../../shared/contracts/messages.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import { ladderOf, type Reachable } from '../../../shared/domain/delivery/ladder.ts';
import type { Rung } from '../../../shared/domain/delivery/state.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import { minutesBetween, type Instant } from '../../../shared/domain/time.ts';
import { commandDelivery } from './command-delivery.ts';
import { deliveryIdOf } from './delivery-id.ts';
import type { MessagePorts } from './message-ports.ts';
import { knownAddress } from './where-to.ts';

type Tell = Extract<OutgoingMessage, { readonly kind: 'tell' }>;

/** Whoever wrote so lately is awake, and waits for the answer. Minutes. */
const JUST_NOW = 10;

/** @returns the delivery's id. Planned before, by another delivery of the same message, it stays as it is. */
export async function planDelivery(ports: MessagePorts, message: Tell): Promise<string> {
  const { noticeId, entityId, version, eventIndex, template, to } = message;
  const deliveryId = deliveryIdOf(noticeId);
  const { ladder, heardAt } = await planFor(ports, to);
  const now = ports.clock.now();
  await commandDelivery(ports, deliveryId, {
    type: 'Plan',
    deliveryId,
    subject: { noticeId, entityId, version, eventIndex, template, to },
    ladder,
    urgent: cannotWait(template) || (heardAt !== undefined && minutesBetween(heardAt, now) <= JUST_NOW),
  });
  return deliveryId;
}

/** Danger, questions in a conversation that the citizen has begun, and what somebody who just held a telephone was promised. */
function cannotWait(template: string): boolean {
  return template === 'emergency' || /^(?:ask|link|call)-/u.test(template);
}

interface Plan {
  readonly ladder: readonly Rung[];
  /** When the citizen was last heard of. */
  readonly heardAt?: Instant;
}

async function planFor(ports: MessagePorts, to: Tell['to']): Promise<Plan> {
  switch (to.kind) {
    case 'reporter':
      return reporterOf(ports, to.reportId);
    case 'conversation':
      return talkerOf(ports, to.conversationId);
    case 'caller':
      return callerOf(ports, to.callId);
    default:
      return to satisfies never;
  }
}

/** The network has shown the number, and the text tells nothing of anybody. */
async function callerOf(ports: MessagePorts, callId: string): Promise<Plan> {
  const call = await ports.calls.load(`call#${callId}`);
  return {
    ladder: [{ channel: 'sms', via: { kind: 'caller', callId }, proven: true }],
    ...(call !== undefined && { heardAt: call.state.at }),
  };
}

/** What is said in a conversation is said there, and nowhere else. */
async function talkerOf(ports: MessagePorts, conversationId: string): Promise<Plan> {
  const conversation = await conversationOf(ports, conversationId);
  return {
    ladder: ladderOf({ conversations: conversation === undefined ? [] : [conversation] }),
    ...(conversation?.lastHeardAt !== undefined && { heardAt: conversation.lastHeardAt }),
  };
}

async function reporterOf(ports: MessagePorts, reportId: string): Promise<Plan> {
  const entityId = `report#${reportId}`;
  const [report, people] = await Promise.all([
    ports.reports.load(entityId),
    ports.people.kept(entityId, 'PERSON') as Promise<ReportPeople | undefined>,
  ]);
  if (report === undefined) throw new Error('a message to the reporter of a report that is not there');
  const { conversationId, filedAt } = report.state.core;
  const conversation = conversationId === undefined ? undefined : await conversationOf(ports, conversationId);
  const linked = await Promise.all((conversation?.links ?? []).map((one) => conversationOf(ports, one.conversationId)));
  const heardAt = conversation?.lastHeardAt ?? filedAt;
  return {
    ladder: ladderOf({
      conversations: [conversation, ...linked].filter((one) => one !== undefined),
      ...(people !== undefined && { contact: contactOf(reportId, people) }),
    }),
    heardAt: heardAt > filedAt ? heardAt : filedAt,
  };
}

function contactOf(reportId: string, { phone, email, proven }: ReportPeople): NonNullable<Reachable['contact']> {
  return { reportId, phone, proven, ...(email !== undefined && { email }) };
}

async function conversationOf(
  ports: MessagePorts,
  conversationId: string,
): Promise<(Conversation & Reachable['conversations'][number]) | undefined> {
  const entityId = `conversation#${conversationId}`;
  const [snapshot, address] = await Promise.all([ports.conversations.load(entityId), knownAddress(ports, entityId)]);
  if (snapshot === undefined) return undefined;
  const { account, mail } = address ?? {};
  return {
    ...snapshot.state,
    ...(account !== undefined && { account }),
    ...(mail?.unproven === true && { unproven: true }),
  };
}
