import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsLetters } from './sms-letters.ts';
import { smsSegments } from './sms-segments.ts';

describe('the segments of a text', () => {
  it.each([
    ['', 'gsm-7', 1],
    ['a'.repeat(160), 'gsm-7', 1],
    ['a'.repeat(161), 'gsm-7', 2],
    ['a'.repeat(306), 'gsm-7', 2],
    ['a'.repeat(307), 'gsm-7', 3],
    ['€'.repeat(80), 'gsm-7', 1],
    [`${'€'.repeat(80)}a`, 'gsm-7', 2],
    // 152 letters, then an escape that does not fit the segment's last place.
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'gsm-7', 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 3],
    ['ă'.repeat(70), 'ucs-2', 1],
    ['ă'.repeat(71), 'ucs-2', 2],
    ['ă'.repeat(134), 'ucs-2', 2],
    ['ă'.repeat(135), 'ucs-2', 3],
    ['🙏'.repeat(35), 'ucs-2', 1],
    // 33 pairs are 66 of 67 places; no segment takes half a pair.
    ['🙏'.repeat(66), 'ucs-2', 2],
    ['🙏'.repeat(67), 'ucs-2', 3],
  ])('%#: %s', (text, alphabet, segments) => {
    expect(smsSegments(text)).toEqual({ alphabet, segments });
  });

  it('are never fewer for a longer text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'grapheme' }), (text, more) => {
        expect(smsSegments(text + more).segments).toBeGreaterThanOrEqual(smsSegments(text).segments);
      }),
    );
  });
});

describe('the letters of a text message', () => {
  it('have no marks, and typographic signs are those of a keyboard', () => {
    expect(smsLetters('Đã nhận phản ánh “ổ gà” – đường Huỳnh Văn Lũy… 20.000 ₫')).toBe(
      'Da nhan phan anh "o ga" - duong Huynh Van Luy... 20.000 d',
    );
    expect(smsLetters('Cảm ơn 🙏 ông/bà\tnhiều'.normalize('NFD'))).toBe('Cam on ong/ba nhieu');
    expect(smsLetters('một\nhai')).toBe('mot\nhai');
  });

  it('leave an address as it is', () => {
    const link = 'https://mot-cua.example/1022/A1B2C3D4E5?k=k1.Ab-_x~{1}';
    expect(smsLetters(link)).toBe(link);
  });

  it('are always those that cost least', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(smsSegments(smsLetters(text)).alphabet).toBe('gsm-7');
      }),
    );
  });
});
