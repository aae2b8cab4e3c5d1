import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTransfer } from './transfer-encoding.ts';

const decode = (encoding: string, body: string) =>
  Buffer.from(decodeTransfer(encoding, Buffer.from(body, 'latin1'))).toString('latin1');

describe('quoted-printable', () => {
  it('gives back any bytes, wherever its lines are broken', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 3, max: 76 }), (content, width) => {
        const coded = [...content].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
        const lines = Array.from({ length: Math.ceil(coded.length / width) }, (_, line) =>
          coded.slice(line * width, (line + 1) * width).join(''),
        );
        expect(Buffer.from(decodeTransfer('quoted-printable', Buffer.from(lines.join('=\r\n'))))).toEqual(
          Buffer.from(content),
        );
      }),
    );
  });

  it('drops spaces that were added at the end of lines on the way, and keeps those that are coded', () => {
    expect(decode('quoted-printable', 'a  \r\nb=20\r\nc= \t\r\nd \t')).toBe('a\r\nb \r\ncd \t');
  });

  it('keeps an equals sign that codes nothing', () => {
    expect(decode('quoted-printable', '1=2; =zz; =')).toBe('1=2; =zz; =');
  });

  it('reads small hexadecimal letters', () => {
    expect(decode('quoted-printable', '=c3=a1')).toBe('\u00C3\u00A1');
  });
});

describe('base64', () => {
  it('gives back any bytes, wherever its lines are broken', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 76 }), (content, width) => {
        const coded = Buffer.from(content)
          .toString('base64')
          .replaceAll(new RegExp(`.{${String(width)}}`, 'gu'), '$&\r\n');
        expect(Buffer.from(decodeTransfer('base64', Buffer.from(coded)))).toEqual(Buffer.from(content));
      }),
    );
  });

  it('reads lines that are each padded', () => {
    expect(decode('base64', `${btoa('a')}\r\n${btoa('bcde')}\r\n${btoa('fg')}`)).toBe('abcdefg');
  });

  it('reads what stands between foreign characters', () => {
    expect(decode('base64', `!${btoa('abc')} \0 ${btoa('def')}-`).slice(0, 6)).toBe('abcdef');
  });
});

it('leaves anything else as it is', () => {
  expect(decode('8bit', 'a=20\r\n')).toBe('a=20\r\n');
});
