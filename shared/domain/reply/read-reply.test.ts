import { describe, expect, it } from 'vitest';
import { readReply } from './read-reply.ts';

function commandOf(text: string): unknown {
  const read = readReply(text);
  return read.kind === 'command' ? read.command : read.kind;
}

describe('a first line in ordinary Vietnamese', () => {
  it.each<[string, unknown]>([
    ['TIẾP NHẬN', { kind: 'accept' }],
    ['Đã nhận hồ sơ nhé', { kind: 'accept' }],
    ['OK nhận', { kind: 'accept' }],
    ['Em xin nhận xử lý ạ', { kind: 'accept' }],
    ['Hoàn thành.', { kind: 'done' }],
    ['Đã xử lý xong rồi ạ', { kind: 'done' }],
    ['HOÀN THÀNH số 15/GP-UBND.', { kind: 'done', number: '15/GP-UBND' }],
    ['Hoàn thành hồ sơ, số 15/GP', { kind: 'done', number: '15/GP' }],
    ['Đồng ý số 15/GP', { kind: 'done', number: '15/GP' }],
    ['Hoàn thành. Kết quả để ở văn thư', { kind: 'done', note: 'Kết quả để ở văn thư' }],
    ['Hoàn thành: số 15/GP ngày 20/11/2026', { kind: 'done', number: '15/GP' }],
    ['Hoàn thành (đã ký)', { kind: 'done', note: 'đã ký' }],
    ['OK, xong', { kind: 'done' }],
    ['Kính chuyển Sở Tư pháp: khác', { kind: 'forward', unit: 'Sở Tư pháp', reason: 'khác' }],
    ['Giao nhiệm vụ cho anh Sơn', { kind: 'hand-over', colleague: 'anh Sơn' }],
    ['đồng ý', { kind: 'confirm' }],
    ['Tôi đồng ý cho gia hạn', { kind: 'confirm' }],
    ['Tiếp tục giải quyết hồ sơ', { kind: 'resume' }],
    ['GIA HẠN 3 NGÀY: thiếu người', { kind: 'extend', workingDays: 3, reason: 'thiếu người' }],
    ['xin gia hạn ba ngày làm việc vì chờ xác minh', { kind: 'extend', workingDays: 3, reason: 'chờ xác minh' }],
    ['gia hạn 3ngày do mưa bão', { kind: 'extend', workingDays: 3, reason: 'mưa bão' }],
    ['Hẹn lại 05 ngày, lý do chờ thuế', { kind: 'extend', workingDays: 5, reason: 'chờ thuế' }],
    ['gia hạn 90 ngày: lâu quá', { kind: 'extend', reason: '90 ngày: lâu quá' }],
    [
      'TỪ CHỐI số 12/TB-UBND: không đủ điều kiện',
      { kind: 'refuse', number: '12/TB-UBND', reason: 'không đủ điều kiện' },
    ],
    ['Không đồng ý, lý do thiếu giấy tờ', { kind: 'refuse', reason: 'thiếu giấy tờ' }],
    ['Dừng giải quyết: người nộp bỏ', { kind: 'stop', reason: 'người nộp bỏ' }],
    ['Tạm dừng vì chờ nghĩa vụ tài chính', { kind: 'pause', reason: 'chờ nghĩa vụ tài chính' }],
    ['Chuyển Sở Tư pháp: ngoài thẩm quyền', { kind: 'forward', unit: 'Sở Tư pháp', reason: 'ngoài thẩm quyền' }],
    [
      'CHUYỂN ĐẾN Phòng Kinh tế, Hạ tầng và Đô thị phường Phú Lợi vì thuộc lĩnh vực xây dựng',
      {
        kind: 'forward',
        unit: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Phú Lợi',
        reason: 'thuộc lĩnh vực xây dựng',
      },
    ],
    ['chuyen H29.02', { kind: 'forward', unit: 'H29.02' }],
    ['Giao cho Phan Xuân Sơn', { kind: 'hand-over', colleague: 'Phan Xuân Sơn' }],
    [
      'Bàn giao hồ sơ này cho phan.xuan.son@hcm.example - nghỉ ốm',
      { kind: 'hand-over', colleague: 'phan.xuan.son@hcm.example', reason: 'nghỉ ốm' },
    ],
    ['Trả lời: Đồng ý với đề nghị', { kind: 'answer', text: 'Đồng ý với đề nghị' }],
    ['Ý kiến: có cần xác minh không?', { kind: 'answer', text: 'có cần xác minh không?' }],
    [
      'Lấy ý kiến Sở Tư pháp trong 2 ngày: hộ tịch gốc ở đâu?',
      { kind: 'consult', unit: 'Sở Tư pháp', workingHours: 16, question: 'hộ tịch gốc ở đâu?' },
    ],
    [
      'Xin ý kiến Công an phường Phú Lợi về việc cư trú',
      { kind: 'consult', unit: 'Công an phường Phú Lợi', question: 'về việc cư trú' },
    ],
    ['forward to Sở Tư pháp', { kind: 'forward', unit: 'Sở Tư pháp' }],
    ['Done', { kind: 'done' }],
  ])('%s', (line, command) => {
    expect(commandOf(line)).toEqual(command);
  });

  it.each([
    'Dạ, em hoàn thành rồi ạ',
    'Kính gửi anh chị,\n\nHoàn thành',
    'Kính gửi: Trung tâm Phục vụ hành chính công phường Phú Lợi\nHoàn thành',
    'Em chào anh/chị, hoàn thành ạ',
    'Chào hệ thống\nXong',
    'Dear anh Sơn, xong',
    'Kính gửi anh Sơn, chị Hạnh,\nxong!',
    '- Hoàn thành',
    '* Hoàn thành *',
    '“Hoàn thành”',
    'hoàn thnàh',
    'hoanf thanhf',
    'hoan2 thanh2',
    'HOANTHANH',
    'hoàn\u00A0 thành',
    '\uFEFFHoàn thành',
    'xử lí xong',
  ])('reads HOÀN THÀNH in %j', (text) => {
    expect(commandOf(text)).toEqual({ kind: 'done' });
  });

  it('leaves to the case whether somebody or some unit is meant', () => {
    expect(readReply('Chuyển cho chị Hạnh: nghỉ phép')).toEqual({
      kind: 'either',
      commands: [
        { kind: 'hand-over', colleague: 'chị Hạnh', reason: 'nghỉ phép' },
        { kind: 'forward', unit: 'chị Hạnh', reason: 'nghỉ phép' },
      ],
      note: '',
    });
  });
});

