import { describe, expect, it } from 'vitest';
import { trackingCodeFrom, displayTrackingCode } from '../codes/tracking-code.ts';
import { readIntent } from './read-intent.ts';

const CODE = trackingCodeFrom(new Uint8Array([20, 9, 3, 17, 30, 5, 12, 26, 1]));
const SPOKEN = displayTrackingCode(CODE);

describe('a rating', () => {
  it.each([
    ['5', 5],
    ['4.', 4],
    ['3 sao', 3],
    ['5/5', 5],
    ['đánh giá 5', 5],
    ['DANH GIA: 4', 4],
    ['Danh gia 2 sao', 2],
    ['rate 1', 1],
    ['⭐⭐⭐⭐', 4],
    ['5*', 5],
  ])('%s is %i stars', (text, stars) => {
    expect(readIntent(text)).toMatchObject({ kind: 'rate', stars, comment: '' });
  });

  it('has a comment, as it was written', () => {
    expect(readIntent('Đánh giá 5, làm rất nhanh!')).toMatchObject({ stars: 5, comment: 'làm rất nhanh!' });
    expect(readIntent('2 sao: vẫn còn Ổ GÀ')).toMatchObject({ stars: 2, comment: 'vẫn còn Ổ GÀ' });
    expect(readIntent(`rate ${SPOKEN} 4`)).toMatchObject({ stars: 4, code: CODE });
  });

  it.each(['3 ngày rồi chưa ai đến', '6', '10', '5 cây đổ ở đường Bạch Đằng', 'đánh giá 10', '15'])(
    '%s is none',
    (text) => {
      expect(readIntent(text)).toEqual({ kind: 'words' });
    },
  );
});

describe('reopening', () => {
  it.each(['MỞ LẠI: vẫn còn ngập', 'mo lai : vẫn còn ngập', 'Reopen: vẫn còn ngập', 'Mở lại phản ánh - vẫn còn ngập'])(
    '%s',
    (text) => {
      expect(readIntent(text)).toEqual({ kind: 'reopen', reason: 'vẫn còn ngập', loose: false });
    },
  );

  it('takes a code, and stands alone', () => {
    expect(readIntent(`MỞ LẠI ${SPOKEN}: chưa sửa`)).toEqual({
      kind: 'reopen',
      code: CODE,
      reason: 'chưa sửa',
      loose: false,
    });
    expect(readIntent('mo lai')).toEqual({ kind: 'reopen', reason: '', loose: false });
  });

  it('says when it may be the beginning of a sentence', () => {
    expect(readIntent('Mở lại đèn đường giúp tôi')).toMatchObject({ kind: 'reopen', loose: true });
    expect(readIntent('MO LAI DEN DUONG GIUP TOI')).toMatchObject({ kind: 'reopen', loose: true });
  });

  it('is meant when only the command stands in capitals', () => {
    expect(readIntent('MO LAI van con o ga sau mua')).toEqual({
      kind: 'reopen',
      reason: 'van con o ga sau mua',
      loose: false,
    });
  });
});

describe('adding to a report', () => {
  it.each([
    ['Bổ sung: rác ở trước số 9', 'rác ở trước số 9'],
    ['bo sung - them mot cot den', 'them mot cot den'],
    ['Add: it is in front of number 9', 'it is in front of number 9'],
  ])('%s', (text, words) => {
    expect(readIntent(text)).toEqual({ kind: 'add', words });
  });

  it('takes a code', () => {
    expect(readIntent(`Bổ sung ${SPOKEN}: trước số 9`)).toEqual({ kind: 'add', code: CODE, words: 'trước số 9' });
  });

  it.each(['Bổ sung thêm đèn đường ở hẻm 5 giúp bà con', 'bổ sung', 'bổ sung:'])('%s is none', (text) => {
    expect(readIntent(text)).toEqual({ kind: 'words' });
  });
});

