import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';

describe('a text that is longer than a message', () => {
  it('is cut between words, and its parts are numbered', () => {
    expect(cutText('một hai ba bốn năm', 14)).toEqual(['(1/3) một hai', '(2/3) ba bốn', '(3/3) năm']);
  });

  it('is left as it is when it fits', () => {
    expect(cutText(' vừa đủ ', 6)).toEqual(['vừa đủ']);
  });

  it('is cut inside a word only when the word is longer than a message, and never inside a letter', () => {
    expect(cutText('🙏🙏🙏🙏🙏🙏', 11)).toEqual(['(1/3) 🙏🙏', '(2/3) 🙏🙏', '(3/3) 🙏🙏']);
  });

  it('loses nothing, and no part is longer than a message', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { maxLength: 60 }),
        fc.integer({ min: 12, max: 80 }),
        (words, longest) => {
          const text = words.join(' ');
          const parts = cutText(text, longest);
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(longest);
            expect(part.isWellFormed()).toBe(true);
          }
          const bare = parts.length === 1 ? parts : parts.map((part) => part.replace(/^\(\d+\/\d+\) /u, ''));
          expect(bare.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});
