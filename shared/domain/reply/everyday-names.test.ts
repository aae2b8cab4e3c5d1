import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from './read-reply.ts';
import { examined, replied } from './testing/reply-world.ts';
import { withoutMarks } from './testing/typing.ts';

function commandOf(text: string): unknown {
  const read = readReply(text);
  return read.kind === 'command' ? read.command : read.kind;
}

/** The name in each reading; a unit and a colleague can both be meant. */
function namesIn(text: string): readonly string[] {
  const read = readReply(text);
  const commands = read.kind === 'command' ? [read.command] : read.kind === 'either' ? read.commands : [];
  return commands.flatMap((command) => {
    if (command.kind === 'hand-over') return [command.colleague];
    return command.kind === 'forward' || command.kind === 'consult' ? [command.unit] : [];
  });
}

describe('a name without its marks', () => {
  it.each([
    ['chuyen so xay dung: khac', 'so xay dung'],
    ['CHUYEN SO XAY DUNG', 'SO XAY DUNG'],
    ['chuyen Phong Kinh te, Xay dung phuong Phu Loi: khac', 'Phong Kinh te, Xay dung phuong Phu Loi'],
    ['lay y kien so xay dung: quy hoach o day', 'so xay dung'],
    ['giao cho Tran Van Dung', 'Tran Van Dung'],
    ['GIAO CHO PHAM THI DUNG', 'PHAM THI DUNG'],
    ['giao Dung', 'Dung'],
    ['chuyen tu phap: khac', 'tu phap'],
    ['lay y kien tu phap: the nao', 'tu phap'],
    ['chuyen ubnd phuong lai thieu', 'ubnd phuong lai thieu'],
    ['giao cho dung', 'dung'],
    ['giao cho chi Hay', 'chi Hay'],
    ['giao cho chi hay: nghi phep', 'chi hay'],
    ['giao cho chi Vi', 'chi Vi'],
    ['giao cho tran van de', 'tran van de'],
    ['chuyen cho anh Sang', 'anh Sang'],
    ['chuyen cho sang', 'sang'],
    ['giao cho To Van Nam', 'To Van Nam'],
    ['giao cho Lại Văn Sâm', 'Lại Văn Sâm'],
    ['chuyen Phuong Can Giuoc', 'Phuong Can Giuoc'],
    ['Chuyển UBND phường Cần Giuộc: khác', 'UBND phường Cần Giuộc'],
    ['Giao cho Nguyễn Văn Được', 'Nguyễn Văn Được'],
  ])('is the name: %s', (line, name) => {
    expect(namesIn(line)).toContain(name);
  });

  it.each([
    'dung chuyen so xay dung',
    'đừng chuyển',
    'chua hoan thanh',
    'khong giao cho Tran Van Dung',
    'neu can thi chuyen so xay dung',
    'chuyen so xay dung duoc khong?',
    'giao sau',
    'phan cong khong duoc',
    'chuyen sau khi xong',
    'chuyen so xay dung, khi xong',
    'chuyen so xay dung, toi chua xong',
    'Chuyển Sở Xây dựng. Chưa xong',
    'Chuyển Sở Xây dựng khi xong',
    'Chuyển Sở Tư pháp hay Sở Xây dựng',
    'Chuyển Sở Xây dựng nếu cần',
    'chuyen so xay dung roi hoan thanh',
    'chuyen so xay dung ko',
  ])('does not hide a doubt: %s', (line) => {
    expect(readReply(line).kind).toBe('unclear');
  });
});

describe('what stands behind a name', () => {
  it('is a name too when it is one capital letter', () => {
    expect(commandOf('Giao cho Nguyễn Văn A')).toEqual({ kind: 'hand-over', colleague: 'Nguyễn Văn A' });
    expect(commandOf('Giao cho Nguyễn Văn A ạ')).toEqual({ kind: 'hand-over', colleague: 'Nguyễn Văn A' });
    expect(commandOf('giao cho Nguyen Van Son a')).toEqual({ kind: 'hand-over', colleague: 'Nguyen Van Son' });
    expect(commandOf('Giao cho Trần Thanh Nhã')).toEqual({ kind: 'hand-over', colleague: 'Trần Thanh Nhã' });
    expect(commandOf('giao cho Tran Thanh Nha')).toEqual({ kind: 'hand-over', colleague: 'Tran Thanh Nha' });
  });

  it.each([
    'kính chuyển Sở Xây dựng xem xét',
    'Chuyển Sở Xây dựng xử lý',
    'Chuyển Sở Xây dựng thụ lý ạ',
    'Kính chuyển Sở Xây dựng xem xét, giải quyết theo thẩm quyền.',
    'Chuyển Sở Xây dựng xem xét và xử lý',
  ])('is what the unit is to do, and no part of its name: %s', (line) => {
    expect(commandOf(line)).toEqual({ kind: 'forward', unit: 'Sở Xây dựng' });
  });

  it('is left when nothing else is there', () => {
    expect(commandOf('chuyển cho xem xét')).toBe('either');
    expect(commandOf('Lấy ý kiến Sở Xây dựng xem xét: được không')).toMatchObject({ unit: 'Sở Xây dựng' });
  });
});

