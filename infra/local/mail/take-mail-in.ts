import { randomBytes } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ReceiptRulePlan } from '../assembly/plan.ts';
import type { EventBus } from '../events/event-bus.ts';
import { putWhole } from './put-whole.ts';

export interface ArrivingMail {
  /** The envelope's sender; empty for a bounce. */
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

export interface MailIntake {
  /** Whether a receipt rule takes mail for this address. */
  readonly takes: (recipient: string) => boolean;
  /** Stores the mail as SES does and tells the bus; then it is accepted. @returns the object's key. */
  readonly take: (mail: ArrivingMail) => Promise<string>;
}

export interface IntakeSettings {
  readonly rules: readonly ReceiptRulePlan[];
  readonly s3: S3Client;
  readonly bus: EventBus;
  readonly region: string;
  now(): number;
}

/** A test or a curious person says with this header, on top of the message, how the sender's domain is judged: `pass` or `fail`. */
const WISH = /^X-Local-Authentication:[ \t]*(\w+)[ \t]*\r?\n/iu;
/** EICAR's harmless test file, as every scanner knows it. */
const VIRUS = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/**
 * What SES does with mail that comes in: it writes its trace and its verdicts on top, puts the message into the rule's bucket, and S3 tells the
 * event bus. The verdicts are this machine's word: whoever reaches the port is believed to be the From address, unless the message wishes for
 * a failure.
 */
export function mailIntake(settings: IntakeSettings): MailIntake {
  const ruleFor = (recipient: string): ReceiptRulePlan | undefined => {
    const address = recipient.toLowerCase();
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return settings.rules.find(({ recipients }) =>
      recipients.some((one) => one === address || one === domain || (one.startsWith('.') && domain.endsWith(one))),
    );
  };
  return {
    takes: (recipient) => ruleFor(recipient) !== undefined,
    async take(mail) {
      const id = randomBytes(20).toString('hex');
      const rule = mail.recipients.map(ruleFor).find((one) => one !== undefined);
      if (rule === undefined) throw new Error('no receipt rule takes this mail');
      const key = `${rule.prefix}${id}`;
      const message = withTrace(mail, { ...settings, id });
      await putWhole(settings.s3, { Bucket: rule.bucket, Key: key }, message);
      await settings.bus.put({
        source: 'aws.s3',
        detailType: 'Object Created',
        detail: {
          version: '0',
          bucket: { name: rule.bucket },
          object: { key, size: message.length },
          reason: 'PutObject',
        },
      });
      return key;
    },
  };
}

function withTrace(
  { sender, recipients, raw }: ArrivingMail,
  place: { readonly id: string; readonly region: string; now(): number },
): Buffer {
  const { id, region } = place;
  const head = raw.subarray(0, 65_536).toString('latin1');
  const wish = WISH.exec(head);
  const message = wish === null ? raw : raw.subarray(wish[0].length);
  const domain = /^From:[^\r\n]*?@([\w.-]+)/imu.exec(head)?.[1]?.toLowerCase() ?? 'unknown.invalid';
  const verdict = wish?.[1]?.toLowerCase() === 'fail' ? 'fail' : 'pass';
  const virus = raw.includes(VIRUS) ? 'FAIL' : 'PASS';
  const trace = [
    `Return-Path: <${sender}>`,
    `Received: from localhost (localhost [127.0.0.1])`,
    ` by inbound-smtp.${region}.amazonaws.com with SMTP id ${id}`,
    ` for ${recipients[0] ?? ''};`,
    ` ${new Date(place.now()).toUTCString().replace('GMT', '+0000 (UTC)')}`,
    `X-SES-Spam-Verdict: PASS`,
    `X-SES-Virus-Verdict: ${virus}`,
    `Received-SPF: ${verdict} (spfCheck: local) client-ip=127.0.0.1; envelope-from=${sender}; helo=localhost;`,
    `Authentication-Results: amazonses.com;`,
    ` spf=${verdict} (spfCheck: local) client-ip=127.0.0.1; envelope-from=${sender}; helo=localhost;`,
    ` dkim=${verdict} header.i=@${domain};`,
    ` dmarc=${verdict} header.from=${domain};`,
    `X-SES-RECEIPT: ${id}`,
  ];
  return Buffer.concat([Buffer.from(`${trace.join('\r\n')}\r\n`, 'latin1'), message]);
}
