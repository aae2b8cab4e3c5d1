import { describe, expect, it } from 'vitest';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { act, assignedDossier, done, fileOnline, freshKey, receivedDossier, uploaded } from './acts.ts';
import { memorySystem, type Call } from './memory-system.ts';
import { CLERK, COLLEAGUE, OFFICER, OFFICE_HEAD, OFFICIAL, WARD } from './people.ts';

const OTHER_OFFICIAL_OF_THE_WARD = 'nv-thu-dau-mot-2025-mot-cua-2';

describe('a request sent again with the same key', () => {
  it('files one dossier and gives the same receipt with the same link', async () => {
    const system = memorySystem();
    const uploadId = await uploaded(system);
    const body = { ...intakeExample, attachments: [{ uploadId, lineId: 'to-khai' }] };
    const first = await system.ask('fileDossier', { body, key: 'the-same-key' });
    const stored = system.dump();
    system.clock.step({ hours: 30 });
    const second = await system.ask('fileDossier', { body, key: 'the-same-key' });
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(system.dump()).toBe(stored);
    expect(system.world.entities.size).toBe(1);
  });

  it('keeps neither the link nor what people typed beside the key', async () => {
    const system = memorySystem();
    const { token } = await fileOnline(system);
    const kept = JSON.stringify([...system.world.answers.values()]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain('Minh');
    expect(kept).not.toContain('912345678');
  });

  it('is refused with another body, and leaves nothing behind', async () => {
    const system = memorySystem();
    await system.ask('fileDossier', { body: intakeExample, key: 'the-same-key' });
    const before = system.dump();
    const answer = await system.ask('fileDossier', {
      body: { ...intakeExample, request: 'Việc khác' },
      key: 'the-same-key',
    });
    expect(answer).toMatchObject({ status: 409, body: { type: '/problems/key-reused' } });
    expect(system.dump()).toBe(before);
  });

  it("is not confused with another person's", async () => {
    const system = memorySystem();
    const call = (as: string): Call => ({ params: { unitId: WARD }, body: intakeExample, key: 'the-same-key', as });
    const one = await system.ask('fileAtCounter', call(OFFICIAL));
    const other = await system.ask('fileAtCounter', call(OTHER_OFFICIAL_OF_THE_WARD));
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body['code']).not.toBe(other.body['code']);
  });

  it('takes no second number at the counter', async () => {
    const system = memorySystem();
    const body = { ...intakeExample, decision: 'receive' };
    const call = { params: { unitId: WARD }, body, as: OFFICIAL };
    const first = await system.ask('fileAtCounter', { ...call, key: 'the-same-key' });
    const again = await system.ask('fileAtCounter', { ...call, key: 'the-same-key' });
    const next = await system.ask('fileAtCounter', { ...call, key: 'another-key' });
    expect(first.body['dossierCode']).toBe('H29.101-261123-0001');
    expect(again.body).toEqual(first.body);
    expect(next.body['dossierCode']).toBe('H29.101-261123-0002');
    const slip = (key: string) =>
      system.ask('fileAtCounter', { params: { unitId: WARD }, body: intakeExample, as: CLERK, key });
    expect((await slip('a-clerks-key')).body['sendSlip']).toBe('0001/2026/PG-H29.101');
    expect((await slip('a-clerks-key')).body['sendSlip']).toBe('0001/2026/PG-H29.101');
    expect((await slip('his-next-key')).body['sendSlip']).toBe('0002/2026/PG-H29.101');
  });

  it('is answered as before though the case has moved on', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const first = await done(system, code, 'receive', { as: OFFICIAL, key: 'reception-key' });
    await done(system, code, 'assign', {
      as: OFFICE_HEAD,
      body: { stepId: 'tham-dinh', staffId: OFFICER, why: 'Lĩnh vực' },
    });
    const stored = system.dump();
    const again = await act(system, code, 'receive', { as: OFFICIAL, key: 'reception-key' });
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(system.dump()).toBe(stored);
    const reused = await act(system, code, 'refuse', { as: OFFICIAL, body: { reason: 'x' }, key: 'reception-key' });
    expect(reused).toMatchObject({ status: 409, body: { type: '/problems/key-reused' } });
  });

  it('is committed once when the answer was lost on the way', async () => {
    const system = memorySystem();
    system.world.failNextCommit('after-write');
    const call = { body: intakeExample, key: 'the-same-key' };
    expect((await system.ask('fileDossier', call)).status).toBe(500);
    expect((await system.ask('fileDossier', call)).status).toBe(201);
    expect(system.world.entities.size).toBe(1);
  });
});