describe('papers to supplement', () => {
  it.each([
    'Bổ sung: bản sao CCCD; tờ khai chưa ký. Lý do: thiếu giấy',
    'BỔ SUNG\n- bản sao CCCD\n- tờ khai chưa ký\nLý do: thiếu giấy',
    'Yêu cầu bổ sung:\n\n1. bản sao CCCD\n2) tờ khai chưa ký.\nLý do: thiếu giấy',
    'Đề nghị bổ sung các giấy tờ sau:\nbản sao CCCD\ntờ khai chưa ký\nLý do: thiếu giấy',
    'bổ xung: bản sao CCCD;\n- tờ khai chưa ký\nlí do: thiếu giấy',
  ])('are listed in %j', (text) => {
    expect(commandOf(text)).toEqual({
      kind: 'supplement',
      items: ['bản sao CCCD', 'tờ khai chưa ký'],
      reason: 'thiếu giấy',
    });
  });

  it('end with the list; what follows is a note', () => {
    expect(readReply('Bổ sung:\n- bản sao CCCD\n\nCảm ơn anh\n- hoàn thành')).toEqual({
      kind: 'command',
      command: { kind: 'supplement', items: ['bản sao CCCD'] },
      note: 'Cảm ơn anh\n- hoàn thành',
    });
  });
});

describe('what only looks like a command', () => {
  it.each([
    'Chưa hoàn thành',
    'Em chưa xong ạ',
    'không hoàn thành',
    'Đừng chuyển Sở Tư pháp',
    'dung chuyen So Tu phap',
    'Sẽ hoàn thành',
    'Hoàn thành chưa?',
    'Gia hạn 3 ngày được không?',
    'Nếu xong thì chuyển Sở Tư pháp',
    'Từ chối nếu thiếu giấy',
    'Từ chối: nếu thiếu giấy',
    'Hoàn thành, chuyển Sở Tư pháp',
    'Hoàn thành rồi chuyển Sở Tư pháp',
    'Gia hạn 3 ngày và lấy ý kiến Sở Tư pháp: thế nào',
    'Gia hạn 3 ngày: chờ. Hoàn thành.',
    'Bổ sung: CCCD; hoàn thành',
    'Chuyển Sở Tư pháp hoặc Sở Xây dựng',
    'Hoàn thành nhưng chưa ký',
    'Hoàn thành 2 bước đầu',
    'Đã chuyển Sở Tư pháp',
    'Đã bổ sung đủ',
    'Trả lời công dân rồi',
    'Xác nhận tình trạng hôn nhân còn thiếu',
    'Dung',
    'ĐÓNG HỒ SƠ',
    'OK ạ',
    'Dừng lại đã',
    'Tôi không đồng ý gia hạn',
    'Không đồng ý với ý kiến của Sở',
    'GIA HẠN 3 NGÀY: <lý do>',
  ])('is asked about: %s', (text) => {
    expect(readReply(text)).toMatchObject({ kind: 'unclear', line: text });
  });
});

describe('a note', () => {
  it.each([
    'Hồ sơ này người dân chưa ký tờ khai.',
    'Đúng rồi anh, thiếu CCCD',
    'Dùng để đối chiếu',
    'Huyện đã có văn bản',
    'Chuyện này để em hỏi lại',
    'Chuyển nhượng quyền sử dụng đất thiếu hợp đồng',
    'Giao dịch này chưa công chứng',
    'Giá bán 3 ngày nay chưa đổi',
    'Bộ dụng cụ đo đã hỏng',
    'bo dung cu do da hong',
    'Nhận thấy hồ sơ thiếu giấy',
    '> HOÀN THÀNH',
    'Em chào chị\nHồ sơ thiếu CCCD\nHoàn thành',
    'Chào anh, hồ sơ thiếu CCCD.\nHoàn thành',
    'Vâng ạ',
  ])('is kept whole: %j', (text) => {
    expect(readReply(text)).toEqual({ kind: 'note', note: text });
  });

  it('is what stands under a command', () => {
    expect(readReply('Dạ, tiếp nhận ạ, mai em làm\n\nTừ chối số 1/TB: x\nEm Nhung')).toEqual({
      kind: 'command',
      command: { kind: 'accept' },
      note: 'mai em làm\n\nTừ chối số 1/TB: x\nEm Nhung',
    });
  });

  it('is a line too long for a command', () => {
    expect(readReply(`Hoàn thành ${'rồi '.repeat(200_000)}`).kind).toBe('note');
  });

  it.each(['', ' \n\t\u00A0\n', '\u200B'])('is not an empty reply: %j', (text) => {
    expect(readReply(text)).toEqual({ kind: 'empty' });
  });
});
