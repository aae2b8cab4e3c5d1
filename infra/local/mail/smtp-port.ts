import { SMTPServer } from 'smtp-server';
import { listenOrExplain } from '../engines/free-port.ts';
import type { MailIntake } from './take-mail-in.ts';

export interface SmtpPort {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** SES's limit for incoming mail. Bytes. */
const largest = 40 * 1024 * 1024;

/** Takes mail by SMTP on the loopback address, for the domains of the receipt rules; others are answered 550, as SES does. */
export async function openSmtpPort(options: {
  readonly port: number;
  readonly intake: MailIntake;
  readonly log: (line: string) => void;
}): Promise<SmtpPort> {
  const { intake } = options;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largest,
    banner: 'Mot Cua 1022, local',
    disableReverseLookup: true,
    onRcptTo({ address }, _, done) {
      if (intake.takes(address)) done();
      else done(Object.assign(new Error('Requested action not taken: mailbox unavailable'), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('Message too large'), { responseCode: 552 }));
          return;
        }
        const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const recipients = envelope.rcptTo.map(({ address }) => address);
        intake.take({ sender, recipients, raw: Buffer.concat(parts) }).then(
          () => {
            done();
          },
          (fault: unknown) => {
            options.log(`smtp: ${String(fault)}`);
            done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
          },
        );
      });
    },
  });
  // A client that goes away in the middle is no fault of ours.
  smtp.on('error', () => undefined);
  const port = await listenOrExplain(smtp.server, options.port, '--smtp-port');
  return {
    port,
    close: () =>
      new Promise((closed) => {
        smtp.close(() => {
          closed();
        });
      }),
  };
}
