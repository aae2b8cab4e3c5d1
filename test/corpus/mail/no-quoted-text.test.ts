import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeTextOf } from '../../../functions/mail/reading/html-text.ts';
import { newTextOf } from '../../../functions/mail/new-text/new-text.ts';
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import { CLIENT_SHAPES, type Body, type ClientShape, type Original } from './client-shapes.ts';

const commands = [
  'TỪ CHỐI số 12/QĐ: thiếu giấy tờ',
  'HOÀN THÀNH',
  'Đồng ý',
  'Dừng: trùng hồ sơ',
  'tu choi: khong du dieu kien',
  'CHUYỂN Phòng Tư pháp: không thuộc thẩm quyền',
];
const command = fc.constantFrom(...commands);

const word = fc.constantFrom(
  ...'hồ sơ đề nghị bổ sung giấy khai sinh ngày tháng chị anh đã xem lại thửa đất số phường trước khi ký và trả bản sao'.split(
    ' ',
  ),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '));

/** What stands in mails that are answered, with all that could be taken for the end of a quote. */
const quotedLine = fc.oneof(
  { weight: 4, arbitrary: sentence },
  fc.constantFrom(
    '',
    '-- ',
    '--',
    'Trân trọng,',
    '> dòng đã được trích',
    '>> hai lần',
    '________________________________',
    '---',
  ),
  fc.constantFrom(
    'Từ: An <an@phuong-a.example>',
    'Đã gửi: hôm qua',
    'On Mon, Nov 16, 2026 at 9:12 AM B <b@b.example> wrote:',
    '-----Original Message-----',
  ),
  fc.constantFrom(
    'Thư này được gửi tự động.',
    'Đã gửi từ iPhone của tôi',
    'Kính gửi ông/bà Lê Văn An,',
    'LƯU Ý: email này có nội dung bảo mật.',
  ),
);

/** Every mail of ours that is answered begins with the marker, or, to applicants, with a greeting. */
const opening = fc.constantFrom(
  `${REPLY_MARKER}\n\nKính gửi ông/bà Lê Văn An,`,
  'Kính gửi ông/bà Lê Văn An,',
  'Chào anh,',
);

const original = (lines: readonly string[]): Original => ({
  text: lines.join('\n'),
  name: 'Một Cửa 1022',
  address: 'r.k1.abcd.efgh@tra-loi.mot-cua.example',
});

const quotedWith = fc
  .record({
    opening,
    before: fc.array(quotedLine, { maxLength: 8 }),
    command,
    after: fc.array(quotedLine, { maxLength: 8 }),
  })
  .map((parts) => ({
    command: parts.command,
    original: original([parts.opening, '', ...parts.before, parts.command, ...parts.after]),
  }));

const shape = fc.constantFrom(...CLIENT_SHAPES);

/** Both parts, the plain one alone, or HTML alone. */
const format = fc.constantFrom<(body: Body) => { text: string; html?: string }>(
  (body) => body,
  ({ text }) => ({ text }),
  ({ html }) => ({ text: wholeTextOf(html), html }),
);

/** Never one of the commands, so that a command in the result can only come from the quote. */
const answerLine = sentence;
const answer = fc
  .tuple(answerLine, fc.array(fc.oneof(answerLine, fc.constant('')), { maxLength: 5 }))
  .map(([first, rest]) => [first, ...rest].join('\n'));

const letters = (text: string) => text.normalize('NFC').replaceAll(/\P{L}/gu, '');

describe('quoted text', () => {
  it('is never new, whatever program quotes it, wherever the answer stands', () => {
    const one = fc.record({ shape, format, quoted: quotedWith, answer: fc.option(answer, { nil: '' }) });
    fc.assert(
      fc.property(one, ({ shape: by, format: as, quoted, answer: words }) => {
        const { text } = newTextOf(as(by.top(words, quoted.original)));
        expect(letters(text)).not.toContain(letters(quoted.command));
      }),
      { numRuns: 1500 },
    );
  });

  it('is never new between and below answers', () => {
    const markedShape = fc.constantFrom(...CLIENT_SHAPES.filter(({ between }) => between !== undefined));
    const places = fc
      .uniqueArray(fc.nat(20), { minLength: 1, maxLength: 3 })
      .map((lines) => [...lines].sort((a, b) => a - b));
    const one = fc.record({ shape: markedShape, format, quoted: quotedWith, answer, places });
    fc.assert(
      fc.property(one, ({ shape: by, format: as, quoted, answer: words, places: lines }) => {
        const answers = lines.map((line) => [line + 1, words] as const);
        const { text } = newTextOf(as(between(by, answers, quoted.original)));
        expect(letters(text)).not.toContain(letters(quoted.command));
      }),
      { numRuns: 1000 },
    );
  });

  it('is never first when a mail server broke its lines and left the rests without marks', () => {
    const long = fc.array(word, { minLength: 20, maxLength: 24 }).map((words) => words.join(' ').padEnd(60, ' nhé'));
    fc.assert(
      fc.property(long, command, fc.array(quotedLine, { maxLength: 4 }), (before, broken, after) => {
        const text = [
          'Vào Th 2, 23 thg 11, 2026 vào lúc 09:12 Một Cửa 1022 <r.k1@tra-loi.mot-cua.example> đã viết:',
          `> ${before}`,
          broken,
          ...after.map((line) => `> ${line}`),
        ].join('\n');
        expect(newTextOf({ text }).text).toBe('');
      }),
    );
  });
});

describe('an answer on top', () => {
  it('begins the new text with the line that it begins with', () => {
    const own = fc.tuple(fc.oneof(command, answerLine), answer).map(([first, rest]) => `${first}\n${rest}`);
    fc.assert(
      fc.property(
        fc.record({ shape, format, quoted: quotedWith, own }),
        ({ shape: by, format: as, quoted, own: words }) => {
          const { text, quoted: isQuoted } = newTextOf(as(by.top(words, quoted.original)));
          expect(text.split('\n')[0]).toBe(words.split('\n')[0]);
          expect(isQuoted).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

function between(by: ClientShape, answers: readonly (readonly [number, string])[], quoted: Original): Body {
  if (by.between === undefined) throw new Error(`${by.name} answers on top only`);
  return by.between(answers, quoted);
}
