import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReportReply } from './read-report-reply.ts';

const read = (text: string) => readReportReply(text);
const commandOf = (text: string) => {
  const reply = read(text);
  return reply.kind === 'command' ? reply.command : reply.kind;
};

describe('the first line of a reply about a report', () => {
  it.each([
    ['TIẾP NHẬN', { kind: 'accept' }],
    ['Đã nhận ạ', { kind: 'accept' }],
    ['Dạ, em đã nhận phản ánh này', { kind: 'accept' }],
    [
      'ĐÃ XỬ LÝ: Đã vá ổ gà trước nhà số 12.',
      { kind: 'answer', outcome: 'fixed', text: 'Đã vá ổ gà trước nhà số 12.' },
    ],
    ['da khac phuc: đã thay bóng đèn', { kind: 'answer', outcome: 'fixed', text: 'đã thay bóng đèn' }],
    [
      'Đã xử lý xong – rác đã dọn, không còn mùi',
      { kind: 'answer', outcome: 'fixed', text: 'rác đã dọn, không còn mùi' },
    ],
    ['ĐÃ KHẮC PHỤC', { kind: 'answer', outcome: 'fixed', text: '' }],
    ['Đã xử lý. Trân trọng.', { kind: 'answer', outcome: 'fixed', text: '' }],
    [
      'HẸN XỬ LÝ: sẽ thay cống vào ngày 30/11',
      { kind: 'answer', outcome: 'scheduled', text: 'sẽ thay cống vào ngày 30/11' },
    ],
    ['Đã lên kế hoạch: quý I năm 2027', { kind: 'answer', outcome: 'scheduled', text: 'quý I năm 2027' }],
    ['GIẢI THÍCH: Lệ phí theo Thông tư 85', { kind: 'answer', outcome: 'explained', text: 'Lệ phí theo Thông tư 85' }],
    [
      'TRẢ LỜI: Ông/bà hỏi vì sao? Vì đường đang thi công.',
      { kind: 'answer', outcome: 'explained', text: 'Ông/bà hỏi vì sao? Vì đường đang thi công.' },
    ],
    [
      'TRẢ LỜI: Đã khắc phục lúc 14 giờ. Cảm ơn ông/bà.',
      { kind: 'answer', outcome: 'fixed', text: 'Đã khắc phục lúc 14 giờ. Cảm ơn ông/bà.' },
    ],
    [
      'TRẢ LỜI: Đã khắc phục một phần, còn đoạn cuối hẻm.',
      { kind: 'answer', outcome: 'explained', text: 'Đã khắc phục một phần, còn đoạn cuối hẻm.' },
    ],
    [
      'KHÔNG CÓ CƠ SỞ: tại đó không có công trình nào',
      { kind: 'answer', outcome: 'no-basis', text: 'tại đó không có công trình nào' },
    ],
    ['TIẾN ĐỘ: đang chờ vật tư', { kind: 'progress', text: 'đang chờ vật tư' }],
    [
      'KHÔNG THUỘC THẨM QUYỀN: đường tỉnh; thuộc Sở Xây dựng',
      { kind: 'decline', text: 'đường tỉnh; thuộc Sở Xây dựng' },
    ],
    ['Không thuộc thẩm quyền của phường: đường tỉnh', { kind: 'decline', text: 'đường tỉnh' }],
    ['CHUYỂN Sở Xây dựng: đường tỉnh', { kind: 'forward', unit: 'Sở Xây dựng', text: 'đường tỉnh' }],
    ['GIAO CHO anh Bình', { kind: 'hand-over', colleague: 'anh Bình', text: '' }],
    ['DUYỆT', { kind: 'approve' }],
    ['Đồng ý với câu trả lời', 'unclear'],
    ['TRẢ LẠI: chưa nói khi nào xong', { kind: 'return', text: 'chưa nói khi nào xong' }],
    [
      'TỔNG HỢP: Đã xử lý xong cả hai việc',
      { kind: 'consolidate', outcome: 'fixed', text: 'Đã xử lý xong cả hai việc' },
    ],
    ['TỔNG HỢP: Hai đơn vị trả lời như sau', { kind: 'consolidate', text: 'Hai đơn vị trả lời như sau' }],
    ['GIỮ NGUYÊN: trụ đèn do phường quản lý', { kind: 'keep', text: 'trụ đèn do phường quản lý' }],
  ])('%s', (line, command) => {
    expect(commandOf(line)).toEqual(command);
  });

  it.each([
    'Nếu đã xử lý thì báo lại',
    'Đã xử lý chưa?',
    'ĐÃ XỬ LÝ: mới vá một phần',
    'ĐÃ XỬ LÝ: nếu trời không mưa',
    'Đã xử lý, nhưng chưa xong phần nắp cống',
    'Đã xử lý hố ga hôm qua',
    'Trả lời người dân giúp anh',
    'ĐÃ XỬ LÝ và CHUYỂN Sở Xây dựng: đường tỉnh',
    'KHÔNG DUYỆT',
    'Duyệt nhưng sửa lại câu cuối',
    'TRẢ LỜI: <nội dung>',
    'ĐÓNG PHẢN ÁNH: xong',
    'OK',
  ])('never acts on “%s”', (line) => {
    expect(read(line).kind).toBe('unclear');
  });

  it.each([
    'Chưa xử lý',
    'Sẽ khắc phục vào tuần sau',
    'Đội trật tự đã xuống hiện trường lúc 9 giờ.',
    'Giao thông ở đoạn này đông vào giờ tan tầm.',
    'Anh gọi cho người dân chưa?',
    'Em gửi anh ảnh hiện trường.',
  ])('that is no command is a note: “%s”', (line) => {
    expect(read(line)).toEqual({ kind: 'note', note: line });
  });
});

