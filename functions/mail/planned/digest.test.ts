import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS } from '../../../shared/domain/catalogue/testing/small-catalogue.ts';
import { decideMail } from '../../../shared/domain/mail/decide-mail.ts';
import { mailDecider } from '../../../shared/domain/mail/mail-decider.ts';
import { instantAt, localDateOf } from '../../../shared/domain/time.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { readReplyAddress } from '../../../shared/shell/reply-address.ts';
import type { KnownNames } from '../../../shared/shell/signed-address.ts';
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import { APPLICANT, officeCatalogue } from '../../relay/testing/office-catalogue.ts';
import { LINES } from './digest-entries.ts';
import { MORNING, MorningOffice } from './testing/morning-office.ts';

const AN = 'an@province.example';
const BINH = 'binh@province.example';
const WARD = 'ward-25750@province.example';
const FRIDAY_EVENING = '2026-11-20T10:30:00.000Z';
/** After the office has closed on Monday: what was due then is late. */
const MONDAY_EVENING = '2026-11-23T11:00:00.000Z';
const ADDRESS = /r\.[a-z0-9.]+@mot-cua\.test/g;
const known: KnownNames = {
  staffIds: ['an', 'binh', 'hoa', 'lan'],
  unitIds: ['counter-25750', 'ward-25750'],
  places: [{ stepId: 'tham-tra' }, { stepId: 'ky-duyet' }],
};
const pauseReasons = [
  {
    ...{ id: 'fee', name: 'Chờ nộp lệ phí', nameEn: 'The fee is awaited', waitsFor: 'applicant' as const },
    ...{ reviewDays: 10, portalStatus: 8, source: 'test', ...ALWAYS },
  },
  {
    ...{ id: 'inspection', name: 'Chờ kiểm tra', nameEn: 'An inspection', waitsFor: 'agency' as const },
    ...{ reviewDays: 10, portalStatus: 8, source: 'test', ...ALWAYS },
  },
];

async function addressesIn(office: MorningOffice, text: string) {
  const keys = await office.secrets.signingKeys();
  const use = { domain: office.replyDomain, now: office.clock.now(), names: () => known };
  return [...new Set(text.match(ADDRESS))].map((address) => readReplyAddress(keys, address, use));
}

describe('the digest of an officer', () => {
  it('has what is late, due today and waiting for the citizen, each with its own address, and names no citizen', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    office.clock.step({ hours: 2 });
    await office.assigned('CASE0000A2', 'an');
    await office.asked('CASE0000A3', 'an');
    await office.assigned('CASE0000A4', 'binh');
    await office.plan('digest');
    // Sent when the first is late already.
    office.clock.set('2026-11-23T07:30:00.000Z');
    const { to } = await office.sendPlanned();
    const mail = to.get(AN);
    expect([...to.keys()].toSorted()).toEqual([AN, BINH]);
    expect(mail?.subject).toBe('Việc hôm nay 23/11: 1 quá hạn, 1 đến hạn');
    const text = mail?.text?.replace(ADDRESS, '<address>') ?? '';
    expect(text.startsWith(REPLY_MARKER)).toBe(true);
    expect(text).toMatchSnapshot();
    expect(`${text} ${String(mail?.html)}`).not.toContain(APPLICANT.applicant.name);
    expect(mail?.replyTo).toBeUndefined();
    const [first = ''] = mail?.text?.match(ADDRESS) ?? [];
    expect(mail?.html).toContain(`<a href="mailto:${first}?subject=%5BH29.18-261123-00A1%5D"`);
  });

  it('is answered line by line: each address is for this officer, that case and step, and only for what they may do', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    await office.asked('CASE0000A3', 'an');
    await office.plan('digest');
    const { to } = await office.sendPlanned();
    const [step, waiting, ...more] = await addressesIn(office, to.get(AN)?.text ?? '');
    expect(more).toEqual([]);
    expect(step).toMatchObject({
      kind: 'valid',
      address: { caseId: 'CASE0000A1', recipient: { kind: 'staff', staffId: 'an' }, stepId: 'tham-tra' },
    });
    expect(step?.kind === 'valid' && step.address.acts).toEqual([
      'acknowledge',
      'complete-step',
      'request-supplement',
      'consult',
      'hand-over',
      'forward',
      'prepare-apology',
      'pause',
      'note',
    ]);
    expect(waiting).toEqual({
      kind: 'valid',
      address: { caseId: 'CASE0000A3', recipient: { kind: 'staff', staffId: 'an' }, acts: ['note'] },
    });
  });

  it('is not sent when the work has been done meanwhile', async () => {
    const office = new MorningOffice();
    const entityId = await office.assigned('CASE0000A1', 'an');
    const planned = await office.plan('digest');
    await office.done(office.act(entityId, await office.staff('an'), { type: 'CompleteStep', stepId: 'tham-tra' }));
    expect(planned).toHaveLength(1);
    expect((await office.sendPlanned()).outcomes).toEqual([{ kind: 'outdated' }]);
  });

  it('is not sent on another day than its own', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    await office.plan('digest');
    office.clock.step({ days: 1 });
    expect((await office.sendPlanned()).outcomes).toEqual([{ kind: 'outdated' }]);
  });

  it('has a pause among what waits for the citizen only when its reason says so', async () => {
    const office = new MorningOffice(officeCatalogue({ pauseReasons }));
    const paused = async (caseId: string, reason: string) => {
      const entityId = await office.assigned(caseId, 'an');
      const command = { type: 'Pause', reason, note: 'Đã báo người nộp' } as const;
      await office.done(office.act(entityId, await office.staff('an'), command));
    };
    await paused('CASE0000A1', 'inspection');
    await office.plan('digest');
    expect((await office.sendPlanned()).outcomes).toEqual([{ kind: 'outdated' }]);
    office.clock.set(MORNING);
    await paused('CASE0000A2', 'fee');
    await office.plan('digest', '2026-11-24T23:30:00.000Z');
    const { to } = await office.sendPlanned();
    expect(to.get(AN)?.text).toContain('Đang chờ người nộp hồ sơ (1)\n\n- H29.18-261123-00A2');
    expect(to.get(AN)?.text).not.toContain('H29.18-261123-00A1');
  });

  it('goes to the unit when the officer’s mailbox takes no mail, and the addresses are then the unit’s', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    await office.marks.mark(AN, { why: 'bounced', at: office.clock.now() });
    await office.marks.mark(AN, { why: 'bounced', at: office.clock.now() });
    await office.plan('digest');
    const { to } = await office.sendPlanned();
    expect([...to.keys()]).toEqual([WARD]);
    expect(to.get(WARD)?.text).toContain('Đây là việc của Lê Văn An');
    expect(await addressesIn(office, to.get(WARD)?.text ?? '')).toMatchObject([
      { kind: 'valid', address: { recipient: { kind: 'unit', unitId: 'ward-25750' }, stepId: 'tham-tra' } },
    ]);
  });

  it('stays readable: fifty lines, and how many more there are', async () => {
    const office = new MorningOffice();
    for (let number = 0; number < LINES + 3; number += 1) {
      await office.assigned(`CASE00${String(1000 + number)}`, 'an');
    }
    await office.plan('digest');
    const { to } = await office.sendPlanned();
    expect(to.get(AN)?.text?.match(/^- H29/gm)).toHaveLength(LINES);
    expect(to.get(AN)?.subject).toContain(`${String(LINES + 3)} đến hạn`);
    expect(to.get(AN)?.text).toContain('… và 3 hồ sơ khác');
  });
});

