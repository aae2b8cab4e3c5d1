import type { BusEvent } from '../events/event-bus.ts';
import type { ReadMail } from './read-mail.ts';

export type SentBack = 'bounce' | 'complaint';

/**
 * The event that SES publishes through a configuration set when a mail comes back or is called spam.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function sentBackEvent(mail: ReadMail, what: SentBack, at: Date): BusEvent {
  const timestamp = at.toISOString();
  const tags = {
    ...Object.fromEntries(tagsOf(mail.headers['x-ses-message-tags'] ?? '').map(([name, value]) => [name, [value]])),
    'ses:configuration-set': [mail.headers['x-ses-configuration-set'] ?? ''],
  };
  const recipients = mail.to.map((emailAddress) => ({ emailAddress }));
  const common = { mail: { timestamp, messageId: mail.id, destination: mail.to, tags } };
  return what === 'bounce'
    ? {
        source: 'aws.ses',
        detailType: 'Email Bounced',
        detail: {
          eventType: 'Bounce',
          bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients, timestamp },
          ...common,
        },
      }
    : {
        source: 'aws.ses',
        detailType: 'Email Complaint Received',
        detail: { eventType: 'Complaint', complaint: { complainedRecipients: recipients, timestamp }, ...common },
      };
}

/** `notice=abc, kind=x` */
function tagsOf(header: string): readonly (readonly [string, string])[] {
  return header.split(',').flatMap((pair) => {
    const [, name, value] = /^\s*([\w-]+)\s*=\s*([\w-]+)\s*$/u.exec(pair) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
}
