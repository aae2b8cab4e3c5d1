import { describe, expect, it } from 'vitest';
import { Talk } from './testing/talk.ts';

const ALL = 'Họ tên: Lê An ĐC: 12 Bạch Đằng SĐT: 0909 123 456 Địa điểm: chợ Nội dung: Ổ gà to.';

describe('a report that is put together', () => {
  it('asks for what is missing, one question at a time, and is filed when nothing is', () => {
    const talk = new Talk();
    expect(talk.says('Ổ gà to, xe máy hay ngã')).toEqual(['ask-place']);
    expect(talk.says('Trước chợ')).toEqual(['ask-name']);
    expect(talk.says('Tôi tên là Lê Văn An')).toEqual(['ask-address']);
    expect(talk.says('12 Bạch Đằng')).toEqual(['ask-phone']);
    expect(talk.says('0909 123 456')).toEqual([]);
    expect(talk.answers()).toEqual({
      content: 'Ổ gà to, xe máy hay ngã',
      summary: 'Ổ gà to, xe máy hay ngã',
      place: 'Trước chợ',
      name: 'Lê Văn An',
      address: '12 Bạch Đằng',
      phone: '0909 123 456',
    });
    expect(talk.state).toMatchObject({ reports: [{ reportId: talk.last('DraftCompleted')?.reportId }] });
    expect(talk.state?.draft).toBeUndefined();
  });

  it('is filed at once when everything stands under labels', () => {
    const talk = new Talk();
    expect(talk.says(ALL)).toEqual([]);
    expect(talk.answers()).toMatchObject({ name: 'Lê An', address: '12 Bạch Đằng', place: 'chợ', content: 'Ổ gà to.' });
  });

  it('asks only for what the labels leave open', () => {
    const talk = new Talk();
    expect(talk.says('Họ tên: Lê An\nNội dung: Ổ gà to')).toEqual(['ask-place']);
    expect(talk.says('ĐC: 12 Bạch Đằng; SĐT: 0909123456; Địa điểm: chợ')).toEqual([]);
    expect(talk.answers()).toMatchObject({ name: 'Lê An', place: 'chợ', phone: '0909123456' });
  });

  it('takes the number of a telephone that writes, and asks a mail for one', () => {
    const sms = new Talk('sms');
    expect(sms.says('ho ten: le an; dc: 12 bach dang; dia diem: cho; nd: o ga')).toEqual([]);
    expect(sms.answers().phone).toBeUndefined();
    expect(new Talk('email').says('Họ tên: Lê An\nĐC: 12 Bạch Đằng\nĐịa điểm: chợ\nNội dung: Ổ gà')).toEqual([
      'ask-phone',
    ]);
  });

  it('asks for a short summary of a long content only', () => {
    const long = 'Mưa là ngập. '.repeat(20);
    const talk = new Talk('sms');
    expect(talk.says(`ho ten: le an; dc: 12 bach dang; dia diem: cho; nd: ${long}`)).toEqual(['ask-summary']);
    expect(talk.says('Ngập khi mưa')).toEqual([]);
    expect(talk.answers()).toMatchObject({ summary: 'Ngập khi mưa', content: long.trim() });
  });

  it('takes the subject of a mail for its summary, unless it only answers', () => {
    const long = 'Mưa là ngập. '.repeat(20);
    const from = (subject: string) => ({ sender: { account: 'a@b.vn', mail: { messageId: 'x', subject } } });
    const text = ALL.replace('Ổ gà to.', long);
    const talk = new Talk('email');
    expect(talk.says(text, from('Ngập đường Bạch Đằng'))).toEqual([]);
    expect(talk.answers().summary).toBe('Ngập đường Bạch Đằng');
    expect(new Talk('email').says(text, from('Re: 1022'))).toEqual(['ask-summary']);
  });

  it('does not ask where, when the words name a ward and what lies in it', () => {
    const catalogue = new Talk().catalogue;
    const [area] = catalogue.areas.filter(({ level, validTo }) => level === 'commune' && validTo === undefined);
    const named = {
      ...catalogue,
      areas: catalogue.areas.map((one) => (one === area ? { ...one, name: 'Phường Phú Lợi' } : one)),
    };
    expect(new Talk('zalo', named).says('Ổ gà ở đường Huỳnh Văn Lũy, phường Phú Lợi')).toEqual(['ask-name']);
    expect(new Talk('zalo', named).says('Ổ gà ở phường Phú Lợi, Bình Dương')).toEqual(['ask-place']);
  });
});

