import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkCodeOf } from '../../../shared/shell/link-code.ts';
import { fileAttachments } from '../../dossiers/file-attachments.ts';
import { RunningHotline } from '../testing/running-hotline.ts';

const ALL = 'Họ tên: Lê An ĐC: 12 Bạch Đằng SĐT: 0909 123 456 Địa điểm: chợ Nội dung: Ổ gà to.';
/** The smallest picture that is one by its content. */
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

async function answered(hotline: RunningHotline): Promise<string> {
  await hotline.says(ALL);
  const [reportId = ''] = hotline.reportIds();
  await hotline.act(reportId, 'operator', {
    type: 'Triage',
    category: 'roads',
    urgency: 'normal',
    area: '25750',
    summary: 'Ổ gà trước chợ',
  });
  const { work } = await hotline.report(reportId);
  const workId = work[0]?.workId ?? '';
  await hotline.act(
    reportId,
    { kind: 'system', name: 'routing' },
    { type: 'AssignWork', workId, staffId: 'an', why: 'x' },
  );
  hotline.later(60);
  await hotline.act(reportId, 'an', { type: 'AnswerWork', workId, outcome: 'fixed', text: 'Đã vá.' });
  return reportId;
}

describe('from a message to a report', () => {
  it('asks, files and tells the code', async () => {
    const hotline = new RunningHotline();
    expect(await hotline.says('Ổ gà to, xe hay ngã')).toEqual(['ask-place']);
    expect(await hotline.says('Trước chợ')).toEqual(['ask-name']);
    expect(await hotline.says('Lê An')).toEqual(['ask-address']);
    expect(await hotline.says('12 Bạch Đằng')).toEqual(['ask-phone']);
    expect(await hotline.says('0909 123 456')).toEqual(['report-filed']);
    expect(await hotline.report()).toMatchObject({
      status: 'new',
      core: { channel: 'zalo', conversationId: await hotline.conversationId(), language: 'vi' },
    });
    expect(await hotline.peopleOf()).toEqual({
      name: 'Lê An',
      address: '12 Bạch Đằng',
      phone: '+84909123456',
      summary: 'Ổ gà to, xe hay ngã',
      content: 'Ổ gà to, xe hay ngã',
      place: 'Trước chợ',
      later: [],
      fileNames: {},
      proven: [],
    });
  });

  it('takes the number that a text came from as proven, and the address of a mail', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL.replace(' SĐT: 0909 123 456', ''), { channel: 'sms', sender: { account: '+84911222333' } });
    expect(await hotline.peopleOf()).toMatchObject({ phone: '+84911222333', proven: ['phone'] });
    await hotline.says(ALL, { channel: 'email', sender: { account: 'le.an@example.com' } });
    expect(await hotline.peopleOf()).toMatchObject({
      phone: '+84909123456',
      email: 'le.an@example.com',
      proven: ['email'],
    });
  });

  it('keeps words and people out of events, tasks and messages', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    const written = JSON.stringify([hotline.world.stream, hotline.told]);
    for (const secret of ['Lê An', 'Bạch Đằng', '0909', '+84909123456', 'Ổ gà', 'somebody']) {
      expect(written).not.toContain(secret);
    }
  });

  it('keeps a place on the map and what the words suggest', async () => {
    const hotline = new RunningHotline();
    await hotline.says({ kind: 'location', latitude: 10.98012, longitude: 106.67456 });
    await hotline.says(ALL);
    expect((await hotline.report()).core.location).toEqual({ latitude: 10.9801, longitude: 106.6746 });
  });

  it('tells of an emergency at once, and the report goes on', async () => {
    const catalogue = await new RunningHotline().catalogue.load();
    const emergency = { number: '114', name: 'Chữa cháy', nameEn: 'Fire', phrases: ['cháy nhà'], source: 'test' };
    const hotline = new RunningHotline({
      ...catalogue,
      hotline: { ...catalogue.hotline, emergencies: [emergency] },
    });
    expect(await hotline.says('Cháy nhà ở gần chợ')).toEqual(['emergency', 'ask-place']);
    expect(await hotline.says('Cháy nhà thật')).not.toContain('emergency');
    await hotline.says(ALL);
    expect((await hotline.report()).core.marks).toMatchObject({ emergency: '114' });
  });
});

