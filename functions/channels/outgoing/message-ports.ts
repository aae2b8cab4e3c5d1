import type { Call, CallEvent } from '../../../shared/domain/call/state.ts';
import type { MessageChannel } from '../../../shared/domain/channel.ts';
import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { PeopleStore } from '../../../shared/ports/case-queries.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Secrets } from '../../../shared/ports/outside.ts';
import type { MailboxMarks, ProviderMessages } from '../../../shared/ports/short-lived.ts';
import type { OutgoingChannel } from '../channel-contract.ts';
import type { ReceiptPorts } from './take-receipt.ts';

/** What a text is read from; the mail queue's sender has these too. */
export interface TextPorts extends Pick<ReceiptPorts, 'catalogue' | 'clock'> {
  readonly reports: Pick<EntityStore<Report, ReportEvent>, 'load' | 'history'>;
  readonly conversations: Pick<EntityStore<Conversation, ConversationEvent>, 'load' | 'history'>;
  readonly secrets: Secrets;
  /** Without a slash at the end. */
  readonly publicBaseUrl: string;
}

/** What an address is looked up in. */
export interface AddressPorts extends Pick<TextPorts, 'conversations' | 'catalogue' | 'clock'> {
  readonly people: Pick<PeopleStore, 'kept'>;
}

export interface MessagePorts extends TextPorts, AddressPorts, Pick<ReceiptPorts, 'deliveries'> {
  readonly calls: Pick<EntityStore<Call, CallEvent>, 'load' | 'history'>;
  readonly providerMessages: Pick<ProviderMessages, 'remember'>;
  readonly marks: Pick<MailboxMarks, 'find'>;
  /** Those that are switched on at the moment; e-mail goes through a queue of its own. */
  channels(): Promise<ReadonlyMap<MessageChannel, OutgoingChannel>>;
}
