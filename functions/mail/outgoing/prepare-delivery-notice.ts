/**
 * What a citizen is told by e-mail: the last rung of a delivery, or the channel that they used themselves. The words are the ones of every channel
 * (delivery-text.ts); here are only the address, the thread and where an answer goes.
 */
import type { EventNotice } from '../../../shared/contracts/messages.ts';
import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import type { Delivery, Rung } from '../../../shared/domain/delivery/state.ts';
import { reportAddress } from '../../../shared/shell/report-address.ts';
import { deliveryText } from '../../channels/outgoing/delivery-text.ts';
import { whereTo } from '../../channels/outgoing/where-to.ts';
import { composeLetter } from './compose-mail.ts';
import type { MailPorts, Today } from './prepare-mail.ts';
import type { PreparedMail } from './send-notice.ts';
import { mayWriteTo } from './unproven-address.ts';

/** Of a citizen's subject, characters. */
const LONGEST_SUBJECT = 150;

export async function prepareDeliveryNotice(
  ports: MailPorts,
  notice: EventNotice,
  today: Today,
): Promise<PreparedMail> {
  const { entityId, noticeId } = notice;
  const delivery = (await ports.deliveries.load(entityId))?.state;
  if (delivery === undefined) throw new Error('a notice of a delivery that is not there');
  const rung = await rungOf(ports, notice, delivery);
  // It came back already, or another way was found meanwhile.
  if (rung !== delivery.ladder[delivery.rung] || delivery.ended !== undefined) return { kind: 'outdated' };
  const [text, where] = await Promise.all([deliveryText(ports, delivery), whereTo(ports, rung)]);
  if (text === 'outdated') return { kind: 'outdated' };
  if (where.kind === 'nowhere') return { kind: 'no-address' };
  const { account, mail } = where.address;
  if ((await ports.marks.find(account)) !== undefined) return { kind: 'no-address' };
  const unproven = !rung.proven || mail?.unproven === true;
  if (unproven && !(await mayWriteTo(ports.throttle, { address: account, noticeId }))) return { kind: 'over-limit' };
  const letter = { subject: unproven ? text.subject : subjectIn(mail, text.subject), text: `${text.text}\n` };
  const composed = await composeLetter(letter, {
    from: ports.from,
    to: account,
    replyTo: replyToOf(ports, delivery, today),
    noticeId,
    inAnswer: mail !== undefined,
    thread: `${threadOf(delivery)} ${account}`,
    ...(mail?.messageId !== undefined && !unproven && { answers: mail.messageId }),
    date: new Date(today.now),
  });
  return { kind: 'mail', mail: composed };
}

/** The rung that was handed over with this very notice. @throws for any other event: the queue keeps what does not fit. */
async function rungOf(
  { deliveries }: Pick<MailPorts, 'deliveries'>,
  { entityId, version, eventIndex }: EventNotice,
  { attempts, ladder }: Delivery,
): Promise<Rung> {
  const committed = (await deliveries.history(entityId)).find((one) => one.version === version);
  const event = committed?.events[eventIndex];
  if (event?.type !== 'HandedToMail') throw new Error('a notice of a delivery that was not handed to mail');
  const attempt = attempts.find(({ number }) => number === event.number);
  const rung = attempt && ladder[attempt.rung];
  if (rung?.channel !== 'email') throw new Error('a rung that is no e-mail was handed to mail');
  return rung;
}

/** Mail programs keep together what has the same subject; what a stranger may have forged is never sent on. */
function subjectIn(mail: ChannelAddress['mail'], subject: string): string {
  const theirs = mail?.subject.replace(/^(?:re\s*:\s*)+/iu, '').trim() ?? '';
  return theirs === '' ? subject : `Re: ${theirs.slice(0, LONGEST_SUBJECT).toWellFormed()}`;
}

/** To the report, where it is about one: an answer then speaks of that one. */
function replyToOf(
  { replyDomain, hotlineAddress }: Pick<MailPorts, 'replyDomain' | 'hotlineAddress'>,
  { subject: { to } }: Delivery,
  { keys, now }: Today,
): string {
  if (to.kind !== 'reporter') return hotlineAddress;
  return reportAddress(keys, replyDomain, {
    reportId: to.reportId,
    recipient: { kind: 'applicant' },
    acts: [],
    now,
  });
}

/** All that one reporter, or one conversation, is told. */
function threadOf({ subject: { to } }: Delivery): string {
  if (to.kind === 'caller') throw new Error('a caller is told nothing by mail');
  return to.kind === 'reporter' ? `report#${to.reportId}` : `conversation#${to.conversationId}`;
}
