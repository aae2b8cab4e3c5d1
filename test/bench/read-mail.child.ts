/** Reads one large mail in a process of its own and says how much memory that took at most, above what the bytes themselves and Node take. */
import { newTextOf } from '../../functions/mail/new-text/new-text.ts';
import { parseMail } from '../../functions/mail/reading/parse-mail.ts';
import { largeMail, type LargeMail } from './large-mail.ts';

export interface ReadLargeMail {
  readonly bytes: number;
  readonly peakBytes: number;
  readonly ms: number;
  /** Files found, so that nobody measures a reader that reads nothing. */
  readonly attachments: number;
}

process.once('message', (kind: LargeMail) => {
  read(kind).then(
    (found) => process.send?.(found, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function read(kind: LargeMail): Promise<ReadLargeMail> {
  // Code is loaded before the measuring begins.
  await parseMail(Buffer.from('Subject: a\n\nb'));
  const raw = largeMail(kind);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const mail = await parseMail(raw);
  newTextOf(mail);
  return {
    bytes: raw.length,
    peakBytes: Math.max(0, process.resourceUsage().maxRSS * 1024 - before),
    ms: performance.now() - began,
    attachments: mail.attachments.length,
  };
}
