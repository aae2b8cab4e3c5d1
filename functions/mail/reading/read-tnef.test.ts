import { describe, expect, it } from 'vitest';
import { readTnef } from './read-tnef.ts';

const number = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};
const attribute = (id: number, data: Buffer) =>
  Buffer.concat([number(1, 1), number(id, 4), number(data.length, 4), data, number(0, 2)]);
const property = (tag: number, value: Buffer) =>
  Buffer.concat([
    number(tag, 4),
    number(1, 4),
    number(value.length, 4),
    value,
    Buffer.alloc((4 - (value.length % 4)) % 4),
  ]);

const content = Buffer.from('%PDF-1.4');
const file = Buffer.concat([
  number(0x223e9f78, 4),
  number(1, 2),
  attribute(0x00069007, number(1258, 4)),
  attribute(0x00069003, Buffer.concat([number(1, 4), property(0x1000001f, Buffer.from('Hoàn thành\0', 'utf16le'))])),
  attribute(0x00069002, Buffer.alloc(14)),
  attribute(0x00018010, Buffer.from('BANVE~1.PDF\0')),
  attribute(0x0006800f, content),
  attribute(
    0x00069005,
    Buffer.concat([
      number(3, 4),
      Buffer.concat([number(0x37140003, 4), number(0, 4)]),
      // A property with a name of its own stands before the one that is looked for.
      Buffer.concat([number(0x80000003, 4), Buffer.alloc(16), number(0, 4), number(7, 4), number(9, 4)]),
      property(0x3707001f, Buffer.from('C:\\Bản vẽ.pdf\0', 'utf16le')),
    ]),
  ),
]);

describe('readTnef', () => {
  it('finds text and files, with their long names and without folders', async () => {
    expect(await readTnef(file)).toEqual({
      plain: 'Hoàn thành',
      attachments: [{ fileName: 'Bản vẽ.pdf', content, contentType: 'application/octet-stream', inline: false }],
      cut: false,
    });
  });

  it('reads as far as it goes when the file is cut off anywhere', async () => {
    for (let length = 6; length < file.length; length++) {
      const read = await readTnef(file.subarray(0, length));
      expect(read?.attachments.length).toBeLessThanOrEqual(1);
    }
  });

  it('withstands every changed byte', async () => {
    for (let at = 6; at < file.length; at++) {
      const changed = Buffer.from(file);
      changed[at] = 0xff;
      expect(await readTnef(changed)).toBeDefined();
    }
  });

  it('does not take anything else for one', async () => {
    expect(await readTnef(Buffer.from('PK\u0003\u0004 and more'))).toBeUndefined();
  });
});
