import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportPeople } from '../report/people.ts';
import { personalDataIn } from './personal-data.ts';

const people: ReportPeople = {
  name: 'Nguyễn Thị Hoa',
  address: '12/3 Nguyễn Trãi, khu phố 2, phường Phú Lợi',
  phone: '+84912345678',
  email: 'hoa.nguyen80@gmail.com',
  summary: '',
  content: '',
  later: [],
  fileNames: {},
  proven: [],
};

/** What officials write for publication: places, dates, laws, amounts. */
const CLEAN = [
  'Ổ gà trên đường Lê Hồng Phong, phường Phú Lợi đã được vá xong ngày 23/11/2026.',
  'Đèn đường hẻm 45 đường Nguyễn An Ninh đã sửa theo Quyết định số 1478/QĐ-UBND và Nghị định 61/2018/NĐ-CP.',
  'Xe buýt số 61 và tuyến số 8 trên Quốc lộ 13 Bình Dương lúc 17h30, 5 xe, 1.500.000 đồng, kỳ 2024-2025.',
  'Cột đèn số 12 đường Phú Lợi, khu phố 3, tổ 5, phường Phú Lợi, TP Thủ Dầu Một.',
  'Giao lộ Lê Lợi – Nguyễn Huệ bị ngập. Trường THCS Nguyễn Văn Cừ. Ủy ban nhân dân phường Bình Dương.',
  'Phòng Kinh tế, Hạ tầng và Đô thị phường Thủ Dầu Một đã kiểm tra. Trực 24/7, gọi 1022. Mưa 12/3 ngập 30 cm.',
  'Sở Xây dựng nạo vét 350 m cống, xong trước 30/11. Đoàn Thanh niên Hà Nội. https://1022.binhduong.gov.vn/tin-tuc',
  'The street light on the corner was repaired within 3 working days.',
];