describe('files', () => {
  const photo = (url: string) => ({ kind: 'files', files: [{ kind: 'image', url }] }) as const;

  it('brings them from the hosts of the channel, by content, and claims them', async () => {
    const hotline = new RunningHotline();
    hotline.files.set('https://f1.photo.zdn.vn/a.jpg', PNG);
    await hotline.says(photo('https://f1.photo.zdn.vn/a.jpg'));
    await hotline.says(ALL);
    const { attachments, reportId } = (await hotline.report()).core;
    expect(attachments).toMatchObject([{ contentType: 'image/png', bytes: PNG.length }]);
    expect(hotline.world.uploads.get(attachments[0]?.uploadId ?? '')?.upload).toMatchObject({
      takenBy: `report#${reportId}`,
    });
    expect((await hotline.peopleOf()).fileNames).toEqual({ [attachments[0]?.uploadId ?? '']: 'tep-dinh-kem.png' });
    const [task] = hotline.filing;
    if (task?.kind !== 'file-attachments') throw new Error('nobody files it');
    await fileAttachments({ cases: hotline.reports, documents: hotline.documents }, task);
    expect([...hotline.documents.filed.keys()]).toEqual([`${reportId}/${attachments[0]?.sha256 ?? ''}`]);
  });

  it.each([
    'https://evil.test/a.png',
    'https://zdn.vn.evil.test/a.png',
    'http://f1.photo.zdn.vn/a.png',
    'https://f1.photo.zdn.vn:8443/a.png',
    'https://user@zdn.vn/a.png',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
  ])('never asks %s, files the report all the same and says that a file is missing', async (url) => {
    const hotline = new RunningHotline();
    hotline.files.set(url, PNG);
    await hotline.says(photo(url));
    await hotline.says(ALL);
    expect(hotline.asked).toEqual([]);
    expect((await hotline.report()).core.attachments).toEqual([]);
    expect((await hotline.peopleOf()).later).toMatchObject([{ text: expect.stringContaining('1 tệp') as string }]);
  });

  it('leaves out what is no picture, what is too large and what cannot be reached', async () => {
    const hotline = new RunningHotline();
    hotline.files.set('https://zdn.vn/script', new TextEncoder().encode('<script>'));
    hotline.files.set('https://zdn.vn/large', new Uint8Array(11 * 1024 * 1024));
    for (const name of ['script', 'large', 'gone']) await hotline.says(photo(`https://zdn.vn/${name}`));
    await hotline.says(ALL);
    expect((await hotline.peopleOf()).later).toMatchObject([{ text: expect.stringContaining('3 tệp') as string }]);
  });

  it('puts a photograph that follows with the report', async () => {
    const hotline = new RunningHotline();
    hotline.files.set('https://zdn.vn/a', PNG);
    await hotline.says(ALL);
    await hotline.says(photo('https://zdn.vn/a'));
    expect((await hotline.report()).heard).toMatchObject([{ attachments: [{ contentType: 'image/png' }] }]);
    expect(hotline.filing).toMatchObject([{ kind: 'file-attachments', version: 2 }]);
    expect(hotline.reportIds()).toHaveLength(1);
  });
});

