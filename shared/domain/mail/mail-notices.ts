/** What an incoming mail's events tell, and the work that they make. */
import type { NoticeRecipient } from '../dossier/recipient.ts';
import type { MailEvent, MailNoticeTemplate } from './incoming-mail.ts';

export interface MailNotice {
  readonly template: MailNoticeTemplate;
  readonly recipient: NoticeRecipient;
}

export function noticesForMail(event: MailEvent): readonly MailNotice[] {
  switch (event.type) {
    case 'MailHeld': {
      const { unitId, staffId, answerSender, quiet } = event;
      const desk: NoticeRecipient =
        staffId === undefined ? { kind: 'unit-mailbox', unitId } : { kind: 'staff', staffId };
      const answer: MailNotice = { template: answerTo(event), recipient: { kind: 'mail-sender' } };
      const held: MailNotice = { template: 'mail-held', recipient: desk };
      return [...(quiet === true ? [] : [held]), ...(answerSender ? [answer] : [])];
    }
    case 'HeldMailTimerRang':
      return event.tell.map((recipient) => ({ template: 'held-mail-waits', recipient }));
    case 'MailSettled':
    case 'HeldMailMatched':
    case 'HeldMailDismissed':
      return [];
    default:
      return event satisfies never;
  }
}

function answerTo({ why, colleague }: Extract<MailEvent, { readonly type: 'MailHeld' }>): MailNoticeTemplate {
  if (why === 'shared-mailbox') return 'mail-of-shared-mailbox';
  if (why === 'too-large') return 'mail-too-large';
  return colleague === true && why === 'no-address' ? 'mail-of-colleague' : 'mail-arrived';
}

/** The case that a held mail was put to takes it as a letter. */
export function letterTaken(event: MailEvent): { readonly caseId: string } | undefined {
  return event.type === 'HeldMailMatched' ? { caseId: event.caseId } : undefined;
}
