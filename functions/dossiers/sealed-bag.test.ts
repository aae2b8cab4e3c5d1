/** An official sends an intake back in the minutes between the sealing of its bag and the message that says so to the dossier. */
import { describe, expect, it } from 'vitest';
import { ALWAYS, testStaff } from '../../shared/domain/catalogue/testing/small-catalogue.ts';
import { trackingCodeFrom } from '../../shared/domain/codes/tracking-code.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import { MemoryDocuments } from '../../shared/ports/memory/memory-outside.ts';
import { officeCatalogue } from '../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../relay/testing/running-office.ts';
import { runCaseTask } from './case-tasks.ts';

const HANDOVER = 'BB-1';
const SIGNED_AT = '2026-11-23T04:00:00.000Z';

async function sealed() {
  const counter = { unit: 'counter-25750' } as const;
  const catalogue = officeCatalogue();
  const clerk = testStaff({ id: 'tam', name: 'Hồ Tâm', ...counter, roles: ['postal-clerk'] });
  const postalList = [{ procedure: 'ward-matter', ...ALWAYS }];
  const units = catalogue.units.map((unit) =>
    unit.id === counter.unit ? { ...unit, counter: { postalList, countersignShare: 0.5 } } : unit,
  );
  const office = new RunningOffice(officeCatalogue({ units, staff: [...catalogue.staff, clerk] }));
  const caseId = trackingCodeFrom(new Uint8Array(9).fill(5));
  const entityId = `case#${caseId}`;
  const papers = [{ lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 }];
  const filed = await office.act(entityId, await office.staff('tam'), {
    type: 'FileDossier',
    caseId,
    procedure: 'ward-matter',
    area: '25750',
    channel: 'post',
    counterId: 'counter-25750',
    returnTo: 'counter',
    documents: papers,
    attachments: [],
    sets: 1,
    sendSlip: 'PG-1',
    sampleDraw: 0.99,
    hasReturnAddress: false,
  });
  if (filed.kind !== 'done') throw new Error(JSON.stringify(filed));
  const sendBack = async () =>
    office.act(entityId, await office.staff('lan'), { type: 'SendBackToClerk', reason: 'Thiếu trang 2' });
  const correct = async () =>
    office.act(entityId, await office.staff('tam'), { type: 'CorrectIntake', documents: papers, attachments: [] });
  const task = (kind: 'put-in-bag' | 'accept-handover', status: Handover['status']) => {
    const bag = { status, signedAt: SIGNED_AT, signedBy: 'lan' } as Handover;
    const ports = {
      cases: office.cases,
      mails: office.mails,
      numbers: office.numbers,
      catalogue: office.catalogue,
      clock: office.clock,
      documents: new MemoryDocuments(),
      handovers: { load: () => Promise.resolve({ state: bag, version: 1 }) },
    };
    const about = { entityId, handoverId: HANDOVER };
    return runCaseTask(ports, kind === 'put-in-bag' ? { kind, ...about } : { kind, ...about, present: true });
  };
  const receivedAt = async () => {
    const state = await office.state(entityId);
    return state.status === 'received' ? [state.receivedAt, state.clock?.startedAt] : state.status;
  };
  return { sendBack, correct, task, receivedAt };
}

describe('an intake that is sent back after its bag was sealed', () => {
  it('is received, with its clock, when the bag is signed', async () => {
    const { sendBack, task, receivedAt } = await sealed();
    await sendBack();
    expect(await task('put-in-bag', 'on-the-way')).toMatchObject({ kind: 'ignored' });
    expect(await task('accept-handover', 'signed')).toEqual({ kind: 'done' });
    expect(await receivedAt()).toEqual([SIGNED_AT, SIGNED_AT]);
  });

  it('is received also when the clerk has corrected it meanwhile, and sets no message aside', async () => {
    const { sendBack, correct, task, receivedAt } = await sealed();
    await sendBack();
    await correct();
    expect(await task('put-in-bag', 'on-the-way')).toMatchObject({ kind: 'ignored' });
    expect(await task('accept-handover', 'signed')).toEqual({ kind: 'done' });
    expect(await receivedAt()).toEqual([SIGNED_AT, SIGNED_AT]);
  });
});