describe('about a report that is filed', () => {
  it('takes the answer to a question of the hotline, and what follows it at once', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    const [reportId = ''] = hotline.reportIds();
    await hotline.act(reportId, 'operator', { type: 'AskReporter', question: 'Trước cổng nào?' });
    expect((await hotline.conversation()).awaiting).toMatchObject({ reportId, for: 'info' });
    await hotline.says('Cổng phía đông');
    await hotline.says('gần trạm xe buýt');
    expect((await hotline.peopleOf()).later.map(({ text }) => text)).toEqual(['Cổng phía đông', 'gần trạm xe buýt']);
    expect((await hotline.report()).status).toBe('new');
    expect((await hotline.conversation()).draft).toBeUndefined();
    hotline.later(10);
    expect(await hotline.says('Đèn đường hỏng ba hôm nay')).toEqual(['ask-place']);
  });

  it('takes a rating with its comment, and says when there is nothing to rate', async () => {
    const hotline = new RunningHotline();
    expect(await hotline.says('đánh giá 5')).toEqual(['nothing-to-rate']);
    await answered(hotline);
    expect(await hotline.says('Đánh giá 4, làm nhanh')).toEqual(['rated']);
    expect(await hotline.report()).toMatchObject({ status: 'closed', rating: { stars: 4 } });
    expect((await hotline.peopleOf()).later.map(({ text }) => text)).toEqual(['làm nhanh']);
  });

  it('reopens it with the reason, and refuses what cannot be reopened', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    expect(await hotline.says('Mở lại: chưa sửa')).toEqual(['nothing-to-reopen']);
    const other = new RunningHotline();
    await answered(other);
    expect(await other.says('mo lai van con o ga')).toEqual(['report-reopened']);
    expect((await other.peopleOf()).later.map(({ text }) => text)).toEqual(['van con o ga']);
  });

  it('withdraws it once', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    expect(await hotline.says('RÚT')).toEqual(['withdrawn']);
    expect(await hotline.says('RÚT')).toEqual(['nothing-to-withdraw']);
    hotline.relay({ again: true });
    await hotline.settle();
    expect(hotline.told.filter(({ template }) => template === 'withdrawn')).toHaveLength(1);
  });

  it('tells how far it is by its code, to its owner and to others, and knows no code that is not there', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    const [code = ''] = hotline.reportIds();
    expect(await hotline.says(`tra cuu ${code}`)).toEqual(['progress']);
    expect(await hotline.says(code, { sender: { account: 'another' } })).toEqual(['progress']);
    expect(await hotline.says(`Rút ${code}`, { sender: { account: 'another' } })).toEqual(['unknown-code']);
    expect(await hotline.says('tra cứu 0000000000')).toEqual(['unknown-code']);
    const asked = [...hotline.world.stream].flatMap(
      ({ events }) => JSON.parse(events) as { type: string; own?: boolean }[],
    );
    expect(asked.filter(({ type }) => type === 'ProgressAsked').map(({ own }) => own)).toEqual([true, false]);
  });

  it('says nothing to thanks', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    expect(await hotline.says('Cảm ơn')).toEqual([]);
    expect((await hotline.conversation()).draft).toBeUndefined();
  });

  it('is moved by no mail that may be forged: its words are kept with a note', async () => {
    const hotline = new RunningHotline();
    const mail = { channel: 'email', sender: { account: 'le.an@example.com' } } as const;
    await hotline.says(ALL, mail);
    expect(await hotline.says('Rút phản ánh', { ...mail, unproven: true })).toEqual([]);
    expect((await hotline.report()).status).toBe('new');
    const [kept] = (await hotline.peopleOf()).later;
    expect(kept?.text).toContain('chưa xác thực');
    expect(kept?.text).toContain('Rút phản ánh');
    expect(await hotline.says('Liên kết 0909123456', { ...mail, unproven: true })).toEqual(['link-failed']);
    expect(await hotline.says('Rút phản ánh', mail)).toEqual(['withdrawn']);
  });

  it('of a mail that may be forged has an address, and nothing that is proven', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL, { channel: 'email', sender: { account: 'le.an@example.com' }, unproven: true });
    expect(await hotline.peopleOf()).toMatchObject({ email: 'le.an@example.com', proven: [] });
  });

  it('is the one whose own address a mail was written to, whichever was filed last', async () => {
    const hotline = new RunningHotline();
    const mail = { channel: 'email', sender: { account: 'le.an@example.com' } } as const;
    const first = await answered(hotline);
    await hotline.says(ALL, mail);
    expect(await hotline.says('4\nTrân trọng\nLê An', { ...mail, about: first })).toEqual(['rated']);
    expect(await hotline.report(first)).toMatchObject({ rating: { stars: 4 } });
    await hotline.says('Xin cảm ơn, nhưng lề đường còn hỏng', { ...mail, about: first });
    expect((await hotline.peopleOf(first)).later.at(-1)?.text).toBe('Xin cảm ơn, nhưng lề đường còn hỏng');
  });

  it('tells the reporter of a merged report', async () => {
    const hotline = new RunningHotline();
    const first = await answered(hotline);
    await hotline.says(ALL, { sender: { account: 'another' } });
    const second = hotline.reportIds().at(-1) ?? '';
    const other = { status: 'closed' } as const;
    await hotline.act(second, 'operator', { type: 'MergeInto', into: first, other });
    expect((await hotline.report(first)).subscribers).toEqual([second]);
    expect(hotline.told.slice(-2).map(({ template, to }) => [template, to])).toContainEqual([
      'report-answered',
      { kind: 'reporter', reportId: second },
    ]);
  });
});

