import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLEAGUE, HEAD, OFFICER, OFFICE_HEAD, OFFICIAL, WARD } from '../api/people.ts';
import { applicantNamed, details, done, fileOnline, mailboxOf, pdf, pressButton, signedIn } from './acts.ts';
import { Browser, expectStatus } from './browser.ts';
import { answer, mailSaying, post, replyAddressOf } from './incoming.ts';
import { linkNamed, mailOf, mailsAbout, mailsTo, templateOf, type Mail } from './mailbox.ts';
import { eventually, startOwnSystem, stopAndForget, type OwnSystem } from './running-system.ts';

let system: OwnSystem;

beforeAll(async () => {
  system = await startOwnSystem();
});

afterAll(() => stopAndForget(system));

interface Seen {
  readonly status: string;
  readonly version: number;
  readonly work?: {
    readonly steps: readonly { readonly stepId: string; readonly status: string; readonly officerId?: string }[];
  };
}

async function caseOf(code: string): Promise<Seen> {
  return (await details(await signedIn(system, OFFICIAL), code)) as unknown as Seen;
}

/** A dossier filed online and received by the official's answer to the notice; gives the officer's notice. */
async function underExamination(): Promise<{ readonly code: string; readonly notice: Mail; readonly officer: string }> {
  const { code } = await fileOnline(system);
  await answer(system, await mailOf(system, code, 'filed-online'), { from: mailboxOf(OFFICIAL), text: 'Tiếp nhận' });
  const notice = await mailOf(system, code, 'step-assigned');
  const { work } = await caseOf(code);
  return { code, notice, officer: work?.steps[0]?.officerId ?? '' };
}

const answersOn = async (code: string) =>
  (await mailsAbout(system, code)).map(templateOf).filter((template) => template.startsWith('reply-'));

const heldNotices = async () => (await mailsTo(system)).filter((mail) => templateOf(mail) === 'mail-held');

