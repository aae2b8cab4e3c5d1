import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, labelledFields } from './labelled-fields.ts';

describe('a message with labels', () => {
  const fields = {
    name: 'Nguyễn Thị Hồng',
    address: '12 Bạch Đằng, Phú Cường',
    phone: '0909 123 456',
    content: 'Ổ gà to trước chợ, mưa là ngập.',
  };

  it('fills several fields from one line', () => {
    const text =
      'Họ tên: Nguyễn Thị Hồng ĐC: 12 Bạch Đằng, Phú Cường SĐT: 0909 123 456 Nội dung: Ổ gà to trước chợ, mưa là ngập.';
    expect(labelledFields(text)).toEqual({ fields, rest: '' });
  });

  it('fills them from several lines, in any order and in letters composed of several', () => {
    const text = `Nội dung: Ổ gà to trước chợ, mưa là ngập.\r\n- SĐT: 0909 123 456\n- Địa chỉ : 12 Bạch Đằng, Phú Cường;\n* Họ và tên = Nguyễn Thị Hồng`;
    expect(labelledFields(text.normalize('NFD'))).toEqual({ fields, rest: '' });
  });

  it('reads labels without marks, as a text message has them', () => {
    const text = 'ho ten: nguyen van a; dc: 5 le loi; sdt: 0909123456; dia diem: cho Phu Cuong; nd: den duong hong';
    expect(labelledFields(text)).toEqual({
      fields: {
        name: 'nguyen van a',
        address: '5 le loi',
        phone: '0909123456',
        place: 'cho Phu Cuong',
        content: 'den duong hong',
      },
      rest: '',
    });
  });

  it('reads English labels', () => {
    const text =
      'Full name: John Smith\nAddress: 5 Le Loi\nPhone number: +84 909 123 456\nWhere: Market\nDetails: Street lamp is out';
    expect(labelledFields(text).fields).toEqual({
      name: 'John Smith',
      address: '5 Le Loi',
      phone: '+84 909 123 456',
      place: 'Market',
      content: 'Street lamp is out',
    });
  });

  it('keeps what stands under no label, before, between and after', () => {
    const text =
      'Kính gửi 1022.\nHọ tên: Lê An, tôi ở gần chợ\nSĐT: 0909123456, gọi sau 17 giờ\nĐèn đường hỏng ba hôm nay.';
    const read = labelledFields(text);
    expect(read.fields).toEqual({ name: 'Lê An', phone: '0909123456' });
    expect(contentOf(read)).toBe('Kính gửi 1022.\ntôi ở gần chợ\ngọi sau 17 giờ\nĐèn đường hỏng ba hôm nay.');
  });

  it('leaves a sentence alone that only looks like a label', () => {
    for (const text of [
      'Tôi gọi điện thoại: không ai nghe máy',
      'Biển tên: chữ mờ hết rồi, đường nào không biết',
      'Có ba việc: rác, nước, đèn',
      'http://vi-du.vn/anh',
    ]) {
      expect(labelledFields(text)).toEqual({ fields: {}, rest: text });
    }
  });

  it('puts two contents one after the other', () => {
    expect(labelledFields('Nội dung: rác\nNội dung: nước').fields.content).toBe('rác\nnước');
  });
});

it('never drops a word, wherever labels stand', () => {
  const word = fc.constantFrom('rác', 'ngập', 'Lê', 'An', '0909123456', 'đèn', 'a@b.vn', '12');
  const label = fc.constantFrom('Họ tên: ', 'ĐC: ', 'SĐT: ', 'Nội dung: ', 'Email: ', 'Tóm tắt: ', 'Địa điểm: ');
  const space = fc.constantFrom(' ', '\n', ', ', '; ');
  const text = fc.array(fc.tuple(fc.oneof(word, word, label), space), { maxLength: 20 });
  fc.assert(
    fc.property(text, (pieces) => {
      const { fields, rest } = labelledFields(pieces.flat().join(''));
      const single = ['name', 'address', 'phone', 'email', 'summary', 'place'] as const;
      const left = [rest, fields.content, ...single.map((field) => fields[field])].join('\n');
      const written = pieces.map(([piece]) => piece).filter((piece) => !piece.includes(':'));
      // Of a field that is given twice the last stands.
      const twice = new Set(pieces.map(([piece]) => piece).filter((piece, at, all) => all.indexOf(piece) !== at));
      if ([...twice].some((piece) => piece.includes(':'))) return;
      for (const one of written) expect(left).toContain(one);
    }),
    { numRuns: 500 },
  );
});

// Tried again at each of its letters, this run would take minutes.
it.each([' ', '-', ', '])('reads a long run of %j between words in one go', (separator) => {
  const text = `a${separator.repeat(400_000)}b`;
  expect(labelledFields(text)).toEqual({ fields: {}, rest: text });
});