describe('what stands below the first line', () => {
  const body = 'Kính gửi ông/bà,\n\nĐơn vị đã vá mặt đường.\nBảo hành 12 tháng.';

  it.each(['ĐÃ XỬ LÝ:', 'ĐÃ XỬ LÝ', 'Đã xử lý xong ạ'])('is the answer below “%s”', (line) => {
    expect(read(`${line}\n\n${body}`)).toEqual({
      kind: 'command',
      command: { kind: 'answer', outcome: 'fixed', text: body },
      note: '',
    });
  });

  it('is a note where the first line has the answer', () => {
    expect(read('TRẢ LỜI: Mai khởi công.\n\nNội bộ: nhà thầu chưa ký.')).toEqual({
      kind: 'command',
      command: { kind: 'answer', outcome: 'explained', text: 'Mai khởi công.' },
      note: 'Nội bộ: nhà thầu chưa ký.',
    });
  });

  it('goes on with a line that the mail program broke, up to the end of its sentence', () => {
    const first = 'TRẢ LỜI: Đơn vị đã khảo sát hiện trường và sẽ thay toàn bộ nắp cống';
    expect(read(`${first}\ntrong tuần này.\nNội bộ: thiếu vật tư.`)).toMatchObject({
      command: { text: `${first.slice('TRẢ LỜI: '.length)} trong tuần này.` },
      note: 'Nội bộ: thiếu vật tư.',
    });
  });

  it('says how it came out when it begins so', () => {
    expect(commandOf('TRẢ LỜI:\nĐã khắc phục xong sáng nay.')).toMatchObject({ outcome: 'fixed' });
    expect(commandOf('TỔNG HỢP:\nKhông có cơ sở, hai đơn vị đã kiểm tra.')).toMatchObject({ outcome: 'no-basis' });
  });

  it('takes nothing back unseen: “đã xử lý” above “chưa xong” is unclear', () => {
    expect(read('ĐÃ XỬ LÝ:\nMới khảo sát, chưa thi công.').kind).toBe('unclear');
  });

  it('is a reason only below a colon when somebody is named', () => {
    expect(read('GIAO CHO Bình\nTôi nghỉ phép.')).toMatchObject({ command: { text: '' }, note: 'Tôi nghỉ phép.' });
    expect(read('CHUYỂN Sở Xây dựng:\nĐường tỉnh.')).toMatchObject({ command: { text: 'Đường tỉnh.' }, note: '' });
  });
});

describe('any text', () => {
  it('is read without an error, and none without a command becomes an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const reply = read(`Ghi chú ${text}`);
        expect(reply.kind === 'note' || reply.kind === 'unclear' || reply.kind === 'command').toBe(true);
        expect(read(`Hôm nay ${text.replaceAll(/[\r\n\u2028\u2029]/gu, ' ')}`).kind).not.toBe('command');
      }),
    );
  });

  it('in the answer is kept to the letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ỹ0-9 ,.]{1,200}$/u), (words) => {
        const text = `Kính gửi ông/bà. ${words}`.trim().normalize('NFC');
        const command = commandOf(`GIẢI THÍCH:\n${text}`);
        expect(command).toEqual({ kind: 'answer', outcome: 'explained', text });
      }),
    );
  });
});