describe('two channels of one person', () => {
  const phone = { channel: 'sms', sender: { account: '+84909123456' } } as const;

  async function code(hotline: RunningHotline): Promise<string> {
    const { linking, conversationId } = await hotline.conversation();
    if (linking === undefined) throw new Error('nothing is asked');
    const { conversationId: to, askedAt } = linking;
    return linkCodeOf(await hotline.secrets.signingKeys(), { from: conversationId, to, askedAt });
  }

  it('are linked, each to the other, by a code that was sent to the one and repeated on the other', async () => {
    const hotline = new RunningHotline();
    await hotline.says('xin chào');
    expect(await hotline.says('LIÊN KẾT 0909 123 456')).toEqual(['link-code', 'link-sent']);
    const sms = await hotline.conversationId('sms', '+84909123456');
    expect(hotline.told.at(-2)?.to).toEqual({ kind: 'conversation', conversationId: sms });
    expect(await hotline.people.kept(`conversation#${sms}`, 'ADDRESS')).toEqual({
      address: { account: '+84909123456' },
    });
    expect(await hotline.says(await code(hotline))).toEqual(['link-done']);
    expect((await hotline.conversation()).links).toMatchObject([{ channel: 'sms', conversationId: sms }]);
    expect((await hotline.conversation('sms', '+84909123456')).links).toMatchObject([
      { channel: 'zalo', conversationId: await hotline.conversationId() },
    ]);
    await hotline.says(ALL.replace('SĐT: 0909 123 456 ', ''));
    expect(await hotline.peopleOf()).toMatchObject({ phone: '+84909123456', proven: ['phone'] });
  });

  it('are not linked by five wrong codes, nor by the right one after ten minutes', async () => {
    const hotline = new RunningHotline();
    await hotline.says('liên kết 0909123456');
    const right = await code(hotline);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) expect(await hotline.says(wrong)).toEqual(['link-failed']);
    await hotline.says(right);
    expect((await hotline.conversation()).links).toEqual([]);
    await hotline.says('HỦY');
    await hotline.says('liên kết 0909123456');
    hotline.later(11);
    expect(await hotline.says(await code(hotline))).toEqual(['link-failed']);
    expect((await hotline.conversation()).links).toEqual([]);
  });

  it('send three codes a day to one number, whoever asks', async () => {
    const hotline = new RunningHotline();
    for (const account of ['a', 'b', 'c']) {
      expect(await hotline.says('liên kết 0909123456', { sender: { account } })).toContain('link-code');
    }
    expect(await hotline.says('liên kết 0909123456', { sender: { account: 'd' } })).toEqual(['link-failed']);
  });

  it('are one channel: no code goes to the number that asks, nor to what is no address', async () => {
    const hotline = new RunningHotline();
    expect(await hotline.says('lien ket 0909123456', phone)).toEqual(['link-failed']);
    expect(await hotline.says('Liên kết', phone)).toEqual(['link-failed']);
  });
});