describe('a number', () => {
  it('is not taken by a dossier that is refused', async () => {
    const system = memorySystem();
    const incomplete = { ...intakeExample, documents: [], decision: 'receive' };
    const refused = await system.ask('fileAtCounter', {
      params: { unitId: WARD },
      body: incomplete,
      as: OFFICIAL,
      key: freshKey(),
    });
    expect(refused.status).toBe(422);
    const { code } = await receivedDossier(system);
    const seen = await system.ask('showDossier', { params: { code }, as: OFFICIAL });
    expect(seen.body['dossierCode']).toBe('H29.101-261123-0001');
  });

  it('has five digits from the ten thousandth of a day', async () => {
    const system = memorySystem();
    for (let taken = 0; taken < 9999; taken++) await system.ports.numbers.next('dossier#H29.101#2026-11-23');
    const { code } = await receivedDossier(system);
    const seen = await system.ask('showDossier', { params: { code }, as: OFFICIAL });
    expect(seen.body['dossierCode']).toBe('H29.101-261123-10000');
    const found = await system.ask('showDossier', { params: { code: 'h29.101 - 261123 - 10000' }, as: OFFICIAL });
    expect(found.body['code']).toBe(code);
  });
});

describe('two at once', () => {
  it('two officials receive: one dossier code, and the other is told that it has been received', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    system.world.interleaveNextCommit(() => done(system, code, 'receive', { as: OTHER_OFFICIAL_OF_THE_WARD }));
    const late = await act(system, code, 'receive', { as: OFFICIAL });
    expect(late).toMatchObject({ status: 409, body: { rule: 'not-now' } });
    const history = await system.ports.cases.history(`case#${code}`);
    const received = history.flatMap(({ events }) => events).filter(({ type }) => type === 'DossierReceived');
    expect(received).toHaveLength(1);
  });

  it('two officers with the version they saw: one wins, the other is told the current one', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    const version = 2;
    system.world.interleaveNextCommit(() =>
      done(system, code, 'hand-step-over', {
        as: OFFICE_HEAD,
        body: { stepId: 'tham-dinh', to: COLLEAGUE, reason: 'Đi công tác' },
        ifMatch: version,
      }),
    );
    const late = await act(system, code, 'complete-step', {
      as: OFFICER,
      body: { stepId: 'tham-dinh' },
      ifMatch: version,
    });
    expect(late).toMatchObject({ status: 409, body: { type: '/problems/stale-version' } });
  });

  it('an officer from whom the step was taken meanwhile is refused, not overtaken in silence', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    system.world.interleaveNextCommit(() =>
      done(system, code, 'hand-step-over', {
        as: OFFICE_HEAD,
        body: { stepId: 'tham-dinh', to: COLLEAGUE, reason: 'Đi công tác' },
      }),
    );
    const late = await act(system, code, 'complete-step', { as: OFFICER, body: { stepId: 'tham-dinh' } });
    expect(late.status).toBe(403);
  });

  it('two supplements of files: both names are kept', async () => {
    const system = memorySystem();
    const { code, token } = await fileOnline(system);
    await done(system, code, 'request-supplement', {
      as: OFFICIAL,
      body: { items: [{ lineId: 'ly-hon', what: 'Thiếu' }], reason: 'Thiếu bản án' },
    });
    const [one, two] = [await uploaded(system, 'một.pdf'), await uploaded(system, 'hai.pdf')];
    const submit = (uploadId: string) =>
      done(system, code, 'submit-supplement', { bearer: token, body: { attachments: [{ uploadId }] } });
    system.world.interleaveNextCommit(() => submit(one));
    await submit(two);
    expect(await system.ports.people.parties(`case#${code}`)).toMatchObject({
      fileNames: { [one]: 'một.pdf', [two]: 'hai.pdf' },
    });
  });

  it('two filings of one file: one dossier takes it', async () => {
    const system = memorySystem();
    const uploadId = await uploaded(system);
    const file = () =>
      system.ask('fileDossier', { body: { ...intakeExample, attachments: [{ uploadId }] }, key: freshKey() });
    system.world.interleaveNextCommit(file);
    expect(await file()).toMatchObject({ status: 409, body: { rule: 'attachment-taken' } });
    expect(system.world.entities.size).toBe(1);
  });

  it('a code that is taken is drawn again', async () => {
    const system = memorySystem();
    const drawn: number[] = [];
    const { randomness } = system.ports;
    const bytes = randomness.bytes(9);
    const ports = {
      ...system.ports,
      randomness: { bytes: (count: number) => (drawn.push(count) < 3 ? bytes : randomness.bytes(count)) },
    };
    const { fileOnline: file } = await import('../../functions/dossiers/file-dossier.ts');
    const { OnlineIntake } = await import('../../shared/contracts/http/dossier-intake.ts');
    const request = {
      body: OnlineIntake.parse(intakeExample),
      params: {},
      query: {},
      cookies: {},
      headers: {},
      language: 'vi',
      requestId: 'r',
      sourceIp: '192.0.2.1',
    } as const;
    const replies = [await file(ports, request), await file(ports, request)];
    expect(replies.map((reply) => (reply.kind === 'json' ? reply.status : reply.kind))).toEqual([201, 201]);
    expect(system.world.entities.size).toBe(2);
    expect(drawn).toHaveLength(3);
  });
});
