import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { DeliverySubject } from '../../../shared/domain/delivery/state.ts';
import type { SigningKeys } from '../../../shared/ports/outside.ts';
import { reportLink } from '../../../shared/shell/dossier-link.ts';
import { linkCodeOf } from '../../../shared/shell/link-code.ts';
import { conversationText, type ConversationFacts } from '../texts/conversation-texts.ts';
import type { Worded } from './delivery-text.ts';
import { eventOf } from './event-of.ts';
import { hotlineNumber } from './hotline-number.ts';
import { isOutdatedInConversation } from './is-outdated-message.ts';
import type { TextPorts } from './message-ports.ts';

export async function conversationMessage(ports: TextPorts, subject: DeliverySubject): Promise<Worded | 'outdated'> {
  const { entityId, template } = subject;
  const [snapshot, event, catalogue, keys] = await Promise.all([
    ports.conversations.load(entityId),
    eventOf(ports.conversations, subject),
    ports.catalogue.load(),
    ports.secrets.signingKeys(),
  ]);
  if (snapshot === undefined) throw new Error('a message of a conversation that is not there');
  if (isOutdatedInConversation(event, snapshot.state)) return 'outdated';
  const said = conversationText({
    event,
    template,
    policy: catalogue.hotline,
    hotline: hotlineNumber(catalogue, ports.clock.now()),
    ...(await askedFor(ports, event, keys)),
    ...(event.type === 'LinkAsked' && {
      linkCode: linkCodeOf(keys, {
        from: snapshot.state.conversationId,
        to: event.conversationId,
        askedAt: event.at,
      }),
    }),
  });
  return { said, language: snapshot.state.language };
}

/** The report that was asked about; a code that names none is told so. */
async function askedFor(
  ports: TextPorts,
  event: ConversationEvent,
  keys: SigningKeys,
): Promise<Pick<ConversationFacts, 'asked'>> {
  if (event.type !== 'ProgressAsked') return {};
  const { reportId, own } = event;
  const report = await ports.reports.load(`report#${reportId}`);
  if (report === undefined) return {};
  const page = `${ports.publicBaseUrl}/1022/${reportId}`;
  return { asked: { report: report.state, link: own ? reportLink(keys, ports.publicBaseUrl, reportId) : page } };
}
