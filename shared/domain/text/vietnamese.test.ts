import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText, countGraphemes, fold, nfc } from './vietnamese.ts';

const NAME = 'Nguyễn Thị Ánh Đào';

describe('composing', () => {
  it('makes one text of the two ways to type a letter', () => {
    expect(nfc(NAME.normalize('NFD'))).toBe(NAME.normalize('NFC'));
    expect(NAME.normalize('NFD')).not.toBe(NAME);
  });
});

describe('folding for search', () => {
  it.each([
    [NAME, 'nguyen thi anh dao'],
    ['ĐẶNG  THỊ\tÍCH ', 'dang thi ich'],
    ['Phường Phú Lợi, đường Huỳnh Văn Lũy', 'phuong phu loi, duong huynh van luy'],
    ['ăâđêôơư ĂÂĐÊÔƠƯ', 'aadeoou aadeoou'],
    ['ＡＢＣ １２３', 'abc 123'],
  ])('%s is found as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize('NFD'))).toBe(folded);
  });

  it('changes nothing the second time, and does not see case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('counting characters', () => {
  it('counts what a person sees', () => {
    expect(countGraphemes('Ánh'.normalize('NFD'))).toBe(3);
    expect(countGraphemes('👨‍👩‍👧')).toBe(1);
    expect(countGraphemes('')).toBe(0);
  });
});

describe('checking text', () => {
  it('stores the composed form without spaces around', () => {
    expect(checkText(`  ${NAME.normalize('NFD')} `, { maxLength: 18 })).toEqual({ kind: 'text', text: NAME });
  });

  it('accepts emoji and counts each as its code points', () => {
    expect(checkText('Cảm ơn 🙏', { maxLength: 8 })).toEqual({ kind: 'text', text: 'Cảm ơn 🙏' });
    expect(checkText('Cảm ơn 🙏', { maxLength: 7 })).toEqual({ kind: 'too-long', length: 8, limit: 7 });
  });

  it('refuses a name of 100,000 characters and a tower of marks on one letter', () => {
    expect(checkText('a'.repeat(100_000), { maxLength: 200 })).toMatchObject({ kind: 'too-long', length: 100_000 });
    expect(checkText(`a${'\u0301'.repeat(300)}`, { maxLength: 200 })).toMatchObject({ kind: 'too-long' });
  });

  it('refuses nothing but spaces', () => {
    expect(checkText(' \u00A0\t', { maxLength: 10 })).toEqual({ kind: 'empty' });
  });

  it.each([
    ['a\u0000b', 1, 'U+0000'],
    ['Phú\u202Egpj.exe', 3, 'U+202E'],
    ['🙏\u0007', 1, 'U+0007'],
    ['a\uD800b', 1, 'U+D800'],
    ['a\u2028b', 1, 'U+2028'],
    ['a\nb', 1, 'U+000A'],
    ['a\tb', 1, 'U+0009'],
    ['a\u0085b', 1, 'U+0085'],
  ])('refuses %j and says where', (text, at, codePoint) => {
    expect(checkText(text, { maxLength: 100 })).toEqual({ kind: 'forbidden-character', at, codePoint });
  });

  it('allows line breaks and tabs in text of several lines, as one kind of break', () => {
    const lines = { maxLength: 100, multiline: true };
    expect(checkText('một\r\nhai\rba\tbốn', lines)).toEqual({ kind: 'text', text: 'một\nhai\nba\tbốn' });
    expect(checkText('một\u0000', lines)).toMatchObject({ kind: 'forbidden-character' });
  });

  it('gives text that it accepts again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, multiline) => {
        const limits = { maxLength: 10, multiline };
        const first = checkText(text, limits);
        if (first.kind === 'text') expect(checkText(first.text, limits)).toEqual(first);
      }),
      { numRuns: 1000 },
    );
  });
});
