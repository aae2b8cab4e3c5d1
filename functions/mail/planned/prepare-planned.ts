/** A mail that a schedule asked for. What it says is read now, when it is sent; with nothing left to say, no mail goes out. */
import type { PlannedNotice } from '../../../shared/contracts/messages.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { recipientKey } from '../../relay/messages-of.ts';
import { composeMail } from '../outgoing/compose-mail.ts';
import type { MailContent } from '../writing/mail-content.ts';
import type { MailPorts, Today } from '../outgoing/prepare-mail.ts';
import { reachableAddressee } from '../outgoing/reachable.ts';
import { addresseeOf, type Addressee } from '../outgoing/recipient-address.ts';
import type { PreparedMail } from '../outgoing/send-notice.ts';
import { digestContent, insteadOf } from './digest-content.ts';
import { digestOf } from './digest-entries.ts';
import { provinceSummary } from './province-summary.ts';
import { unitSummary } from './unit-summary.ts';
import { weekBefore } from './week.ts';

export async function preparePlanned(ports: MailPorts, notice: PlannedNotice, today: Today): Promise<PreparedMail> {
  const { catalogue, now } = today;
  const on = localDateOf(now);
  const named = addresseeOf(notice.recipient, undefined, { catalogue, on });
  const reader = named && (await reachableAddressee(named, { marks: ports.marks, catalogue, on }));
  if (named === undefined || reader === undefined) return { kind: 'no-address' };
  const content = await contentOf(ports, { notice, named, reader }, today);
  if (content === undefined) return { kind: 'outdated' };
  const { noticeId, template, recipient } = notice;
  const mail = await composeMail(content, {
    from: ports.from,
    to: reader.address,
    noticeId,
    thread: ['planned', template, recipientKey(recipient), reader.address].join(' '),
    date: new Date(now),
  });
  return { kind: 'mail', mail };
}

interface Planned {
  readonly notice: PlannedNotice;
  readonly named: Addressee;
  readonly reader: Addressee;
}

/** Undefined when nothing is left to say, or the day it speaks of is over: the next one is planned already. */
async function contentOf(
  ports: MailPorts,
  { notice, named, reader }: Planned,
  today: Today,
): Promise<MailContent | undefined> {
  const { template, recipient, day } = notice;
  const on = localDateOf(today.now);
  switch (template) {
    case 'digest': {
      if (day !== on) return undefined;
      if (recipient.kind !== 'staff' && recipient.kind !== 'unit-mailbox') throw unfit(notice);
      const digest = await digestOf(ports, { recipient, reader }, today);
      if (digest.entries.length === 0) return undefined;
      return digestContent(ports, { reader, digest, ...insteadOf(named, reader, today) }, today);
    }
    case 'weekly-unit': {
      if (recipient.kind !== 'unit-head') throw unfit(notice);
      const week = weekBefore(on);
      return week.monday === day ? unitSummary(ports, { unitId: recipient.unitId, week, reader }, today) : undefined;
    }
    case 'weekly-province': {
      const week = weekBefore(on);
      return week.monday === day ? provinceSummary(ports, { week, reader }, today) : undefined;
    }
    default:
      return template satisfies never;
  }
}

function unfit({ template, recipient }: PlannedNotice): Error {
  return new Error(`a ${template} for a ${recipient.kind}`);
}
