/** What an archive of incoming mail must do; run in memory and in the bucket of `npm start`. */
import { describe, expect, it } from 'vitest';
import type { MailArchive, MailReading } from '../../shared/ports/outside.ts';

export interface ArchiveUnderTest {
  readonly archive: MailArchive;
  /** As the provider stores a message. */
  arrive(key: string, bytes: Uint8Array): Promise<void>;
}

const reading: MailReading = {
  from: 'nhung@example.com',
  subject: 'Hỏi hồ sơ',
  text: 'Kính gửi,\nđơn của tôi đến đâu?',
  receivedAt: '2026-11-23T02:00:00.000Z',
  attachments: [
    { uploadId: 'mail-a-0', fileName: 'Đơn.pdf', contentType: 'application/pdf', bytes: 3, sha256: 'a'.repeat(64) },
  ],
  refused: [{ fileName: 'a.exe', why: 'type' }],
};

export function describeMailArchive(name: string, make: () => Promise<ArchiveUnderTest>): void {
  describe(`${name}: the archive of incoming mail`, () => {
    it('reads a message up to the limit and says whether there was more', async () => {
      const { archive, arrive } = await make();
      const bytes = new Uint8Array(Buffer.from('From: a@b\r\n\r\nđơn'));
      await arrive('arrived/1', bytes);
      const read = async (most: number) => {
        const found = await archive.read('arrived/1', most);
        return found && { ...found, bytes: Buffer.from(found.bytes).toString('latin1') };
      };
      const whole = Buffer.from(bytes).toString('latin1');
      expect(await read(1000)).toEqual({ bytes: whole, tooLarge: false });
      expect(await read(bytes.length)).toEqual({ bytes: whole, tooLarge: false });
      expect(await read(5)).toEqual({ bytes: whole.slice(0, 5), tooLarge: true });
    });

    it('knows no message that is not there, and an empty one is empty', async () => {
      const { archive, arrive } = await make();
      await arrive('arrived/empty', new Uint8Array());
      expect(await archive.read('arrived/none', 10)).toBeUndefined();
      const empty = await archive.read('arrived/empty', 10);
      expect(empty).toMatchObject({ tooLarge: false });
      expect(empty?.bytes).toHaveLength(0);
    });

    it('keeps what was read of a mail, and kept again it is the last', async () => {
      const { archive } = await make();
      expect(await archive.reading('m1')).toBeUndefined();
      await archive.keepReading('m1', { ...reading, text: 'trước' });
      await archive.keepReading('m1', reading);
      expect(await archive.reading('m1')).toEqual(reading);
      expect(await archive.reading('m2')).toBeUndefined();
    });
  });
}