describe('the digest of a section', () => {
  it('has its held mails, with the link of the official who sorts them', async () => {
    const office = new MorningOffice();
    const now = office.clock.now();
    const mailId = 'b'.repeat(26);
    const actor = { kind: 'system', name: 'mail' } as const;
    const catalogue = await office.catalogue.load();
    await executeCommand({
      store: office.mails,
      decider: mailDecider,
      entityId: `mail#${mailId}`,
      actor,
      at: now,
      create: true,
      decide: (state) =>
        decideMail(
          {
            ...{ type: 'Hold', mailId, objectKey: 'arrived/1', receivedAt: now, why: 'no-address', files: [] },
            ...{ guesses: [], answerSender: false, counterId: 'counter-25750' },
          },
          state,
          { now, actor, catalogue },
        ),
    });
    await office.plan('digest');
    const { to } = await office.sendPlanned();
    expect(to.get('lan@province.example')?.text).toMatch(
      /Đến hạn hôm nay \(1\)\n\n- Thư chờ phân loại\n {2}Hạn: [^\n]+\n {2}Mở trang phân loại thư: https:\/\/mot-cua\.test\/m\//,
    );
  });

  it('is answered to the unit, for what its people may do between them', async () => {
    const office = new MorningOffice();
    await office.forwardedCase('CASE0000A1');
    await office.plan('digest');
    const { to } = await office.sendPlanned();
    expect(await addressesIn(office, to.get(WARD)?.text ?? '')).toMatchObject([
      {
        kind: 'valid',
        address: {
          recipient: { kind: 'unit', unitId: 'ward-25750' },
          stepId: 'tham-tra',
          acts: expect.arrayContaining(['hand-over', 'forward', 'note']) as unknown,
        },
      },
    ]);
  });
});

describe('whatever work there is', () => {
  const piece = fc.record({
    staffId: fc.constantFrom('an', 'binh', 'hoa', 'nobody'),
    hoursBefore: fc.integer({ min: 0, max: 72 }),
    waits: fc.boolean(),
  });

  it('each piece that is late or due today stands once in exactly one digest, and nothing else but what waits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(FRIDAY_EVENING, MORNING, MONDAY_EVENING),
        async (pieces, at) => {
          const office = new MorningOffice();
          const entities: string[] = [];
          const byAge = pieces.toSorted((left, right) => right.hoursBefore - left.hoursBefore);
          for (const [index, { staffId, hoursBefore, waits }] of byAge.entries()) {
            const caseId = `CASE0000B${String(index)}`;
            office.clock.set(new Date(Date.parse('2026-11-20T09:00:00.000Z') - hoursBefore * 3_600_000).toISOString());
            if (staffId === 'nobody') entities.push(await office.forwardedCase(caseId));
            else if (waits && staffId !== 'hoa') entities.push(await office.asked(caseId, staffId));
            else entities.push(await office.assigned(caseId, staffId));
          }
          await office.plan('digest', at);
          const { to } = await office.sendPlanned();
          const all = [...to.values()].map(({ text = '' }) => text).join('\n');
          const endOfDay = instantAt(localDateOf(at), '24:00');
          for (const [index, entityId] of entities.entries()) {
            const state = await office.state(entityId);
            const due = state.status === 'processing' ? state.work.steps[0]?.clock.dueAt : undefined;
            const listed = due === undefined || due <= endOfDay;
            const lines = all.split('\n').filter((line) => line.startsWith(`- H29.18-261123-00B${String(index)} `));
            expect(lines).toHaveLength(listed ? 1 : 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
