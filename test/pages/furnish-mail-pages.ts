/** The pages that came with work by mail, and the mails themselves as a mail program shows them. */
import { HEAD, OFFICIAL } from '../api/people.ts';
import { details, done, fileOnline, pressButton, signedIn } from '../e2e/acts.ts';
import { Browser, expectStatus } from '../e2e/browser.ts';
import { answer, mailSaying, post, replyAddressOf } from '../e2e/incoming.ts';
import { linkNamed, mailOf, mailsTo, type Mail } from '../e2e/mailbox.ts';
import { eventually, travelTo, type OwnSystem } from '../e2e/running-system.ts';
import type { NamedPage } from './furnish-pages.ts';

const staff = true;

/** What must have happened some time ago: an answer whose undo is over, and a step that nobody has touched since. */
export interface Earlier {
  readonly system: OwnSystem;
  readonly tooLate: NamedPage;
  readonly stalled: { readonly code: string; readonly link: string };
}

export async function furnishEarlier(first: OwnSystem): Promise<Earlier> {
  const [answered, stalled] = await Promise.all([answeredCase(first), receivedCase(first)]);
  const seen = await details(await signedIn(first, OFFICIAL), stalled.code);
  const { steps } = seen['work'] as { steps: readonly { dueAt: string }[] };
  const overdue = new Date(Date.parse(steps[0]?.dueAt ?? '') + 60_000).toISOString();
  const system = await travelTo(first, overdue);
  // As each minute: what a run could not ring, because the case was just changing, the next one does.
  for (let minute = 0; minute < 3; minute++) await system.runtime.invoke('timer-sweeper', {});
  await mailOf(system, stalled.code, 'work-stalled');
  return { system, stalled, tooLate: { name: 'undo-too-late', path: answered.undo } };
}

export async function furnishMailPages({ system, stalled, tooLate }: Earlier): Promise<readonly NamedPage[]> {
  const official = await signedIn(system, OFFICIAL);
  const [held, undo, confirming, paused, asked, apology] = await Promise.all([
    heldMails(system),
    undoPages(system),
    confirmPage(system),
    pausedCase(system),
    questionPages(system),
    apologyPage(system),
  ]);
  const waiting = await fileOnline(system);
  await done(official, waiting.code, 'request-supplement', {
    items: [{ lineId: 'ly-hon', what: 'Thiếu bản án ly hôn' }],
    reason: 'Thiếu giấy tờ chứng minh.',
  });
  const planned = await plannedMails(system);
  return [
    ...held.pages,
    tooLate,
    ...undo.pages,
    ...confirming.pages,
    ...asked.pages,
    ...apology.pages,
    { name: 'case-stalled', path: stalled.link },
    { name: 'case-stalled-as-staff', path: `/t/${stalled.code}`, staff },
    ...paused,
    { name: 'work-list-with-mail', path: '/staff', staff },
    { name: 'viewer-list', path: system.mailUrl },
    { name: 'viewer-mail', path: `${system.mailUrl}/mails/${undo.notice.id}` },
    ...[undo.notice, undo.receipt, confirming.mail, asked.mail, apology.mail, held.mail, ...planned].map(asShown),
    asShown(await mailOf(system, stalled.code, 'work-stalled')),
  ];
}