describe('withdrawing and giving up', () => {
  it.each(['RÚT', 'rut', 'Rút phản ánh', 'rút lại phản ánh', 'WITHDRAW', 'withdraw my report'])(
    '%s withdraws',
    (text) => {
      expect(readIntent(text)).toEqual({ kind: 'withdraw', reason: '' });
    },
  );
  it('takes a code and a reason', () => {
    expect(readIntent(`Rút ${CODE}: đã tự xử lý`)).toEqual({ kind: 'withdraw', code: CODE, reason: 'đã tự xử lý' });
  });
  it.each(['Rút tiền ở cây ATM không được', 'rut nuoc cham'])('%s does not', (text) => {
    expect(readIntent(text)).toEqual({ kind: 'words' });
  });
  it.each(['HỦY', 'Huỷ', 'hủy bỏ', 'HUY', 'cancel', 'Hủy phản ánh.'])('%s gives the draft up', (text) => {
    expect(readIntent(text)).toEqual({ kind: 'cancel', sure: true });
  });
  it.each(['Huy', 'huy'])('%s may be a name', (text) => {
    expect(readIntent(text)).toEqual({ kind: 'cancel', sure: false });
  });
  it('leaves a sentence alone', () => {
    expect(readIntent('Hủy hoại cây xanh ở công viên')).toEqual({ kind: 'words' });
  });
});

describe('asking how far it is', () => {
  it.each([
    CODE,
    SPOKEN,
    SPOKEN.toLowerCase(),
    `Tra cứu ${SPOKEN}`,
    `TRA CUU: ${CODE}`,
    `status ${CODE}`,
    `Tra ${CODE}`,
    `Mã ${SPOKEN}`,
    `${SPOKEN}?`,
  ])('%s', (text) => {
    expect(readIntent(text)).toEqual({ kind: 'progress', code: CODE });
  });
  it('without a code', () => {
    expect(readIntent('tra cứu')).toEqual({ kind: 'progress' });
    expect(readIntent('Tình trạng?')).toEqual({ kind: 'progress' });
  });
  it('with a slip in the code', () => {
    const slip = `${CODE.slice(0, -1)}${CODE.endsWith('7') ? '8' : '7'}`;
    expect(readIntent(`tra cứu ${slip}`)).toEqual({ kind: 'progress', unreadable: true });
    expect(readIntent('Tra cứu hồ sơ đất đai ở đâu')).toEqual({ kind: 'words' });
  });
});

describe('linking', () => {
  it.each([
    ['LIÊN KẾT 0909 123 456', '0909 123 456'],
    ['lien ket: +84909123456', '+84909123456'],
    ['link Hong.Nhung@example.com', 'Hong.Nhung@example.com'],
    ['Liên kết', ''],
  ])('%s', (text, target) => {
    expect(readIntent(text)).toEqual({ kind: 'link', target });
  });
  it('reads the six digits', () => {
    expect(readIntent('012 345')).toEqual({ kind: 'digits', digits: '012345' });
    expect(readIntent('link này bị hỏng')).toEqual({ kind: 'words' });
  });
});

describe('being polite', () => {
  it.each(['Cảm ơn', 'cám ơn nhiều ạ', 'ok', 'OK cảm ơn ad', 'Thank you very much!', 'dạ vâng', '👍', '❤️❤️', 'Tks'])(
    '%s needs no answer',
    (text) => {
      expect(readIntent(text)).toEqual({ kind: 'thanks' });
    },
  );
  it.each(['Xin chào', 'chào ad', 'alo', 'Hello', 'HELP', 'hướng dẫn', '?', 'Alo alo 1022 ơi'])(
    '%s is greeted',
    (text) => {
      expect(readIntent(text)).toEqual({ kind: 'greeting' });
    },
  );
  it.each(['Cảm ơn nhưng vẫn chưa sửa', 'Chào ad, đèn đường hỏng', 'ok nhưng còn rác', 'Đá rơi trên đường'])(
    '%s says more',
    (text) => {
      expect(readIntent(text)).toEqual({ kind: 'words' });
    },
  );

  // Tried again at each of its letters, this run would take minutes.
  it('reads a long run of quotation marks between words in one go', () => {
    expect(readIntent(`a${'"'.repeat(400_000)}b`)).toEqual({ kind: 'words' });
  });
});
