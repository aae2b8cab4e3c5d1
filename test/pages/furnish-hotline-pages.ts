/** The hotline's pages, each with something on it: reports in every status that has a page of its own, made as people make them. */
import { reportIntakeExample } from '../../shared/contracts/http/report-intake.ts';
import { ROADS, SHIFT_LEADER } from '../api/reports.ts';
import { Browser, expectStatus, freshKey } from '../e2e/browser.ts';
import { confirmSuggestion, officerFor, reportAct, reportMail } from '../e2e/hotline-acts.ts';
import { pressButton } from '../e2e/acts.ts';
import { linkNamed, type Mail } from '../e2e/mailbox.ts';
import { eventually, type OwnSystem } from '../e2e/running-system.ts';
import { reportActLabels } from '../../functions/mail/writing/reports/report-words.ts';
import type { ReportActionName } from '../../shared/contracts/http/report-desk.ts';
import type { NamedPage } from './furnish-pages.ts';

interface Filed {
  readonly code: string;
  readonly ownPage: string;
}

const ROADS_TRIAGE = { category: 'ha-tang-giao-thong', area: '25747', urgency: 'normal' };

export async function furnishHotlinePages(system: OwnSystem): Promise<readonly NamedPage[]> {
  const [fresh, dangerous, asked, assigned, declined, answered] = await Promise.all([
    file(system),
    file(system, { content: 'Nhà dân đang cháy lớn ở đường Hư Cấu, phường Thủ Dầu Một, có người mắc kẹt' }),
    file(system),
    sorted(system),
    sorted(system),
    sorted(system),
  ]);
  await reportAct(system, { code: asked.code, action: 'ask' }, { question: 'Ổ gà ở trước số nhà nào?' });
  await officerFor(system, answered.code, ROADS);
  const notice = await reportMail(system, answered.code, { template: 'report-assigned' });
  await pressedWell(system, linkTo(notice, 'answer-report'), { outcome: 'fixed', text: 'Đã vá ổ gà ngày 24/11/2026.' });
  const declining = await reportMail(system, declined.code, { template: 'report-assigned' });
  await pressedWell(system, linkTo(declining, 'decline-report'), { reason: 'Đường này do cấp trên quản lý' });
  await eventually('the answer', async () => {
    const seen = await new Browser(system).get(answered.ownPage);
    return seen.text.includes('Đã vá ổ gà') ? true : undefined;
  });
  await reportAct(
    system,
    { code: answered.code, action: 'publish', by: SHIFT_LEADER },
    { summary: 'Ổ gà trước cổng chợ', answer: 'Đã vá xong.' },
  );
  const waiting = await reportMail(system, assigned.code, { template: 'report-assigned' });
  const desk = (name: string, path: string): NamedPage => ({ name: `1022-${name}`, path, staff: true });
  const open = (name: string, path: string): NamedPage => ({ name: `1022-${name}`, path });
  return [
    open('front', '/1022'),
    open('own', answered.ownPage),
    open('own-waiting', assigned.ownPage),
    open('bare', `/1022/${answered.code}`),
    open('published', '/1022/cong-khai'),
    open('unknown', '/1022/0000000000'),
    desk('list', '/hotline'),
    desk('call', '/hotline/goi'),
    desk('call-backs', '/hotline/goi-lai'),
    desk('to-publish', '/hotline/cong-khai'),
    desk('new', `/hotline/r/${fresh.code}`),
    desk('emergency', `/hotline/r/${dangerous.code}`),
    desk('asked', `/hotline/r/${asked.code}`),
    desk('assigned', `/hotline/r/${assigned.code}`),
    desk('declined', `/hotline/r/${declined.code}`),
    desk('answered', `/hotline/r/${answered.code}`),
    ...(['accept-report', 'answer-report', 'progress-report', 'decline-report', 'hand-report-over'] as const).map(
      (act) => open(`unit-${act}`, linkTo(waiting, act)),
    ),
    open('unit-late', linkTo(notice, 'answer-report')),
    { ...open('mail-assigned', '/'), html: waiting.html },
  ];
}

async function file(system: OwnSystem, changes: object = {}): Promise<Filed> {
  const json = { ...reportIntakeExample, ...changes };
  const { body } = expectStatus(await new Browser(system).post('/reports', { json, key: freshKey() }), 201);
  const { pathname, search } = new URL(String(body['link']));
  return { code: String(body['code']), ownPage: `${pathname}${search}` };
}

async function sorted(system: OwnSystem): Promise<Filed> {
  const filed = await file(system);
  await confirmSuggestion(system, filed.code, ROADS_TRIAGE);
  return filed;
}

async function pressedWell(system: OwnSystem, link: string, fields: Record<string, string>): Promise<void> {
  expectStatus(await pressButton(system, link, fields), 200);
}

function linkTo(mail: Mail, action: ReportActionName): string {
  const { pathname } = new URL(linkNamed(mail, reportActLabels[action].vi));
  return pathname;
}