/** The HTML part alone, as a mail program shows it. */
function asShown(mail: Mail): NamedPage {
  const [, template = ''] = /^(?:case|mail|planned)(?:#[^/]+\/\d+\/\d+)?\/([a-z-]+)/u.exec(noticeOf(mail)) ?? [];
  return { name: `mail-${template}`, path: '', html: mail.html };
}

const noticeOf = (mail: Mail) => mail.headers['x-notice-id'] ?? '';

async function receivedCase(system: OwnSystem) {
  const filed = await fileOnline(system);
  await done(await signedIn(system, OFFICIAL), filed.code, 'receive');
  return { ...filed, notice: await mailOf(system, filed.code, 'step-assigned') };
}

async function answeredCase(system: OwnSystem) {
  const { code, notice } = await receivedCase(system);
  await answer(system, notice, { text: 'HOÀN THÀNH\n\nHồ sơ đủ điều kiện, đã đối chiếu bản gốc.' });
  const receipt = await mailOf(system, code, 'reply-receipt');
  return { code, notice, receipt, undo: linkNamed(receipt, 'Hoàn tác') };
}

/** One that still can be taken back, one that was, and one that the next person has built on. */
async function undoPages(system: OwnSystem) {
  const [open, undone, overtaken] = await Promise.all([0, 1, 2].map(() => answeredCase(system)));
  if (open === undefined || undone === undefined || overtaken === undefined) throw new Error('three cases');
  expectStatus(await pressButton(system, undone.undo, {}), 200);
  await answer(system, await mailOf(system, overtaken.code, 'step-assigned', 2), { text: 'HOÀN THÀNH số 12/2026/XN' });
  await mailOf(system, overtaken.code, 'decided');
  const pages: readonly NamedPage[] = [
    { name: 'undo-open', path: open.undo },
    { name: 'undo-undone', path: undone.undo },
    { name: 'undo-overtaken', path: overtaken.undo },
  ];
  return { pages, notice: open.notice, receipt: open.receipt };
}

async function confirmPage(system: OwnSystem) {
  const { code } = await answeredCase(system);
  const signing = await mailOf(system, code, 'step-assigned', 2);
  await answer(system, signing, { text: 'TỪ CHỐI số 13/2026/TB: người nộp hồ sơ đang có đăng ký kết hôn hợp pháp' });
  const mail = await mailOf(system, code, 'reply-confirm');
  return { mail, pages: [{ name: 'confirm-refusal', path: linkNamed(mail, 'Không đồng ý') }] };
}

async function questionPages(system: OwnSystem) {
  const { code, notice } = await receivedCase(system);
  await answer(system, notice, { text: 'CHUYỂN phòng kinh tế' });
  const mail = await mailOf(system, code, 'reply-question');
  return { mail, pages: [{ name: 'question-forward', path: linkNamed(mail, 'Chuyển sang đơn vị khác') }] };
}

async function apologyPage(system: OwnSystem) {
  const { code, notice } = await receivedCase(system);
  await answer(system, notice, {
    text: 'GIA HẠN 3 NGÀY: chờ kết quả xác minh của Ủy ban nhân dân xã nơi cư trú trước đây',
  });
  const mail = await mailOf(system, code, 'apology-prepared');
  return { mail, pages: [{ name: 'confirm-apology', path: linkNamed(mail, 'Xin lỗi và hẹn lại') }] };
}

async function pausedCase(system: OwnSystem): Promise<readonly NamedPage[]> {
  const { code, link, notice } = await receivedCase(system);
  await answer(system, notice, { text: 'TẠM DỪNG: chờ người nộp thực hiện nghĩa vụ tài chính' });
  await mailOf(system, code, 'paused');
  const { text } = expectStatus(await (await signedIn(system, HEAD)).get(`/t/${code}`), 200);
  const resume = /href="(\/a\/[^"]+)">Tiếp tục/u.exec(text)?.[1] ?? '';
  return [
    { name: 'case-paused', path: link },
    { name: 'case-paused-as-staff', path: `/t/${code}`, staff },
    { name: 'action-resume', path: resume },
  ];
}

/** From people whom the system does not know: one waits with its guesses, one was put to its case, one to none. */
async function heldMails(system: OwnSystem) {
  const { code } = await fileOnline(system);
  const domain = replyAddressOf(await mailOf(system, code, 'filed')).split('@')[1] ?? '';
  const known = new Set<string>();
  const held = async (name: string, text: string): Promise<Mail> => {
    await post(system, { from: `${name}@example.com`, to: `hoi-dap@${domain}`, subject: 'Hỏi về hồ sơ', text });
    return eventually(`held ${name}`, async () => {
      const mail = (await mailsTo(system)).find((one) => deskLink(one) !== undefined && !known.has(one.id));
      if (mail !== undefined) known.add(mail.id);
      return mail;
    });
  };
  const question = `Kính gửi bộ phận một cửa,\n\nXin hỏi hồ sơ ${code} của mẹ tôi đến đâu rồi? Tôi gửi từ hộp thư của tôi vì mẹ tôi không dùng thư điện tử.\n\nCảm ơn.`;
  const waiting = await held(`con-gai-${code.toLowerCase()}`, question);
  const matched = await held(`em-trai-${code.toLowerCase()}`, question);
  const dismissed = await held(`quang-cao-${code.toLowerCase()}`, 'Bán máy in giá rẻ, giao hàng tận nơi.');
  const official = new Browser(system);
  const form = { act: 'match', guess: code };
  expectStatus(await official.post(deskLink(matched) ?? '', { form }), 200);
  const none = { act: 'dismiss', reason: 'Thư quảng cáo, không liên quan đến hồ sơ nào.' };
  expectStatus(await official.post(deskLink(dismissed) ?? '', { form: none }), 200);
  await mailSaying(system, /Đã nhận được thư/u);
  const pages: readonly NamedPage[] = [
    { name: 'held-mail', path: deskLink(waiting) ?? '' },
    { name: 'held-mail-matched', path: deskLink(matched) ?? '' },
    { name: 'held-mail-dismissed', path: deskLink(dismissed) ?? '' },
    { name: 'held-mail-dead-link', path: '/m/k1.bm90aGluZw.bm90aGluZw' },
  ];
  return { mail: waiting, pages };
}

const deskLink = (mail: Mail) => mail.links.find((link) => link.includes('/m/'));

/** The digest of the morning and the summaries of the week, of the work that there is. */
async function plannedMails(system: OwnSystem): Promise<readonly Mail[]> {
  for (const plan of ['digest', 'weekly']) await system.runtime.invoke('mail-planner', { plan });
  const [digest, unit, province] = await Promise.all(
    ['planned/digest/', 'planned/weekly-unit/', 'planned/weekly-province/'].map((prefix) =>
      eventually(prefix, async () => {
        const mails = (await mailsTo(system)).filter((mail) => noticeOf(mail).startsWith(prefix));
        return mails.toSorted((left, right) => right.text.length - left.text.length).at(0);
      }),
    ),
  );
  return [digest, unit, province].filter((mail) => mail !== undefined);
}