describe('what is not written as words', () => {
  it('takes name and number from a shared contact, and the place from the map', () => {
    const talk = new Talk();
    talk.says('Ổ gà to');
    expect(talk.says({ kind: 'location', latitude: 10.980123, longitude: 106.674567 })).toEqual(['ask-name']);
    expect(talk.says({ kind: 'contact', name: 'Lê An', phone: '0909123456' })).toEqual(['ask-address']);
    expect(talk.says('12 Bạch Đằng')).toEqual([]);
    expect(talk.last('DraftCompleted')?.draft.location).toEqual({ latitude: 10.9801, longitude: 106.6746 });
    expect(talk.answers()).toMatchObject({ name: 'Lê An', phone: '0909123456', place: '10.980123, 106.674567' });
  });

  it('keeps photographs with the draft without asking again', () => {
    const talk = new Talk();
    talk.says('Ổ gà to');
    expect(talk.says({ kind: 'files', files: [{ kind: 'image', url: 'https://x.test/1' }] })).toEqual([]);
    expect(talk.state?.draft?.files).toEqual(['m2']);
  });

  it('begins with a photograph as well', () => {
    const talk = new Talk();
    expect(talk.says({ kind: 'files', files: [{ kind: 'image', url: 'https://x.test/1' }] })).toEqual(['ask-content']);
    expect(talk.says('Ổ gà to')).toEqual(['ask-place']);
  });

  it('answers a sticker and a voice note kindly, once', () => {
    const talk = new Talk();
    expect(talk.says({ kind: 'other', what: 'sticker' })).toEqual(['sticker']);
    expect(talk.says({ kind: 'other', what: 'sticker' })).toEqual([]);
    expect(talk.says({ kind: 'other', what: 'voice' })).toEqual(['voice']);
    expect(talk.state?.draft).toBeUndefined();
  });
});

describe('answers that cannot be read', () => {
  it('asks for a telephone number twice more, then takes it as it was written and marks it', () => {
    const talk = new Talk();
    talk.says('Họ tên: Lê An ĐC: 12 Bạch Đằng Địa điểm: chợ Nội dung: Ổ gà to.');
    expect(talk.says('không nhớ')).toEqual(['ask-phone']);
    expect(talk.says('12345')).toEqual(['ask-phone']);
    expect(talk.last('FieldAsked')).toMatchObject({ field: 'phone', times: 3 });
    expect(talk.says('gọi tổ trưởng khu phố')).toEqual([]);
    expect(talk.last('DraftCompleted')?.draft.marks).toEqual({ phoneAsWritten: true });
    expect(talk.answers()).toMatchObject({ phone: 'gọi tổ trưởng khu phố', content: 'Ổ gà to.\nkhông nhớ\n12345' });
  });

  it('asks again for a name when a long text came instead, and keeps the text', () => {
    const talk = new Talk();
    talk.says('Ổ gà to');
    talk.says('Trước chợ');
    const more = 'Hôm qua đã có hai xe máy bị ngã ở đó, một người phải đi bệnh viện, xin sửa sớm giúp bà con.';
    expect(talk.says(more)).toEqual(['ask-name']);
    expect(talk.says('Huy')).toEqual(['ask-address']);
    expect(talk.says('5 Lê Lợi')).toEqual(['ask-phone']);
    talk.says('0909123456');
    expect(talk.answers()).toMatchObject({ name: 'Huy', content: `Ổ gà to\n${more}` });
  });
});

describe('messages that come quickly, late or twice', () => {
  it('puts what was written before the question was asked with the content, in the order of writing', () => {
    const talk = new Talk();
    expect(talk.says('có hai người ngã')).toEqual(['ask-place']);
    expect(talk.says('Ổ gà to trước nhà tôi', { writtenBefore: 0.5 })).toEqual([]);
    expect(talk.says('Trước chợ')).toEqual(['ask-name']);
    talk.says('Họ tên: Lê An ĐC: 12 Bạch Đằng SĐT: 0909 123 456');
    expect(talk.answers()).toMatchObject({ content: 'Ổ gà to trước nhà tôi\ncó hai người ngã', place: 'Trước chợ' });
  });

  it('goes on with an answer that was written before the next question', () => {
    const talk = new Talk();
    talk.says('Ổ gà to');
    talk.says('Trước chợ');
    expect(talk.says('đối diện cây xăng', { writtenBefore: 0.05 * 4 })).toEqual([]);
    talk.says('Họ tên: Lê An ĐC: 12 Bạch Đằng SĐT: 0909 123 456');
    expect(talk.answers().place).toBe('đối diện cây xăng, Trước chợ');
  });

  it('takes a message once, whoever brings it again', () => {
    const talk = new Talk();
    talk.says('Ổ gà to', { messageId: 'same' });
    expect(talk.says('Ổ gà to', { messageId: 'same' })).toEqual(['ignored']);
  });

  it('gives what was written before the report was complete to that report, and starts no second one', () => {
    const talk = new Talk();
    talk.says(ALL);
    expect(talk.says('xin sửa sớm', { writtenBefore: 1 })).toEqual([]);
    expect(talk.state?.draft).toBeUndefined();
    expect(talk.last('ReporterSpoke')).toMatchObject({
      reportId: talk.last('DraftCompleted')?.reportId,
      messageId: 'm2',
    });
  });

  it('makes a second report of a second complete text, however soon it came', () => {
    const talk = new Talk();
    talk.says(ALL);
    talk.says(ALL.replace('Ổ gà to', 'Đèn hỏng'), { writtenBefore: 1 });
    expect(talk.count('DraftCompleted')).toBe(2);
  });

  it('gives photographs that follow a report to it', () => {
    const talk = new Talk();
    talk.says(ALL);
    talk.says({ kind: 'files', files: [{ kind: 'image', url: 'https://x.test/1' }] });
    expect(talk.last('ReporterSpoke')).toMatchObject({ messageId: 'm2', intent: { kind: 'info' } });
  });
});

