import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayTrackingCode, parseTrackingCode, trackingCodeFrom } from './tracking-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomBytes = fc.uint8Array({ minLength: 9, maxLength: 16 });
const codes = randomBytes.map(trackingCodeFrom);
const isValid = (code: string): boolean => parseTrackingCode(code).kind === 'tracking-code';
const withSymbols = (code: string, changes: Readonly<Record<number, string>>): string =>
  Array.from(code, (symbol, index) => changes[index] ?? symbol).join('');

describe('making a tracking code', () => {
  it('takes five bits of each of nine bytes and adds the check character', () => {
    expect(trackingCodeFrom(new Uint8Array(9))).toBe('0000000000');
    expect(trackingCodeFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1))).toBe('0000000012');
    expect(trackingCodeFrom(Uint8Array.of(31, 32, 63, 64, 255, 1, 2, 3, 4)).slice(0, 9)).toBe('Z0Z0Z1234');
  });

  it('needs nine bytes', () => {
    expect(() => trackingCodeFrom(new Uint8Array(8))).toThrow(RangeError);
  });

  it('is read back, in capitals and in lower case, with and without groups', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const read = { kind: 'tracking-code', code };
        expect(parseTrackingCode(code)).toEqual(read);
        expect(parseTrackingCode(displayTrackingCode(code))).toEqual(read);
        expect(parseTrackingCode(` ${displayTrackingCode(code).toLowerCase().replaceAll('-', ' ')} `)).toEqual(read);
      }),
    );
  });

  it('is shown in groups of three, three and four', () => {
    expect(displayTrackingCode('K7M4Q2XV9A')).toBe('K7M-4Q2-XV9A');
  });
});

describe('reading a tracking code', () => {
  it('reads O as zero, I and L as one', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom('I', 'i', 'L', 'l'), (code, one) => {
        expect(parseTrackingCode(code.replaceAll('0', 'o').replaceAll('1', one))).toEqual({
          kind: 'tracking-code',
          code,
        });
      }),
    );
  });

  it.each([
    '',
    '000000000',
    '00000000000',
    'U000000000',
    '000000000*',
    '00000-Đ0000',
    '😀'.repeat(10),
    '0'.repeat(100_000),
  ])('takes %j for malformed', (text) => {
    expect(parseTrackingCode(text)).toEqual({ kind: 'malformed' });
  });

  it('tells a wrong check character from a wrong shape', () => {
    expect(parseTrackingCode('0000000001')).toEqual({ kind: 'check-failed' });
  });
});

/*
 * The check is linear: whether a change is caught depends on the change alone, not on the other symbols. So these proofs run
 * over every pair of symbols at every position of the zero code, and a property repeats them on random codes.
 */
describe('the check character', () => {
  const positions = Array.from({ length: 10 }, (_, index) => index);
  const pairs = positions.flatMap((first) => positions.slice(first + 1).map((second) => [first, second] as const));
  /** The codes with the two given symbols at two places, made valid by a third place. */
  const validWith = (changes: Readonly<Record<number, string>>): string => {
    const free = positions.find((position) => !(position in changes)) ?? 0;
    const found = Array.from(ALPHABET, (symbol) => withSymbols('0000000000', { ...changes, [free]: symbol })).filter(
      isValid,
    );
    expect(found).toHaveLength(1);
    return found[0] ?? '';
  };

  it('catches every single wrong symbol at every position', () => {
    for (const position of positions) {
      for (const right of ALPHABET) {
        const code = validWith({ [position]: right });
        for (const wrong of ALPHABET) {
          expect(`${code} ${wrong} ${isValid(withSymbols(code, { [position]: wrong }))}`).toBe(
            `${code} ${wrong} ${wrong === right}`,
          );
        }
      }
    }
  });

  it('catches every exchange of two different symbols, adjacent or at any distance', () => {
    for (const [first, second] of pairs) {
      for (const a of ALPHABET) {
        for (const b of ALPHABET) {
          if (a >= b) continue;
          const code = validWith({ [first]: a, [second]: b });
          if (isValid(withSymbols(code, { [first]: b, [second]: a }))) expect.fail(`${code}: ${first} and ${second}`);
        }
      }
    }
  });

  it('catches every doubled symbol written as another double', () => {
    for (const [first, second] of pairs) {
      for (const a of ALPHABET) {
        const code = validWith({ [first]: a, [second]: a });
        for (const b of ALPHABET) {
          if (a !== b && isValid(withSymbols(code, { [first]: b, [second]: b }))) expect.fail(`${code} ${b}`);
        }
      }
    }
  });

  it('catches them in random codes too', () => {
    const position = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(codes, position, fc.constantFrom(...Array.from(ALPHABET)), (code, at, symbol) => {
        const wrong = withSymbols(code, { [at]: symbol });
        expect(isValid(wrong)).toBe(wrong === code);
        const swapped = withSymbols(code, { [at]: code.charAt(at + 1), [at + 1]: code.charAt(at) });
        expect(isValid(swapped)).toBe(swapped === code);
      }),
    );
  });
});
