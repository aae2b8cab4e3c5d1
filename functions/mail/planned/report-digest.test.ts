import { describe, expect, it } from 'vitest';
import { hotlineCatalogue } from '../../../shared/domain/report/testing/hotline-catalogue.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import { reportDecider } from '../../../shared/domain/report/report-decider.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { filing, HOTLINE_WORKER, ROUTING, triage } from '../../../shared/domain/report/testing/report-life.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { readReportAddress } from '../../../shared/shell/report-address.ts';
import { MorningOffice } from './testing/morning-office.ts';

const AN = 'an@province.example';
const names = { staffIds: ['an'], unitIds: ['roads', 'hotline'], workIds: ['w1'] };

async function reportDo(office: MorningOffice, command: ReportCommand, actor: Actor): Promise<void> {
  const [catalogue, now] = [await office.catalogue.load(), office.clock.now()];
  const outcome = await executeCommand({
    store: office.reports,
    decider: reportDecider,
    entityId: 'report#AAAA000001',
    actor,
    at: now,
    create: command.type === 'FileReport',
    decide: (state) => decideReport(command, state, { now, actor, catalogue }),
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
}

/** Due on Monday at noon; a report that nobody has sorted is late by then. */
async function hotlineMorning(): Promise<MorningOffice> {
  const office = new MorningOffice(hotlineCatalogue());
  office.clock.set('2026-11-22T23:00:00.000Z');
  await reportDo(office, filing(), HOTLINE_WORKER);
  return office;
}

describe('a report in the digest', () => {
  it('stands in its officer’s with an address of its own, and says no word of the citizen', async () => {
    const office = await hotlineMorning();
    await reportDo(office, triage({ urgency: 'urgent' }), await office.staff('operator'));
    await reportDo(office, { type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'test' }, ROUTING);
    await office.plan('digest');
    const { to } = await office.sendPlanned();
    const text = to.get(AN)?.text ?? '';
    expect(text).toContain('AAAA000001 – Phản ánh 1022: roads');
    expect(text).toContain('Xử lý, trả lời phản ánh. Hạn: 10:00, 23/11/2026');
    expect(text).toContain('Với phản ánh 1022, dòng đầu là một trong các câu sau:\n  TIẾP NHẬN\n  ĐÃ XỬ LÝ:');
    expect(text).not.toContain('Ổ gà');
    const [address = ''] = /p\.[a-z0-9.]+@mot-cua\.test/u.exec(text) ?? [];
    const keys = await office.secrets.signingKeys();
    const read = readReportAddress(keys, address, { domain: office.replyDomain, now: office.clock.now(), names });
    expect(read).toMatchObject({
      kind: 'valid',
      address: { recipient: { kind: 'staff', staffId: 'an' }, workId: 'w1' },
    });
  });

  it('that waits to be sorted stands in the hotline’s, without acts', async () => {
    const office = await hotlineMorning();
    await office.plan('digest');
    const { to } = await office.sendPlanned();
    const text = to.get('hotline@province.example')?.text ?? '';
    expect(text).toContain('AAAA000001 – Phản ánh 1022');
    expect(text).toContain('Phân loại phản ánh. Hạn: 06:05, 23/11/2026');
  });

  it('that was answered meanwhile does not', async () => {
    const office = await hotlineMorning();
    await reportDo(office, triage({ urgency: 'urgent' }), await office.staff('operator'));
    await reportDo(office, { type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'test' }, ROUTING);
    const planned = await office.plan('digest');
    const answer = { type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá.' } as const;
    await reportDo(office, answer, await office.staff('an'));
    expect(planned).toHaveLength(1);
    expect((await office.sendPlanned()).outcomes).toEqual([{ kind: 'outdated' }]);
  });

  it('that is late stands in the week of its unit', async () => {
    const office = await hotlineMorning();
    await reportDo(office, triage({ urgency: 'urgent' }), await office.staff('operator'));
    await reportDo(office, { type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'test' }, ROUTING);
    await office.plan('weekly', '2026-11-30T00:00:00.000Z');
    const { to } = await office.sendPlanned();
    expect(to.get('head-roads@province.example')?.text).toContain(
      'AAAA000001: Phản ánh 1022: roads, xử lý, trả lời phản ánh; an; quá hạn từ 10:00, 23/11/2026',
    );
  });
});
