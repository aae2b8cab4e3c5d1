/** The morning's digest and the week's summaries, from cases that really came in, stood still and went on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COLLEAGUE, HEAD, OFFICER, OFFICE_HEAD, OFFICIAL, SUPERVISOR } from '../api/people.ts';
import { details, done, fileOnline, mailboxOf, signedIn } from './acts.ts';
import { answer, post } from './incoming.ts';
import { mailOf, mailsTo, noticeIdOf, type Mail } from './mailbox.ts';
import { eventually, startOwnSystem, stopAndForget, travelTo, type OwnSystem } from './running-system.ts';

let system: OwnSystem;

beforeAll(async () => {
  system = await startOwnSystem();
});

afterAll(() => stopAndForget(system));

interface Step {
  readonly stepId: string;
  readonly officerId?: string;
}

async function stepsOf(code: string): Promise<readonly Step[]> {
  const seen = await details(await signedIn(system, OFFICIAL), code);
  return (seen['work'] as { steps: readonly Step[] }).steps;
}

interface Examined {
  readonly code: string;
  /** Given at reception. */
  readonly dossierCode: string;
  /** The officer's. */
  readonly notice: Mail;
}

/** Received, and with that officer whoever the system chose. */
async function examinedBy(officer: string): Promise<Examined> {
  const { code } = await fileOnline(system);
  await done(await signedIn(system, OFFICIAL), code, 'receive');
  let notice = await mailOf(system, code, 'step-assigned');
  const [step] = await stepsOf(code);
  if (step?.officerId !== officer) {
    const handing = { stepId: step?.stepId, to: officer, reason: 'Phân công lại' };
    await done(await signedIn(system, OFFICE_HEAD), code, 'hand-step-over', handing);
    notice = await mailOf(system, code, 'step-handed-over');
  }
  const seen = await details(await signedIn(system, OFFICIAL), code);
  return { code, dossierCode: String(seen['dossierCode']), notice };
}

async function plan(what: 'digest' | 'weekly'): Promise<number> {
  const outcome = await system.runtime.invoke('mail-planner', { plan: what });
  if (outcome.kind !== 'returned') throw new Error(JSON.stringify(outcome));
  return (outcome.payload as { planned: number }).planned;
}

async function planned(template: string, to: string): Promise<readonly Mail[]> {
  const mails = await mailsTo(system, mailboxOf(to));
  return mails.filter((mail) => noticeIdOf(mail).startsWith(`planned/${template}/`));
}

function oneOf(template: string, to: string): Promise<Mail> {
  return eventually(`${template} to ${to}`, async () => (await planned(template, to))[0]);
}

/** The paragraph of one case, and the address on it. */
function lineAbout(mail: Mail, dossierCode: string): { readonly text: string; readonly address: string } {
  const text = mail.text.split('\n\n').find((part) => part.startsWith(`- ${dossierCode} `)) ?? '';
  return { text, address: /: (r\.\S+@\S+)/u.exec(text)?.[1] ?? '' };
}

it('one mail in the morning: late, due today, waiting for the applicant, each answered at its own address', async () => {
  const late = await examinedBy(OFFICER);
  const waiting = await examinedBy(OFFICER);
  const decided = await examinedBy(COLLEAGUE);
  await answer(system, waiting.notice, { text: 'BỔ SUNG: giấy tờ tùy thân. Lý do: bản chụp mờ' });
  await mailOf(system, waiting.code, 'supplement-requested');
  const [examining] = await stepsOf(decided.code);
  await done(await signedIn(system, COLLEAGUE), decided.code, 'complete-step', { stepId: examining?.stepId });
  await mailOf(system, decided.code, 'step-assigned', 2);
  const signing = (await stepsOf(decided.code)).find(({ officerId }) => officerId === HEAD);
  const decision = { stepId: signing?.stepId, outcome: 'granted', resultNumber: '12/2026/XN' };
  await done(await signedIn(system, HEAD), decided.code, 'decide', decision);
  await mailOf(system, decided.code, 'decided');

  // The 24th is a holiday: somebody waits, but nobody is written to.
  system = await travelTo(system, '2026-11-24T06:30:00+07:00');
  expect(await plan('digest')).toBe(0);

  system = await travelTo(system, '2026-11-26T09:00:00+07:00');
  const today = await examinedBy(OFFICER);

  system = await travelTo(system, '2026-11-30T06:30:00+07:00');
  await system.runtime.runSchedule('Morning');
  const digest = await oneOf('digest', OFFICER);
  expect(digest.subject).toContain('1 quá hạn, 1 đến hạn');
  const headings = ['Quá hạn (1)', 'Đến hạn hôm nay (1)', 'Đang chờ người nộp hồ sơ (1)'];
  const inOrder = [headings[0], late.dossierCode, headings[1], today.dossierCode, headings[2], waiting.dossierCode];
  const places = inOrder.map((words = '') => digest.text.indexOf(words));
  expect(places).toEqual(places.filter((place) => place > 0).toSorted((left, right) => left - right));
  expect(digest.text).not.toContain(decided.dossierCode);
  expect(digest.text).not.toContain('Nguyễn Thị Minh');

  const { address } = lineAbout(digest, today.dossierCode);
  expect(address).not.toBe(lineAbout(digest, late.dossierCode).address);
  await post(system, { from: mailboxOf(OFFICER), to: address, text: 'HOÀN THÀNH' });
  await mailOf(system, today.code, 'step-assigned', 2);
  expect(await stepsOf(today.code)).toMatchObject([{ status: 'done' }, { officerId: HEAD }]);
  expect(await stepsOf(late.code)).toMatchObject([{ status: 'assigned', officerId: OFFICER }]);

  // Planned again, each is sent once: what came after has overtaken the second.
  expect(await plan('digest')).toBeGreaterThan(0);
  const { address: other } = lineAbout(digest, late.dossierCode);
  await post(system, { from: mailboxOf(OFFICER), to: other, text: 'Đang chờ xác minh.' });
  await mailOf(system, late.code, 'reply-receipt');
  expect(await planned('digest', OFFICER)).toHaveLength(1);
});

it('on Monday the heads have the figures of their week, and the province of all', async () => {
  await system.runtime.runSchedule('Week');
  const chairman = await oneOf('weekly-unit', HEAD);
  expect(chairman.subject).toContain('23/11/2026–29/11/2026');
  expect(chairman.text).toContain(
    'Đã giải quyết trong tuần: 1 (trước hạn 1, đúng hạn 0, quá hạn 0; 100% không trễ hạn)',
  );
  // What was just sent on to be signed.
  expect(chairman.text).toContain('Việc đang mở: 1\nTrong đó quá hạn: 0');
  const office = await oneOf('weekly-unit', OFFICE_HEAD);
  expect(office.text).toContain('Đã giải quyết trong tuần: 0\nViệc đang mở: 1\nTrong đó quá hạn: 1');
  const province = await oneOf('weekly-province', SUPERVISOR);
  expect(province.text).toContain('Đã giải quyết trong tuần: 1 (trước hạn 1');
  // The counter’s result, which nobody has handed out yet, is late as well.
  expect(province.text).toContain('Việc đang mở: 3\nTrong đó quá hạn: 2\nĐang chờ người nộp hồ sơ: 1');
  expect(await plan('weekly')).toBeGreaterThan(0);
  expect(await planned('weekly-unit', HEAD)).toHaveLength(1);
});
