import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import type { Rung } from '../../../shared/domain/delivery/state.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import { minutesBetween } from '../../../shared/domain/time.ts';
import type { AddressPorts } from './message-ports.ts';

export type WhereTo =
  | { readonly kind: 'address'; readonly address: ChannelAddress }
  /** The rung is skipped. */
  | { readonly kind: 'nowhere'; readonly why: 'no-address' | 'left' | 'window-closed' };

type Contact = Pick<ReportPeople, 'phone' | 'email'>;

/** The address of a rung today: no event and no message holds one. */
export async function whereTo(ports: AddressPorts, rung: Rung): Promise<WhereTo> {
  const { via, channel } = rung;
  switch (via.kind) {
    case 'contact':
      return accountOf(await contactKept(ports, `report#${via.reportId}`), channel);
    case 'caller':
      return accountOf(await contactKept(ports, `call#${via.callId}`), channel);
    case 'conversation':
      return partnerOf(ports, via.conversationId, channel);
    default:
      return via satisfies never;
  }
}

async function contactKept(ports: AddressPorts, entityId: string): Promise<Contact | undefined> {
  return (await ports.people.kept(entityId, 'PERSON')) as Contact | undefined;
}

/** Forgotten after its time. */
function accountOf(contact: Contact | undefined, channel: Rung['channel']): WhereTo {
  const account = channel === 'email' ? contact?.email : contact?.phone;
  return account === undefined ? { kind: 'nowhere', why: 'no-address' } : { kind: 'address', address: { account } };
}

async function partnerOf(ports: AddressPorts, conversationId: string, channel: Rung['channel']): Promise<WhereTo> {
  const entityId = `conversation#${conversationId}`;
  const [conversation, address, catalogue] = await Promise.all([
    ports.conversations.load(entityId),
    knownAddress(ports, entityId),
    ports.catalogue.load(),
  ]);
  if (conversation === undefined || address === undefined) return { kind: 'nowhere', why: 'no-address' };
  const { left, lastHeardAt } = conversation.state;
  if (left === true) return { kind: 'nowhere', why: 'left' };
  const hours = catalogue.channels.find((policy) => policy.channel === channel)?.windowHours;
  const isOpen =
    hours === undefined || (lastHeardAt !== undefined && minutesBetween(lastHeardAt, ports.clock.now()) < hours * 60);
  return isOpen ? { kind: 'address', address } : { kind: 'nowhere', why: 'window-closed' };
}

/** Where the newest message of a conversation came from. */
export async function knownAddress(
  { people }: Pick<AddressPorts, 'people'>,
  conversation: string,
): Promise<ChannelAddress | undefined> {
  const kept = (await people.kept(conversation, 'ADDRESS')) as { readonly address: ChannelAddress } | undefined;
  return kept?.address;
}
