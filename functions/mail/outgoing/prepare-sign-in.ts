import type { EventNotice } from '../../../shared/contracts/messages.ts';
import { provinceOn, unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { signInUrl } from '../../staff/sign-in-token.ts';
import { composeMail } from './compose-mail.ts';
import type { MailPorts, Today } from './prepare-mail.ts';
import type { PreparedMail } from './send-notice.ts';
import { signInMail } from '../writing/sign-in-mail.ts';

/** The link that signs in: to the person's registered mailbox, while it can still be used. */
export async function prepareSignIn(ports: MailPorts, notice: EventNotice, today: Today): Promise<PreparedMail> {
  const { entityId, recipient, noticeId } = notice;
  const request = (await ports.signIns.load(entityId))?.state;
  const { catalogue, keys, now } = today;
  if (request === undefined || request.status === 'used' || request.expiresAt <= now) return { kind: 'outdated' };
  if (recipient.kind !== 'staff') throw new Error('a sign-in for somebody who is not staff');
  const on = localDateOf(now);
  const person = staffOn(catalogue, recipient.staffId, on);
  if (person === undefined) return { kind: 'no-address' };
  const { signInId, expiresAt } = request;
  const content = signInMail({
    name: person.name,
    unitName: unitOn(catalogue, person.unit, on)?.name ?? person.unit,
    url: signInUrl(keys, ports.publicBaseUrl, { signInId, staffId: person.id, expiresAt }),
    hotline: provinceOn(catalogue, on)?.hotline ?? '1022',
  });
  // Each request is its own thread: an old link on top of a new one would be taken for it.
  const envelope = { from: ports.from, to: person.mailbox, noticeId, thread: noticeId, date: new Date(now) };
  return { kind: 'mail', mail: await composeMail(content, envelope) };
}
