import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayTrackingCode, trackingCodeFrom } from '../../../shared/domain/codes/tracking-code.ts';
import { codesIn, phonesIn } from './codes-in-text.ts';

describe('a tracking code in a text', () => {
  const code = fc.uint8Array({ minLength: 9, maxLength: 9 }).map((bytes) => trackingCodeFrom(bytes));
  const written = fc.constantFrom(
    (one: string) => one,
    displayTrackingCode,
    (one: string) => one.toLowerCase(),
    (one: string) => displayTrackingCode(one).replaceAll('-', '.'),
  );

  it('is found however it is written, wherever it stands', () => {
    fc.assert(
      fc.property(code, written, (one, write) => {
        const found = codesIn(`Kính gửi, hồ sơ mã ${write(one)}, của tôi đến đâu rồi?`);
        expect(found.tracking).toContain(one);
      }),
    );
  });

  it('is not seen in plain words, however many there are', () => {
    const prose = 'xin hoi anh chi con mot viec nho nay nua thoi nhe cam on rat nhieu '.repeat(500);
    expect(codesIn(prose)).toEqual({ tracking: [], dossier: [] });
  });

  it('is found behind many words', () => {
    const one = trackingCodeFrom(new Uint8Array([7, 9, 11, 2, 30, 5, 1, 8, 20]));
    expect(codesIn(`${'xin hoi nhau '.repeat(1000)} ${one}`).tracking).toEqual([one]);
  });
});

describe('a dossier code in a text', () => {
  it.each([
    ['H29.18-261123-0001', 'H29.18-261123-0001'],
    ['h29.18 – 261123 – 0001', 'H29.18-261123-0001'],
    ['000.01.18.H09-200206-0001', 'H09.18.01-200206-0001'],
  ])('%s is found', (text, canonical) => {
    expect(codesIn(`Hồ sơ số ${text}.`).dossier).toEqual([canonical]);
  });
});

describe('a telephone number in a text', () => {
  it.each(['0912345678', '0912 345 678', '+84 912 345 678', '84912345678', '091.234.5678'])('%s is found', (text) => {
    expect(phonesIn(`ĐT: ${text}, xin gọi lại`)).toEqual(['+84912345678']);
  });

  it('is not made of longer numbers', () => {
    expect(phonesIn('Số tài khoản 09123456781234')).toEqual([]);
  });
});

it('a text made to be slow is read in bounded time', () => {
  for (const text of ['0 '.repeat(100_000), 'A01.'.repeat(50_000), 'abc '.repeat(50_000), '0'.repeat(200_000)]) {
    expect(codesIn(text).dossier).toEqual([]);
    expect(phonesIn(text)).toEqual([]);
  }
});