describe('an officer answers a notice, and the case moves', () => {
  it('from reception to the result without another system; each answer gets one receipt', async () => {
    const { code, notice, officer } = await underExamination();
    const received = await mailOf(system, code, 'reply-receipt');
    expect(received.to).toEqual([mailboxOf(OFFICIAL)]);
    expect(notice.text).toMatch(/HOÀN THÀNH/u);
    expect(replyAddressOf(notice)).toMatch(/^r\.[a-z0-9.]+@/u);

    await answer(system, notice, { text: 'Dạ, hoan thanh ạ\n\nHồ sơ đủ điều kiện, đã đối chiếu bản gốc.' });
    const receipt = await mailOf(system, code, 'reply-receipt', 2);
    expect(receipt.to).toEqual([mailboxOf(officer)]);
    expect(receipt.headers['auto-submitted']).toBe('auto-replied');
    const signing = await mailOf(system, code, 'step-assigned', 2);
    expect(signing.to).toEqual([mailboxOf(HEAD)]);

    await answer(system, signing, { text: 'HOÀN THÀNH số 12/2026/XN' });
    const decided = await mailOf(system, code, 'decided');
    expect(decided.text).toContain('12/2026/XN');
    await mailOf(system, code, 'reply-receipt', 3);
    expect(await caseOf(code)).toMatchObject({ status: 'decided' });
    expect(await answersOn(code)).toEqual(['reply-receipt', 'reply-receipt', 'reply-receipt']);
  });

  it('and takes it back by the receipt’s link while nobody has built on it', async () => {
    const { code, notice, officer } = await underExamination();
    await answer(system, notice, { text: 'XONG' });
    const receipt = await mailOf(system, code, 'reply-receipt', 2);
    const before = await caseOf(code);
    expect(before.work?.steps.map(({ status }) => status)).toEqual(['done', expect.stringMatching(/assign/u)]);
    expectStatus(await pressButton(system, linkNamed(receipt, 'Hoàn tác'), {}), 200);
    const { work } = await caseOf(code);
    expect(work?.steps).toMatchObject([{ status: 'assigned', officerId: officer }]);
  });

  it('but refusing waits for a second proof: the button behind a link that only the registered mailbox gets', async () => {
    const { code, notice } = await underExamination();
    await answer(system, notice, { text: 'hoàn thành' });
    const signing = await mailOf(system, code, 'step-assigned', 2);
    await answer(system, signing, { text: 'TỪ CHỐI số 13/2026/TB: không đủ điều kiện theo điều 5' });
    const confirm = await mailOf(system, code, 'reply-confirm');
    expect(confirm.to).toEqual([mailboxOf(HEAD)]);
    expect(await caseOf(code)).toMatchObject({ status: 'processing' });
    const filled = { resultNumber: '13/2026/TB', reason: 'không đủ điều kiện theo điều 5' };
    expectStatus(await pressButton(system, linkNamed(confirm, 'Không đồng ý'), filled), 200);
    const decided = await mailOf(system, code, 'decided');
    expect(decided.text).toContain('không đủ điều kiện theo điều 5');
  });

  it('asks for papers, and the applicant answers that mail with the paper', async () => {
    const applicant = applicantNamed('Trần Thị Bổ Sung');
    const { code } = await fileOnline(system, { applicant });
    const filed = await mailOf(system, code, 'filed-online');
    await answer(system, filed, {
      from: mailboxOf(OFFICIAL),
      text: 'BỔ SUNG: giấy tờ tùy thân. Lý do: bản chụp mờ, không đọc được',
    });
    const asked = await mailOf(system, code, 'supplement-requested');
    expect(asked.to).toEqual([applicant.email]);
    await answer(system, asked, {
      text: 'Tôi gửi lại bản chụp rõ.\nHOÀN THÀNH',
      files: [{ name: 'cccd.pdf', type: 'application/pdf', content: pdf(`cccd ${code}`) }],
    });
    const told = await mailOf(system, code, 'supplement-submitted');
    expect(told.to).toEqual([mailboxOf(WARD)]);
    const seen = await details(await signedIn(system, OFFICIAL), code);
    const names = (seen['attachments'] as { fileName: string; contentType: string }[]).map(({ fileName }) => fileName);
    expect(names).toContain('cccd.pdf');
    expect(names.some((name) => name.endsWith('.txt'))).toBe(true);
  });

  it('what is not clear changes nothing and comes back as a question, with the choices as links', async () => {
    const { code, notice } = await underExamination();
    await answer(system, notice, { text: 'GIAO CHO bạn nào đó' });
    const question = await mailOf(system, code, 'reply-question');
    expect((await caseOf(code)).work?.steps).toMatchObject([{ status: 'assigned' }]);
    const link = linkNamed(question, 'Chuyển cho đồng nghiệp');
    const other = [OFFICER, COLLEAGUE].find((id) => !notice.to.includes(mailboxOf(id))) ?? '';
    expectStatus(await pressButton(system, link, { to: other, reason: 'Đi công tác' }), 200);
    expect((await mailOf(system, code, 'step-handed-over')).to).toEqual([mailboxOf(other)]);
    // The first officer's address is worth nothing now.
    await answer(system, notice, { text: 'HOÀN THÀNH' });
    await mailOf(system, code, 'reply-question', 2);
    expect((await caseOf(code)).work?.steps).toMatchObject([{ status: 'assigned', officerId: other }]);
  });

  it('a plain sentence is kept as a note', async () => {
    const { code, notice } = await underExamination();
    await answer(system, notice, { text: 'Tôi đã gọi điện cho công dân, hẹn chiều mai.' });
    expect((await mailOf(system, code, 'reply-receipt', 2)).subject).toContain('ghi chú');
    expect((await caseOf(code)).work?.steps).toMatchObject([{ status: 'assigned' }]);
  });
});

