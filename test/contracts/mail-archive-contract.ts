/** What an archive of incoming mail must do; run in memory and in the bucket of `npm start`. */
import { describe, expect, it } from 'vitest';
import type { MailArchive } from '../../shared/ports/outside.ts';

export interface ArchiveUnderTest {
  readonly archive: MailArchive;
  /** As the provider stores a message. */
  arrive(key: string, bytes: Uint8Array): Promise<void>;
}

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
  });
}
