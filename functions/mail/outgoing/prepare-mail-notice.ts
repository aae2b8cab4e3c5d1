/** A notice about a mail that came in: to the official who sorts it, or to whoever wrote it. Neither names the case or quotes the mail. */
import type { EventNotice } from '../../../shared/contracts/messages.ts';
import { provinceOn, unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import type { HeldMail, MailNoticeTemplate } from '../../../shared/domain/mail/incoming-mail.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { composeMail } from './compose-mail.ts';
import { heldMailUrl } from '../desk/held-mail-link.ts';
import { greetingOf } from './frame-mail.ts';
import { heldMailTexts, type HeldMailFacts } from '../writing/held-mail-texts.ts';
import type { MailPorts, Today } from './prepare-mail.ts';
import { reachableAddressee } from './reachable.ts';
import { addresseeOf } from './recipient-address.ts';
import type { PreparedMail } from './send-notice.ts';

export async function prepareMailNotice(ports: MailPorts, notice: EventNotice, today: Today): Promise<PreparedMail> {
  const mail = (await ports.mails.load(notice.entityId))?.state;
  if (mail === undefined) throw new Error('a notice about a mail that is not there');
  // Sorted by now: the official has nothing to do, and the sender hears from the case.
  if (mail.status !== 'held') return { kind: 'outdated' };
  const writes = textNamed(notice.template);
  const { catalogue, now } = today;
  const on = localDateOf(now);
  const to = await readerOf(ports, { notice, mail }, today);
  if (to === undefined) return { kind: 'no-address' };
  const unit = unitOn(catalogue, mail.unitId, on);
  const content = writes({
    greeting: to.greeting,
    unitName: unit?.name ?? mail.unitId,
    unitPhone: unit?.phone ?? '',
    hotline: provinceOn(catalogue, on)?.hotline ?? '1022',
    receivedAt: mail.receivedAt,
    sortBy: mail.check.dueAt,
    guesses: mail.guesses.length,
    desk: to.desk,
    siteUrl: ports.publicBaseUrl,
  });
  const { noticeId } = notice;
  const inAnswer = notice.recipient.kind === 'mail-sender';
  const thread = `${notice.entityId} ${to.address}`;
  const envelope = { from: ports.from, to: to.address, noticeId, inAnswer, thread, date: new Date(now) };
  return { kind: 'mail', mail: await composeMail(content, envelope) };
}

interface Reader {
  readonly address: string;
  readonly greeting: string;
  readonly desk: HeldMailFacts['desk'];
}

async function readerOf(
  ports: MailPorts,
  { notice, mail }: { readonly notice: EventNotice; readonly mail: HeldMail },
  { catalogue, keys, now }: Today,
): Promise<Reader | undefined> {
  const { publicBaseUrl } = ports;
  const workList = { page: 'work-list', url: `${publicBaseUrl}/staff` } as const;
  if (notice.recipient.kind === 'mail-sender') {
    const address = (await ports.readings.reading(mail.mailId))?.from;
    return address === undefined ? undefined : { address, greeting: 'Kính gửi ông/bà,', desk: workList };
  }
  const on = localDateOf(now);
  const named = addresseeOf(notice.recipient, undefined, { catalogue, on });
  const addressee = named && (await reachableAddressee(named, { marks: ports.marks, catalogue, on }));
  if (addressee === undefined) return undefined;
  const { address } = addressee;
  const greeting = greetingOf(addressee);
  // The link names a person; whoever reads a shared mailbox signs in.
  if (addressee.kind !== 'staff') return { address, greeting, desk: workList };
  const { staffId } = addressee;
  const url = heldMailUrl(keys, publicBaseUrl, { mailId: mail.mailId, staffId, now });
  return { address, greeting, desk: { page: 'mail', url } };
}

/** @throws on a name that no text has: the sender of the message is newer than this function. */
function textNamed(name: string): (typeof heldMailTexts)[MailNoticeTemplate] {
  const found = Object.entries(heldMailTexts).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new Error(`no template ${name}`);
  return found;
}
