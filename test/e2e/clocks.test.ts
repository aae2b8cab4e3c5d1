/** The clock as an office lives with it: the prepared apology, a pause, and a holiday that is announced late. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishProvince } from '../../infra/publish/publish-province.ts';
import { readProvince } from '../../infra/publish/read-province.ts';
import { catalogueTable } from '../../infra/local/endpoints-file.ts';
import { dynamoClient } from '../../infra/local/clients.ts';
import { DynamoDbCataloguePublication } from '../../shared/adapters/dynamodb-catalogue-publication.ts';
import { HEAD, OFFICIAL } from '../api/people.ts';
import { applicantNamed, details, done, fileOnline, mailboxOf, signedIn } from './acts.ts';
import { answer } from './incoming.ts';
import { mailOf, mailsAbout, templateOf, type Mail } from './mailbox.ts';
import { eventually, startOwnSystem, stopAndForget, travelTo, type OwnSystem } from './running-system.ts';

let system: OwnSystem;
let late: Received;
let paused: Received;

interface Received {
  readonly code: string;
  readonly notice: Mail;
  readonly applicant: string;
}

interface Seen {
  readonly status: string;
  readonly dueAt: string;
  readonly version: number;
  readonly work: { readonly steps: readonly { readonly dueAt: string }[] };
}

beforeAll(async () => {
  system = await startOwnSystem();
  late = await received();
  paused = await received();
});

afterAll(() => stopAndForget(system));

async function received(): Promise<Received> {
  const applicant = applicantNamed('Nguyễn Thị Minh');
  const { code } = await fileOnline(system, { applicant });
  await done(await signedIn(system, OFFICIAL), code, 'receive');
  return { code, notice: await mailOf(system, code, 'step-assigned'), applicant: applicant.email };
}

async function seen(code: string): Promise<Seen> {
  return (await details(await signedIn(system, OFFICIAL), code)) as unknown as Seen;
}

it('a pause stops the clock by an answer, and goes on by another: the promised day moves by the time between', async () => {
  const before = await seen(paused.code);
  await answer(system, paused.notice, { text: 'TẠM DỪNG: chờ người nộp thực hiện nghĩa vụ tài chính' });
  expect((await mailOf(system, paused.code, 'paused')).to).toEqual([paused.applicant]);
  const shown = { status: 'paused', portalStatus: { code: 6 }, paused: { waitsFor: 'applicant' } };
  expect(await seen(paused.code)).toMatchObject(shown);
  const { text } = await (await signedIn(system, OFFICIAL)).get(`/t/${paused.code}`);
  expect(text).toMatch(/Thời hạn giải quyết đang tạm dừng.*Chờ người nộp thực hiện nghĩa vụ tài chính.*Xin ông\/bà/u);

  // Tuesday is a holiday: one working day has passed.
  system = await travelTo(system, '2026-11-25T09:00:00+07:00');
  await answer(system, await mailOf(system, paused.code, 'reply-receipt'), { text: 'TIẾP TỤC' });
  const resumed = await mailOf(system, paused.code, 'resumed');
  const after = await seen(paused.code);
  expect(before.dueAt).toContain('2026-11-27T02:00');
  expect(after).toMatchObject({ status: 'processing' });
  expect(after.dueAt).toContain('2026-11-30T0');
  expect(resumed.text).toContain('thứ Hai, ngày 30 tháng 11 năm 2026');
  expect(resumed.to).toEqual([paused.applicant]);
});

it('the apology lies ready before its last day; the head says ĐỒNG Ý, and the applicant has it once, with the new day', async () => {
  system = await travelTo(system, '2026-11-25T09:05:00+07:00');
  const asked = await eventually('the head is asked', async () => {
    expect((await system.runtime.invoke('timer-sweeper', {})).kind).toBe('returned');
    return (await mailsAbout(system, late.code)).find((mail) => templateOf(mail) === 'reminder-to-extend');
  });
  expect(asked.to).toEqual([mailboxOf(HEAD)]);
  expect(asked.text).toContain('Chúng tôi thành thật xin lỗi vì sự chậm trễ này');
  expect(asked.text).toContain('thứ Tư, ngày 02 tháng 12 năm 2026');
  await answer(system, asked, { text: 'ĐỒNG Ý' });
  const sorry = await mailOf(system, late.code, 'extended');
  expect(sorry.to).toEqual([late.applicant]);
  expect(sorry.text).toContain('Chúng tôi thành thật xin lỗi vì sự chậm trễ này');
  expect(sorry.text).toContain('thứ Tư, ngày 02 tháng 12 năm 2026');
  expect((await seen(late.code)).dueAt).toContain('2026-12-02T02:00');
  await mailOf(system, late.code, 'reply-receipt');

  await answer(system, asked, { text: 'ĐỒNG Ý' });
  const second = await mailOf(system, late.code, 'reply-question');
  expect(second.to).toEqual([mailboxOf(HEAD)]);
  const sent = (await mailsAbout(system, late.code)).map(templateOf).filter((template) => template === 'extended');
  expect(sent).toEqual(['extended']);
});

it('a holiday announced late moves the unit’s clock and not the day that was promised', async () => {
  const fresh = await received();
  const before = await seen(fresh.code);
  expect(before.work.steps[0]?.dueAt).toContain('2026-11-27T02:0');
  await announceHoliday('2026-11-26');

  const recomputed = await eventually('the unit’s clock has moved', async () => {
    expect((await system.runtime.invoke('clock-recomputer', {})).kind).toBe('returned');
    const now = await seen(fresh.code);
    return now.version > before.version ? now : undefined;
  });
  expect(recomputed.work.steps[0]?.dueAt).toContain('2026-11-30T02:0');
  expect(recomputed.dueAt).toBe(before.dueAt);
  expect((await seen(late.code)).dueAt).toContain('2026-12-02T02:00');
});

/** Published as a deployment does it, into the running system. */
async function announceHoliday(date: string): Promise<void> {
  const { runtime } = system;
  const province = readProvince() as { calendar: { days: readonly object[] } };
  const { calendar } = province;
  const day = { date, kind: 'holiday', name: 'Ngày nghỉ công bố muộn', source: 'Bản thử', announcedOn: '2026-11-25' };
  const days = [...calendar.days, day].toSorted((left, right) => (dateOf(left) < dateOf(right) ? -1 : 1));
  const client = dynamoClient(runtime.endpoints.dynamodb, 'ap-southeast-1');
  const said: string[] = [];
  const outcome = await publishProvince(
    { ...province, calendar: { ...calendar, version: '2026-11-25', days } },
    {
      publication: new DynamoDbCataloguePublication({ client, table: catalogueTable(runtime) ?? '' }),
      clock: { now: () => '2026-11-25T02:10:00.000Z' },
      say: (line) => said.push(line),
      confirm: () => Promise.resolve(true),
    },
  );
  client.destroy();
  expect(outcome, said.join('\n')).toMatchObject({ kind: 'published' });
}

function dateOf(day: object): string {
  return 'date' in day ? String(day.date) : '';
}