describe('the end of a draft', () => {
  it('is given up on command', () => {
    const talk = new Talk();
    talk.says('Ổ gà to');
    expect(talk.says('HỦY')).toEqual(['cancelled']);
    expect(talk.state?.draft).toBeUndefined();
    expect(talk.says('thêm', { writtenBefore: 1 })).toEqual([]);
    expect(talk.state?.draft).toBeUndefined();
  });

  it('expires after the last message, and says so', () => {
    const talk = new Talk();
    talk.says('Ổ gà to');
    const hours = talk.catalogue.hotline.draftHours;
    talk.now = talk.state?.draft?.expires.startedAt ?? '';
    expect(talk.wait(hours * 60 - 1, 'draft')).toEqual(['ignored']);
    expect(talk.says('Trước chợ')).toEqual(['ask-name']);
    expect(talk.wait(60, 'draft')).toEqual(['ignored']);
    expect(talk.wait(hours * 60, 'draft')).toEqual(['draft-expired']);
    expect(talk.says('Ổ gà to')).toEqual(['ask-place']);
  });
});

describe('texts in several parts', () => {
  const text = `Họ tên: Lê An ĐC: 12 Bạch Đằng Địa điểm: chợ Nội dung: ${'Mưa là ngập. '.repeat(320)}`.trim();
  const parts = Array.from({ length: Math.ceil(text.length / 67) }, (_, at) => text.slice(at * 67, (at + 1) * 67));
  const chain = (number: number) => ({ chain: { ref: 'r7', number, of: parts.length } });

  it('reads more than 4,000 characters in any order once all parts are here', () => {
    const talk = new Talk('sms');
    expect(text.length).toBeGreaterThan(4000);
    const order = parts.map((_, at) => at).toSorted((one, other) => ((one * 29) % 31) - ((other * 29) % 31));
    for (const at of order.slice(0, -1)) {
      expect(talk.says(parts[at] ?? '', chain(at + 1))).toEqual([]);
    }
    const last = order.at(-1) ?? 0;
    expect(talk.says(parts[last] ?? '', { ...chain(last + 1), wholeText: text })).toEqual(['ask-summary']);
    talk.says('Ngập');
    expect(talk.answers()).toMatchObject({ name: 'Lê An', place: 'chợ', content: text.slice(text.indexOf('Mưa')) });
  });

  it('takes what is there when a part has not come for ten minutes, and the part when it comes after all', () => {
    const talk = new Talk('sms');
    talk.says('phần một ', { chain: { ref: 'r1', number: 1, of: 3 } });
    talk.says('phần ba', { chain: { ref: 'r1', number: 3, of: 3 } });
    expect(talk.wait(5, 'parts')).toEqual(['ignored']);
    expect(talk.wait(5, 'parts')).toEqual(['ask-place']);
    expect(talk.says('phần hai', { chain: { ref: 'r1', number: 2, of: 3 }, writtenBefore: 12 })).toEqual([]);
    talk.says('Địa điểm: chợ; họ tên: Lê An; ĐC: 5 Lê Lợi');
    expect(talk.answers().content.split('\n').toSorted()).toEqual(['phần hai', 'phần một phần ba'].toSorted());
  });

  it('asks nothing while parts are missing', () => {
    const talk = new Talk('sms');
    talk.says('phần một', { chain: { ref: 'r1', number: 1, of: 2 } });
    expect(talk.says('và một câu nữa')).toEqual([]);
    expect(talk.says('phần hai', { chain: { ref: 'r1', number: 2, of: 2 }, wholeText: 'phần một phần hai' })).toEqual([
      'ask-place',
    ]);
  });
});