describe('coming, leaving and flooding', () => {
  it('welcomes once', async () => {
    const hotline = new RunningHotline();
    const presence = (providerId: string, present: boolean) =>
      ({
        kind: 'presence',
        channel: 'zalo',
        providerId,
        at: hotline.clock.now(),
        sender: { account: 'a' },
        present,
      }) as const;
    await hotline.arrive(presence('1', true));
    hotline.later(1);
    await hotline.arrive(presence('2', true));
    hotline.later(1);
    const left = presence('3', false);
    await hotline.arrive(left);
    await hotline.settle();
    expect(hotline.told.map(({ template }) => template)).toEqual(['welcome']);
    expect((await hotline.conversation('zalo', 'a')).left).toBe(true);
    hotline.later(1);
    await hotline.says('Ổ gà', { sender: { account: 'a' } });
    expect((await hotline.conversation('zalo', 'a')).left).toBeUndefined();
  });

  it('says once why it does not answer, keeps the words, and answers again later', async () => {
    const hotline = new RunningHotline();
    const { messages, minutes } = (await hotline.catalogue.load()).hotline.flood;
    const sentences = Array.from({ length: messages + 10 }, (_, at) => `câu ${String(at + 1)} dài`);
    for (const sentence of sentences) await hotline.arrive(hotline.message(sentence));
    hotline.clock.step({ seconds: 3 });
    await hotline.settle();
    expect(hotline.told.map(({ template }) => template)).toEqual(['ask-place', 'flood']);
    hotline.later(minutes + 1);
    expect(await hotline.says('Trước chợ')).toEqual(['ask-name']);
    expect(await hotline.says(ALL)).toEqual(['ask-summary']);
    await hotline.says('Ổ gà');
    expect((await hotline.peopleOf()).content.split('\n')).toEqual([...sentences, 'Trước chợ', 'Ổ gà to.']);
  });

  it('files no more than so many reports a day', async () => {
    const hotline = new RunningHotline();
    const { reportsPerDay } = (await hotline.catalogue.load()).hotline.flood;
    for (let number = 0; number <= reportsPerDay; number++) {
      hotline.later(15);
      await hotline.says(ALL);
    }
    expect(hotline.reportIds()).toHaveLength(reportsPerDay);
    expect(hotline.told.at(-1)?.template).toBe('flood');
    hotline.later(24 * 60);
    expect(await hotline.says(ALL)).toEqual(['report-filed']);
  });

  it('lets a draft expire and says so', async () => {
    const hotline = new RunningHotline();
    await hotline.says('Ổ gà to');
    hotline.later(24 * 60 + 1);
    expect(await hotline.ring()).toEqual(['draft-expired']);
    expect(await hotline.ring()).toEqual([]);
  });
});

