import type { NoticeRecipient } from '../../../shared/domain/dossier/recipient.ts';

export interface NamedNotice {
  /** Absent of a notice that a schedule made: it is about no single case. */
  readonly entityId?: string;
  readonly noticeId: string;
  readonly recipient: NoticeRecipient;
}

/**
 * Which entity and recipient a notice was for, from the tag that SES gives back: base64url of the notice id, which is
 * `<entityId>/<version>/<eventIndex>/<template>/<recipient>` or `planned/<template>/<day>/<recipient>`.
 *
 * @returns undefined for anything else: a mail of another system in the same account, or of an older version of this one.
 */
export function readNoticeTag(tag: string): NamedNotice | undefined {
  const noticeId = Buffer.from(tag, 'base64url').toString();
  const planned = /^planned\/[a-z-]+\/\d{4}-\d{2}-\d{2}\/(.+)$/u.exec(noticeId);
  const ofEntity = /^([a-z-]+#[A-Za-z0-9-]+)\/\d+\/\d+\/[a-z-]+\/(.+)$/u.exec(noticeId);
  const entityId = ofEntity?.[1];
  const recipient = readRecipient(ofEntity?.[2] ?? planned?.[1] ?? '');
  return recipient && { noticeId, recipient, ...(entityId !== undefined && { entityId }) };
}

/** The other direction of `recipientKey` (functions/relay/messages-of.ts). */
function readRecipient(key: string): NoticeRecipient | undefined {
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  switch (kind) {
    case 'applicant':
    case 'mail-sender':
    case 'reporter':
      return id === '' ? { kind } : undefined;
    case 'staff':
      return id === '' ? undefined : { kind, staffId: id };
    case 'unit-head':
    case 'unit-mailbox':
      return id === '' ? undefined : { kind, unitId: id };
    case undefined:
    default:
      return undefined;
  }
}