describe('nothing that a machine, a scanner, a stranger or a loop sends ever moves a case', () => {
  it('a forged sender and another mailbox are not obeyed; the registered mailbox is told', async () => {
    const { code, notice } = await underExamination();
    const to = replyAddressOf(notice);
    await post(system, { from: notice.to[0] ?? '', to, forged: true });
    await post(system, { from: 'ke.gian@example.com', to });
    const questions = await eventually('two questions', async () => {
      const found = (await mailsAbout(system, code)).filter((mail) => templateOf(mail) === 'reply-question');
      return found.length >= 2 ? found : undefined;
    });
    expect(questions.flatMap((mail) => mail.to)).toEqual([notice.to[0], notice.to[0]]);
    expect(await mailsTo(system, 'ke.gian@example.com')).toEqual([]);
    // Both wait where an official sees them.
    await eventually('two held mails', async () => ((await heldNotices()).length >= 2 ? true : undefined));
    expect((await caseOf(code)).work?.steps).toMatchObject([{ status: 'assigned' }]);
  });

  it('automatic answers and our own mail are recognised and never answered', async () => {
    const { code, notice } = await underExamination();
    const to = replyAddressOf(notice);
    const [from = ''] = notice.to;
    const machines = [
      { 'Auto-Submitted': 'auto-replied' },
      { 'X-Notice-Id': 'case#X/1/0/step-assigned/staff:x' },
      { 'List-Id': '<phuong.example>' },
      { Precedence: 'bulk' },
    ];
    for (const headers of machines) await post(system, { from, to, headers });
    await post(system, { from, to, text: 'XONG' });
    await mailOf(system, code, 'step-assigned', 2);
    await mailOf(system, code, 'reply-receipt', 2);
    expect(await answersOn(code)).toEqual(['reply-receipt', 'reply-receipt']);
  });

  it('the same mail three times acts once', async () => {
    const { code, notice } = await underExamination();
    const mail = { from: notice.to[0] ?? '', to: replyAddressOf(notice), messageId: `<${code}@may.example>` };
    for (let time = 0; time < 3; time++) await post(system, mail);
    await mailOf(system, code, 'step-assigned', 2);
    await mailOf(system, code, 'reply-receipt', 2);
    await post(system, mail);
    // Whatever comes after has overtaken the copies.
    await answer(system, await mailOf(system, code, 'step-assigned', 2), { text: 'Ghi chú của lãnh đạo.' });
    await mailOf(system, code, 'reply-receipt', 3);
    expect(await answersOn(code)).toEqual(['reply-receipt', 'reply-receipt', 'reply-receipt']);
  });

  it('a mail that nobody can place waits in the holding pen until an official puts it to its case', async () => {
    const { code } = await fileOnline(system);
    const stranger = `nguoi-la-${code.toLowerCase()}@example.com`;
    await post(system, {
      from: stranger,
      to: `hoi-dap@${domainOf(await mailOf(system, code, 'filed'))}`,
      subject: 'Hoi ve ho so',
      text: `Xin hỏi hồ sơ ${code} đến đâu rồi?`,
    });
    await mailSaying(system, /Đã nhận được thư/u, stranger);
    const official = new Browser(system);
    // The notice says nothing of the mail: only its page does.
    const { held, link } = await eventually('the notice of this mail', async () => {
      for (const notice of await heldNotices()) {
        const page = notice.links.find((one) => one.includes('/m/')) ?? '';
        if ((await official.get(page)).text.includes(`Xin hỏi hồ sơ ${code}`)) return { held: notice, link: page };
      }
      return undefined;
    });
    expect(held.text).not.toContain(stranger);
    expectStatus(await official.post(link, { form: { act: 'match', guess: code } }), 200);
    await mailOf(system, code, 'letter-received');
  });
});

describe('an officer whom mail does not reach', () => {
  it('is replaced: the unit’s mailbox is told, the clock runs on, and the next notice does not go there', async () => {
    const { code, notice, officer } = await underExamination();
    const before = (await caseOf(code)).work?.steps[0];
    const bounced = await fetch(`${system.mailUrl}/mails/${notice.id}/bounce`, { method: 'POST', redirect: 'manual' });
    expect(bounced.status).toBe(303);
    const told = await mailOf(system, code, 'officer-unreachable');
    expect(told.to).not.toContain(mailboxOf(officer));
    expect((await caseOf(code)).work?.steps[0]).toMatchObject({ ...before });
    await done(await signedIn(system, OFFICE_HEAD), code, 'hand-step-over', {
      stepId: before?.stepId,
      to: [OFFICER, COLLEAGUE].find((id) => id !== officer),
      reason: 'Hộp thư hỏng',
    });
    expect((await mailOf(system, code, 'step-handed-over')).to).not.toContain(mailboxOf(officer));
  });
});

function domainOf(mail: Mail): string {
  return replyAddressOf(mail).split('@')[1] ?? '';
}