describe('faults', () => {
  it('make no second report and lose none, whichever commit they strike', async () => {
    for (let struck = 0; struck < 8; struck++) {
      for (const point of ['before-write', 'after-write'] as const) {
        const hotline = new RunningHotline();
        await hotline.arrive(hotline.message(ALL));
        let commits = 0;
        const commit = hotline.world.beforeCommit.bind(hotline.world);
        hotline.world.beforeCommit = async () => {
          const planned = await commit();
          commits += 1;
          return commits === struck + 1 ? point : planned;
        };
        await hotline.settle();
        expect(hotline.reportIds()).toHaveLength(1);
        expect(hotline.told.map(({ template }) => template)).toEqual(['report-filed']);
      }
    }
  });

  it('decide two messages at once one after the other', async () => {
    const hotline = new RunningHotline();
    const first = await hotline.arrive(hotline.message('Ổ gà to'));
    hotline.clock.step({ seconds: 1 });
    const second = await hotline.arrive(hotline.message('có người ngã'));
    hotline.clock.step({ seconds: 1 });
    const { runReportTask } = await import('./run-report-task.ts');
    hotline.world.interleaveNextCommit(() =>
      runReportTask(hotline, { kind: 'take-message', entityId: `message#${second}` }),
    );
    await runReportTask(hotline, { kind: 'take-message', entityId: `message#${first}` });
    await hotline.settle();
    const { draft } = await hotline.conversation();
    expect(draft?.fields.content?.map(({ messageId }) => messageId)).toEqual([first, second]);
    expect(hotline.told.map(({ template }) => template)).toEqual(['ask-place']);
  });

  it('change nothing when the queues are built anew', async () => {
    const hotline = new RunningHotline();
    await answered(hotline);
    await hotline.says('Đánh giá 5');
    const stream = hotline.world.stream.length;
    const told = hotline.told.length;
    hotline.relay({ again: true });
    await hotline.settle();
    expect(hotline.reportIds()).toHaveLength(1);
    expect(hotline.told).toHaveLength(told);
    expect(hotline.world.stream).toHaveLength(stream);
  });
});

it('makes at most one report of each complete set of answers and never loses a word, however messages are doubled and shuffled', async () => {
  const catalogue = await new RunningHotline().catalogue.load();
  const flood = { ...catalogue.hotline.flood, reportsPerDay: 1000 };
  const unlimited = { ...catalogue, hotline: { ...catalogue.hotline, flood } };
  const complete = (content: string) => `Họ tên: Lê An ĐC: nhà SĐT: 0909123456 Địa điểm: chợ Nội dung: ${content}`;
  const step = fc.record({
    complete: fc.boolean(),
    twice: fc.boolean(),
    seconds: fc.integer({ min: 1, max: 90 }),
    settles: fc.boolean(),
    fault: fc.constantFrom(undefined, 'before-write', 'after-write'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 1000 }),
      async (steps, seed) => {
        const hotline = new RunningHotline(unlimited);
        let turn = seed;
        const random = () => (turn = (turn * 48271) % 2147483647);
        hotline.shuffle = (tasks) =>
          tasks
            .map((task) => [random(), task] as const)
            .toSorted(([one], [other]) => one - other)
            .map(([, task]) => task);
        const words: string[] = [];
        for (const [index, { complete: whole, twice, seconds, settles, fault }] of steps.entries()) {
          hotline.clock.step({ seconds });
          const word = `vieccantoilaso${String(index)}`;
          words.push(word);
          const message = hotline.message(whole ? complete(word) : `sự việc ${word}`);
          await hotline.arrive(message);
          if (twice) await hotline.arrive(message);
          if (twice) hotline.relay({ again: true });
          if (fault !== undefined) hotline.world.failNextCommit(fault);
          if (settles || fault !== undefined) await hotline.settle();
        }
        await hotline.settle();
        const labelled = steps.filter(({ complete: whole }) => whole).length;
        // Without a label it takes content, place, name, address and three tries at a telephone number.
        expect(hotline.reportIds().length).toBeLessThanOrEqual(labelled + Math.floor((steps.length - labelled) / 7));
        hotline.clock.step({ minutes: 30 });
        await hotline.says(complete('cuoicung'));
        const said: string[] = [];
        for (const reportId of hotline.reportIds()) {
          const people = await hotline.peopleOf(reportId);
          said.push(
            people.content,
            people.place ?? '',
            people.name,
            people.address,
            people.phone,
            ...people.later.map(({ text }) => text),
          );
        }
        for (const word of words)
          expect(said.filter((text) => new RegExp(`${word}(?!\\d)`, 'u').test(text))).toHaveLength(1);
      },
    ),
    { numRuns: 40 },
  );
});
