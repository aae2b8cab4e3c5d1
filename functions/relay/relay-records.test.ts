import { describe, expect, it } from 'vitest';
import { readCommittedRecord } from './committed-record.ts';
import { messagesOf } from './messages-of.ts';
import { LevelTask, OutgoingNotice } from '../../shared/contracts/messages.ts';
import { RunningOffice } from './testing/running-office.ts';

describe('the relay', () => {
  it('turns a forwarded dossier into a task for the level that decides and mails for the applicant', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    const { counts, firstFailed } = await office.relay();
    expect(firstFailed).toBeUndefined();
    expect(counts.levels).toBe(1);
    expect(office.queues.commune.sent).toEqual([{ kind: 'assign-step', entityId, version: 2, stepId: 'tham-tra' }]);
    expect(office.queues.province.sent).toEqual([]);
    expect(office.queues.mail.sent.map(({ template }) => template)).toEqual(['received']);
  });

  it('sends messages that the consumers’ own schemas accept, and no word of a person', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    await office.relay();
    for (const task of office.queues.commune.sent) expect(LevelTask.safeParse(task).success).toBe(true);
    for (const notice of office.queues.mail.sent) expect(OutgoingNotice.safeParse(notice).success).toBe(true);
    expect(JSON.stringify([office.queues.mail.sent, office.queues.commune.sent])).not.toMatch(/Nhung|example|84912/);
  });

  it('gives the same notice ids for the same commit, however often it is delivered', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    const records = office.newRecords();
    await office.relay(records);
    await office.relay(records);
    const ids = office.queues.mail.sent.map(({ noticeId }) => noticeId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('names the first commit of which a message was not taken, and sends the rest', async () => {
    const office = new RunningOffice();
    await office.forwardedCase('CASE0000A1');
    await office.forwardedCase('CASE0000B2');
    const records = office.newRecords();
    office.queues.commune.failNext((task) => task.entityId === 'case#CASE0000B2');
    const first = await office.relay(records);
    expect(first.firstFailed).toBe(records.findIndex(({ entityId }) => entityId === 'case#CASE0000B2') + 1);
    expect(office.queues.commune.sent).toHaveLength(1);
    const second = await office.relay(records.slice(first.firstFailed));
    expect(second.firstFailed).toBeUndefined();
    expect(office.queues.commune.sent.map(({ entityId }) => entityId)).toEqual(['case#CASE0000A1', 'case#CASE0000B2']);
  });

  it('refuses to guess when the catalogue knows a level that has no queue', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    const records = office.newRecords().map((record) => ({
      ...record,
      events: JSON.parse(
        JSON.stringify(record.events).replaceAll('"level":"commune"', '"level":"region"'),
      ) as unknown[],
    }));
    await expect(office.relay(records)).rejects.toThrow('no queue for level region');
  });

  it('hands a bag’s dossiers to the case workers, one task for each', () => {
    const signed = {
      type: 'HandoverSigned',
      present: ['case#A'],
      missing: ['case#B'],
    };
    const commit = { entityId: 'handover#h1', version: 2, at: '2026-11-23T02:00:00.000Z', events: [signed] };
    expect(messagesOf(commit)).toEqual({
      levels: [],
      mail: [],
      reports: [],
      messages: [],
      tasks: [
        { kind: 'accept-handover', entityId: 'case#A', present: true, handoverId: 'h1' },
        { kind: 'accept-handover', entityId: 'case#B', present: false, handoverId: 'h1' },
      ],
    });
  });

  it('writes to each post of the person who wants to sign in, and to nobody when the mailbox is unknown', () => {
    const requested = (staffIds: readonly string[]) => ({
      entityId: 'sign-in#s1',
      version: 1,
      at: '2026-11-23T02:00:00.000Z',
      events: [{ type: 'SignInRequested', signInId: 's1', staffIds, browserHash: 'x', expiresAt: '' }],
    });
    expect(messagesOf(requested(['an'])).mail).toMatchObject([
      { template: 'sign-in', recipient: { kind: 'staff', staffId: 'an' } },
    ]);
    expect(messagesOf(requested([])).mail).toEqual([]);
  });

  it.each([
    ['no image', undefined],
    ['a snapshot', { entityId: { S: 'case#A' }, record: { S: 'STATE' } }],
    ['events that are no list', { entityId: { S: 'case#A' }, record: { S: 'EVENT#0000000001' }, events: { S: '{}' } }],
    ['a missing time', { entityId: { S: 'case#A' }, record: { S: 'EVENT#0000000001' }, events: { S: '[]' } }],
  ])('does not pass over %s in silence', (_, image) => {
    expect(() => readCommittedRecord(image)).toThrow();
  });
});