/** Offices and people as a province has them; most of these words are other words without their marks. */
const KINDS = ['Sở', 'Phòng', 'UBND phường', 'Ủy ban nhân dân xã', 'Công an phường', 'Trung tâm', 'Chi nhánh'];
const OFFICE_WORDS = (
  'Xây dựng;Tư pháp;Nông nghiệp và Môi trường;Giao thông vận tải;Kinh tế, Hạ tầng và Đô thị;Cần Giuộc;Bình Định;Phú Lợi;' +
  'Quản lý sử dụng đất;Hội nghĩa;Tân Khoan;Đông Hòa;Văn hóa - Xã hội;Hồng Ngự;Trừ Văn Thố;Đăng ký kinh doanh'
)
  .split(';')
  // A hyphen with a space beside it ends a name.
  .map((name) => name.replace(' - ', ' '));
const SURNAMES = 'Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Khổng Lại Tô Trương Mai Sầm'.split(
  ' ',
);
const MIDDLES = 'Văn Thị Xuân Ngọc Minh Thanh Kim Hữu Quốc Thụy'.split(' ');
const GIVEN = (
  'Dũng Dung Dụng Hay Sáu Khi Cần Định Được Hồng Khoan Khoản Trúc Trự Nền Phái Muôn Sang Nho Nhờ Đạt Giao Tiếp Chuyên Xong ' +
  'Trọng Vệ Sơn Hạnh Bảo Quyên Yến Sáp Chua Khôi Khổng Chẳng'
).split(' ');

const typedBare = fc.constantFrom<(text: string) => string>(
  withoutMarks,
  (text) => withoutMarks(text).toUpperCase(),
  (text) => withoutMarks(text).toLowerCase(),
);
const office = fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom(...OFFICE_WORDS)).map((words) => words.join(' '));
const person = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...MIDDLES), fc.constantFrom(...GIVEN))
  .map((words) => words.join(' '));
const called = fc
  .tuple(fc.constantFrom('anh', 'chị', 'đồng chí'), fc.constantFrom(...GIVEN))
  .map((words) => words.join(' '));
const addressed = fc.oneof(
  fc.tuple(fc.constantFrom('chuyển', 'lấy ý kiến', 'kính chuyển', 'chuyển hồ sơ này đến'), office),
  fc.tuple(fc.constantFrom('giao cho', 'bàn giao cho', 'chuyển cho', 'phân công cho'), fc.oneof(person, called)),
);

describe('any office and any colleague', () => {
  it('is found by its name without marks, in capitals and in small letters', () => {
    fc.assert(
      fc.property(addressed, typedBare, fc.constantFrom('', ': khac dia ban', '.'), ([words, name], type, after) => {
        const line = `${type(words)} ${type(name)}${after}`;
        expect(namesIn(line), line).toContain(type(name));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a doubt among the words of a name', () => {
  const to = examined();
  const sure = fc.constantFrom(
    'chuyen ubnd phuong phu hoa',
    'lay y kien so tu phap',
    'giao cho chi hanh',
    'giao cho tran thi hanh',
    'CHUYEN CHO CHI HANH',
  );
  const doubt = fc.constantFrom(
    ...'chưa không ko đừng khoan sẽ khi sau hay hoặc nên phải cần được nhưng trừ nếu'.split(' '),
    ...['đừng chuyển', 'khi xong', 'chưa được', 'và dừng', 'rồi giao anh Sơn', 'thì thôi', 'hay Sở Tư pháp'],
  );

  const doubtful = fc.record({
    ...{ line: sure, words: doubt, bare: fc.boolean(), at: fc.nat() },
    after: fc.constantFrom('', ': khac'),
  });

  it('is never acted on, wherever it stands and with its marks or without', () => {
    fc.assert(
      fc.property(doubtful, ({ line, words, bare, at, after }) => {
        const parts = line.split(' ');
        const from = line.startsWith('lay') ? 3 : line.startsWith('giao') ? 2 : 1;
        parts.splice(from + (at % (parts.length - from + 1)), 0, bare ? withoutMarks(words) : words);
        const text = parts.join(' ') + after;
        expect(replied(text, { by: 'officer', to }).kind, text).not.toBe('act');
      }),
      { numRuns: 2000 },
    );
  });

  it('is what keeps these from being done', () => {
    for (const line of [
      'chuyen ubnd phuong phu hoa: khac',
      'lay y kien so tu phap: the nao',
      'giao cho tran thi hanh',
    ]) {
      expect(replied(line, { by: 'officer', to }).kind, line).toBe('act');
    }
  });
});