describe('personalDataIn', () => {
  it.each(CLEAN)('leaves alone what points to nobody: %s', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it.each([
    ['0912 345 678'],
    ['0912.345.678'],
    ['+84 91 234 56 78'],
    ['(0274) 3822-825'],
    ['84912345678'],
    ['O9I2 345 678'],
    ['０９１２３４５６７８'],
    ['không chín một hai ba bốn năm sáu bảy tám'],
    ['khong chin mot hai ba bon nam sau bay tam'],
    ['sđt 3822825'],
    ['079 123 456 789'],
    ['CMND 281 234 567'],
    ['hộ chiếu B1234567'],
    ['STK 0071000123456'],
    ['thẻ DN4791234567890'],
    ['61A-123.45'],
    ['59-X1 234.56'],
    ['61a12345'],
    ['biển số 61 A 1234'],
    ['80-123-NG-45'],
    ['sinh năm 1980'],
    ['tranhoa@gmail.com'],
    ['tranhoa (at) gmail (dot) com'],
    ['zalo: tranhoa'],
    ['https://zalo.me/g/abc'],
    ['https://1022.gov.vn/tra-cuu?k=abcdef'],
    ['facebook.com/tran.hoa'],
    ['số nhà 12'],
    ['nhà số 45A'],
    ['số 12/3 đường Nguyễn Trãi'],
    ['45/12/3'],
    ['123 Nguyễn Trãi'],
    ['123 nguyen trai'],
    ['căn hộ A12.05'],
    ['house 7'],
    ['ông Nguyễn Văn A'],
    ['Trần Thị Bích Thủy'],
    ['TRẦN VĂN BÌNH'],
    ['nguyen thi hoa'],
    ['anh Nam'],
  ])('finds %s', (text) => {
    expect(personalDataIn(`Theo phản ánh, ${text}, sự việc đã xử lý.`)).toHaveLength(1);
  });

  it('gives back the words as they stand, each once, in the order of the text', () => {
    expect(personalDataIn('Gọi 0912 345 678 hoặc a.b@c.vn, gọi 0912 345 678')).toEqual(['0912 345 678', 'a.b@c.vn']);
  });

  it('sees through invisible characters and marks typed apart', () => {
    expect(personalDataIn('gọi 0912\u200B345\u200B678')).toEqual(['0912345678']);
    expect(personalDataIn('ông Nguyễn Văn A'.normalize('NFD'))).toEqual(['ông Nguyễn Văn A']);
  });

  it('takes the name of a street for a person when the word for a street is missing', () => {
    expect(personalDataIn('tại đường Nguyễn Trãi')).toEqual([]);
    expect(personalDataIn('tại Nguyễn Trãi')).toEqual(['Nguyễn Trãi']);
  });
});

describe('the reporter’s own data', () => {
  it.each([
    ['Thị Hoa đã báo', 'Thị Hoa'],
    ['nguyen thi', 'nguyen thi'],
    ['chị hoa cho biết', 'hoa'],
    ['Hoa cho biết', 'Hoa'],
    ['máy có đuôi 5678', 'đuôi 5678'],
    ['số 345678', '345678'],
    ['gặp hoa nguyen80', 'hoa nguyen80'],
    ['ở 12 / 3', '12 / 3'],
    ['đối diện 12/3', '12/3'],
  ])('%s', (text, found) => {
    expect(personalDataIn(text, people).join(' ')).toContain(found);
  });

  it('is not the street or the ward, nor a word that is part of the name only in small letters', () => {
    expect(personalDataIn('Cây hoa giấy trên đường Nguyễn Trãi, khu phố 2, phường Phú Lợi', people)).toEqual([]);
  });
});

describe('personal data planted in a text', () => {
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
  const grouped = (number: string, sizes: readonly number[], by: string) => {
    const groups: string[] = [];
    let at = 0;
    for (const size of sizes) {
      groups.push(number.slice(at, at + size));
      at += size;
    }
    return [...groups, number.slice(at)].filter((group) => group !== '').join(by);
  };
  const separator = fc.constantFrom('', ' ', '.', '-', ' - ', '. ', '–');
  const phone = fc
    .tuple(
      fc.constantFrom('0', '+84', '84', '+84 ', '(+84)', '0084'),
      fc.constantFrom('3', '5', '7', '8', '9'),
      digits(8),
      separator,
      fc.constantFrom([3, 3, 3], [4, 3], [2, 2, 2], [3, 2, 2]),
    )
    .map(([prefix, first, rest, by, sizes]) => `${prefix}${grouped(first + rest, sizes, by)}`);
  const identity = fc
    .tuple(fc.constantFrom(9, 12), separator)
    .chain(([length, by]) => digits(length).map((number) => grouped(number, [3, 3, 3], by)));
  const account = fc.integer({ min: 8, max: 19 }).chain(digits);
  const plate = fc
    .tuple(
      digits(2),
      fc.constantFrom('A', 'C', 'F', 'H', 'X1', 'B2', 'LD'),
      fc.constantFrom('-', ' ', '.', ''),
      digits(5),
    )
    .map(([province, series, by, number]) => `${province}${series}${by}${number.slice(0, 3)}.${number.slice(3)}`);
  const email = fc.emailAddress({ size: 'small' });
  const surname = fc.constantFrom('Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Nguyen', 'Tran');
  const name = fc
    .tuple(surname, fc.constantFrom('Văn', 'Thị', 'Minh', 'Ngọc'), fc.constantFrom('An', 'Hoa', 'Bình', 'Tùng', 'Ý'))
    .map((parts) => parts.join(' '));
  const street = fc.constantFrom('Nguyễn Trãi', 'Lê Lợi', 'Yersin', 'Cách Mạng Tháng Tám', 'Phú Lợi', 'nguyen trai');
  const house = fc
    .tuple(
      fc.constantFrom('số ', 'nhà số ', 'số nhà ', ''),
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('', 'A', '/3', '/12/5', 'B/7'),
      fc.constantFrom(' ', ' đường '),
      street,
    )
    .map(([word, number, more, between, of]) => `${word}${number}${more}${between}${of}`);
  const planted = fc.oneof(phone, identity, account, plate, email, name, house);
  const around = fc.constantFrom(
    ['', ''],
    ['Người dân phản ánh ', ' đã được xử lý.'],
    ['Liên hệ: ', ''],
    ['(', ')'],
    ['Sự việc tại phường Phú Lợi, ', ', đã xong ngày 23/11/2026.'],
    ['Đã kiểm tra lúc 8 giờ 30. ', '\nTrân trọng.'],
    ['"', '"'],
  );

  it('is always found', () => {
    fc.assert(
      fc.property(planted, around, (secret, [before = '', after = '']) => {
        const found = personalDataIn(`${before}${secret}${after}`);
        expect(found.length, `${before}${secret}${after}`).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found whole: what remains when the finds are taken away has no long number, no address and no name', () => {
    fc.assert(
      fc.property(fc.oneof(phone, identity, account, email, name), around, (secret, [before = '', after = '']) => {
        const text = `${before}${secret}${after}`;
        const rest = personalDataIn(text).reduce((left, found) => left.replaceAll(found, ' '), text);
        expect(personalDataIn(rest), text).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found when it is the reporter’s own, in whatever case and however it is spaced', () => {
    const own = fc.record({
      name,
      phone: digits(8).map((number) => `+849${number}`),
      number: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(own, around, fc.boolean(), (someone, [before = '', after = ''], bare) => {
        const address = `${someone.number}/4 Yersin, phường Phú Lợi`;
        const reporter = { ...people, name: someone.name, phone: someone.phone, address };
        const parts = someone.name.split(' ');
        const pieces = [
          parts.slice(0, 2).join(' '),
          parts.slice(1).join(' '),
          `chị ${parts[2] ?? ''}`,
          `${someone.number}/4`,
        ];
        for (const piece of [...pieces, someone.phone.slice(-6), `0${someone.phone.slice(3)}`]) {
          const written = bare ? piece.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '') : piece;
          expect(personalDataIn(`${before}${written}${after}`, reporter).length, written).toBeGreaterThan(0);
        }
      }),
    );
  });
});

// Read from each of their letters to the end, or in two ways at every slash, these would take hours.
it.each([
  ['letters', 'a'.repeat(300_000), 0],
  ['hyphens', '-a.'.repeat(100_000), 0],
  ['an address of a page', `https://a.gov.vn${'/a'.repeat(60)}!`, 1],
])('reads long runs of %s in one go', (_, text, found) => {
  expect(personalDataIn(text)).toHaveLength(found);
});
