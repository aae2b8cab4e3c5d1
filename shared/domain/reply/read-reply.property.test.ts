import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadReply } from './reply-command.ts';
import { readReply } from './read-reply.ts';
import { telexKeys, vniKeys, withoutMarks } from './testing/typing.ts';

const RUNS = { numRuns: 2000 };

/** Each command as an officer writes it: the words of the command, then the rest of the line. */
const LINES: readonly (readonly [string, string])[] = [
  ['tiếp nhận', ''],
  ['đã nhận', ' hồ sơ'],
  ['bổ sung', ': bản sao CCCD; tờ khai'],
  ['yêu cầu bổ sung', ': bản sao CCCD'],
  ['trả lời', ': thuận'],
  ['ý kiến', ': thuận'],
  ['lấy ý kiến', ' Sở Tư pháp: hộ tịch gốc ở đâu'],
  ['chuyển', ' Sở Tư pháp: ngoài thẩm quyền'],
  ['gia hạn', ' 3 ngày: thiếu người'],
  ['hẹn lại', ' 3 ngày: thiếu người'],
  ['từ chối', ' số 12/TB: sai đối tượng'],
  ['không đồng ý', ' số 12/TB: sai đối tượng'],
  ['hoàn thành', ''],
  ['đã xử lý xong', ''],
  ['xong', ''],
  ['giao', ' cho Phan Xuân Sơn'],
  ['bàn giao', ' cho Phan Xuân Sơn'],
  ['dừng', ': người nộp bỏ'],
  ['tạm dừng', ': chờ thuế'],
  ['tiếp tục', ''],
  ['đồng ý', ''],
];

const line = fc.constantFrom(...LINES);
const typing = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  withoutMarks,
  (text) => withoutMarks(text).toUpperCase(),
  telexKeys,
  (text) => telexKeys(text).toUpperCase(),
  vniKeys,
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => (text.includes(' ') ? withoutMarks(text).replaceAll(' ', '').toUpperCase() : text),
);
const before = fc.constantFrom('', ' ', '- ', '* ', '"', 'Dạ, ', 'Em chào anh/chị, ', 'Kính gửi anh Sơn,\n', '\n\n');

function commandIn(read: ReadReply): unknown {
  return read.kind === 'command' ? read.command : read.kind;
}

function acts(read: ReadReply): boolean {
  return read.kind === 'command' || read.kind === 'either';
}

describe('a command', () => {
  it('is the same however it is typed and greeted', () => {
    fc.assert(
      fc.property(line, typing, before, ([words, rest], type, greeting) => {
        const plain = readReply(words + rest);
        expect(plain.kind).toBe('command');
        expect(commandIn(readReply(`${greeting}${type(words)}${rest}`))).toEqual(commandIn(plain));
      }),
      RUNS,
    );
  });

  it('is the same whatever stands in the lines below', () => {
    const below = fc.array(
      fc.oneof(
        line.map((parts) => parts.join('')),
        fc.string(),
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(line, below, ([words, rest], lines) => {
        fc.pre(!words.includes('bổ sung'));
        const text = `${words}${rest}\n${lines.join('\n')}`;
        expect(commandIn(readReply(text))).toEqual(commandIn(readReply(words + rest)));
      }),
      RUNS,
    );
  });

  it('is none with a negation, another time or a condition before it', () => {
    const turned = fc.constantFrom(
      'chưa',
      'không',
      'đừng',
      'sẽ',
      'sắp',
      'nếu',
      'khi',
      'chưa được',
      'không nên',
      'hãy khoan',
    );
    fc.assert(
      fc.property(turned, line, typing, typing, (negation, [words, rest], type, typeNegation) => {
        const text = `${typeNegation(negation)} ${type(words)}${rest}`;
        // That one is a command of its own: a refusal.
        fc.pre(negation !== 'không' || words !== 'đồng ý');
        expect(acts(readReply(text)), text).toBe(false);
      }),
      RUNS,
    );
  });

  it('is none as a question', () => {
    fc.assert(
      fc.property(line, typing, fc.constantFrom('?', ' chưa?', ' à?'), ([words], type, mark) => {
        expect(acts(readReply(type(words) + mark))).toBe(false);
      }),
      RUNS,
    );
  });
});

/** Syllables of everyday prose; none begins a command. */
const PROSE = (
  'hồ sơ người dân đến hỏi về giấy tờ nhà đất thửa số tờ bản đồ chứng minh tên cha mẹ sinh năm ngày tháng quê quán ' +
  'cán bộ phường phòng sở thuế ký tên đóng dấu photo công chứng sai thiếu đủ rồi mai mốt gọi điện thoại nhé ạ anh chị ' +
  'huyện chuyện chuyến giá đúng dùng đừng giáo giáp bộ súng tra lối trà tiệp nhân hoan thánh tư tự đông động gái bận'
).split(' ');
const FIRST = PROSE.filter((word) => !['đúng', 'đừng', 'dùng'].includes(word));

describe('prose', () => {
  const words = fc.tuple(fc.constantFrom(...FIRST), fc.array(fc.constantFrom(...PROSE), { maxLength: 15 }));

  it('is a note, with every command word in the lines below it', () => {
    fc.assert(
      fc.property(words, fc.array(line), ([first, rest], lines) => {
        const text = [[first, ...rest].join(' '), ...lines.map((parts) => parts.join(''))].join('\n');
        fc.pre(!/^(?:ạ|anh|chị|nhé|[\s,])*$/u.test([first, ...rest].join(' ')));
        expect(readReply(text).kind, text).toBe('note');
      }),
      RUNS,
    );
  });

  it('of any characters is read without an error and never lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = readReply(text);
        if (read.kind === 'note') expect(read.note).toBe(text.normalize('NFC').trim());
      }),
      RUNS,
    );
  });
});
