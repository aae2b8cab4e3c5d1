import { describe, expect, it } from 'vitest';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { ATTACHMENT_BYTES } from '../../shared/contracts/http/attachments.ts';
import { act, fileByPost, fileOnline, freshKey, receivedDossier } from './acts.ts';
import { memorySystem, type Answer, type Call, type MemorySystem } from './memory-system.ts';
import { CLERK, OFFICIAL, OTHER_CLERK, OTHER_OFFICIAL, OTHER_WARD, WARD } from './people.ts';

/** Sends and checks that the refusal left nothing behind and was no fault of ours. */
async function refused(system: MemorySystem, send: () => Promise<Answer>): Promise<Answer> {
  const before = system.dump();
  const answer = await send();
  expect(system.dump()).toBe(before);
  expect(system.faults).toEqual([]);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status: answer.status, instance: 'request-1' });
  return answer;
}

function filing(system: MemorySystem, body: unknown, call: Call = {}): Promise<Answer> {
  return refused(system, () => system.ask('fileDossier', { key: freshKey(), ...call, body }));
}

function atCounter(system: MemorySystem, changes: object, call: Call = {}): Promise<Answer> {
  const body = { ...intakeExample, ...changes };
  return refused(system, () =>
    system.ask('fileAtCounter', { params: { unitId: WARD }, as: OFFICIAL, key: freshKey(), body, ...call }),
  );
}

function pointers(answer: Answer): unknown[] {
  const errors = answer.body['errors'] as readonly { readonly pointer: string }[] | undefined;
  return errors?.map(({ pointer }) => pointer) ?? [];
}

describe('a filing that is not one', () => {
  it('malformed JSON', async () => {
    const answer = await filing(memorySystem(), '{"procedure":');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '', code: 'not-json' }] });
  });

  it('another media type', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await filing(memorySystem(), JSON.stringify(intakeExample), { headers })).status).toBe(415);
  });

  it('wrong types, named field by field', async () => {
    const answer = await filing(memorySystem(), { ...intakeExample, sets: 'one', documents: {}, area: 7 });
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(expect.arrayContaining(['/sets', '/documents', '/area']));
  });

  it('members that nobody asked for', async () => {
    const answer = await filing(memorySystem(), {
      ...intakeExample,
      urgent: true,
      applicant: { ...intakeExample.applicant, password: 'x' },
    });
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(expect.arrayContaining(['/urgent', '/applicant/password']));
  });

  it('a missing key', async () => {
    const answer = await refused(memorySystem(), () => memorySystem().ask('fileDossier', { body: intakeExample }));
    expect(answer.status).toBe(400);
    expect(answer.body['type']).toBe('/problems/key-missing');
  });

  it('a telephone number that nobody has', async () => {
    const answer = await filing(memorySystem(), {
      ...intakeExample,
      applicant: { ...intakeExample.applicant, phone: '0123 45' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/applicant/phone', code: 'phone' }] });
  });

  it('a name of 100,000 characters', async () => {
    const applicant = { ...intakeExample.applicant, name: 'ế'.repeat(100_000) };
    const answer = await filing(memorySystem(), { ...intakeExample, applicant });
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toContain('/applicant/name');
  });

  it('control characters and half of a surrogate pair in a name', async () => {
    for (const name of ['Nguyễn\u0000Minh', 'Nguyễn\u202EMinh', 'Nguyễn \ud83d', 'Nguyễn\nMinh']) {
      const applicant = { ...intakeExample.applicant, name };
      const answer = await filing(memorySystem(), { ...intakeExample, applicant });
      expect(answer.status).toBe(400);
      expect(pointers(answer)).toContain('/applicant/name');
    }
  });

  it('a name or a wish that nobody can see', async () => {
    for (const nothing of ['\u200B', '\u2060 \u00AD', '\uFE0F\u0301']) {
      const applicant = { ...intakeExample.applicant, name: nothing };
      const answer = await filing(memorySystem(), { ...intakeExample, applicant, request: nothing });
      expect(answer.status).toBe(400);
      expect(pointers(answer)).toEqual(['/applicant/name', '/request']);
    }
  });

  it('papers that are missing, all at once with the article', async () => {
    const answer = await filing(memorySystem(), { ...intakeExample, documents: [] });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ rule: 'documents-incomplete', article: '61/2018/NĐ-CP Điều 15.2, 17.1' });
  });

  it('the door without an address', async () => {
    const answer = await filing(memorySystem(), { ...intakeExample, returnTo: 'home' });
    expect(answer.status).toBe(422);
    expect(pointers(answer)).toContain('/returnAddress');
  });
});

describe('a filing at the wrong place', () => {
  it('an unknown procedure', async () => {
    const answer = await filing(memorySystem(), { ...intakeExample, procedure: '9.999999' });
    expect(answer.status).toBe(422);
    expect(answer.body['rule']).toBe('procedure-not-in-force');
    expect(pointers(answer)).toEqual(['/procedure']);
  });

  it('an area that no longer exists', async () => {
    const answer = await filing(memorySystem(), { ...intakeExample, area: '99999' });
    expect(answer).toMatchObject({ status: 422, body: { rule: 'no-competent-unit' } });
    expect(pointers(answer)).toEqual(['/area']);
  });

  it('a procedure that needs presence, by post', async () => {
    const answer = await atCounter(memorySystem(), { procedure: '1.000894' }, { as: CLERK });
    expect(answer).toMatchObject({ status: 422, body: { rule: 'presence-required' } });
    expect(pointers(answer)).toEqual(['/procedure']);
  });

  it('a procedure that is not on the list of the counter, by post', async () => {
    const system = memorySystem((catalogue) => ({
      ...catalogue,
      units: catalogue.units.map((unit) =>
        unit.id === WARD ? { ...unit, counter: { postalList: [], countersignShare: 1 } } : unit,
      ),
    }));
    const answer = await atCounter(system, {}, { as: CLERK });
    expect(answer).toMatchObject({ status: 422, body: { rule: 'not-on-postal-list' } });
  });

  it('a counter that was closed by the reform', async () => {
    const answer = await filing(memorySystem(), { ...intakeExample, counterId: 'tdm-mot-cua' });
    expect(answer.status).toBe(422);
    expect(['counter-closed', 'unknown-counter']).toContain(answer.body['rule']);
    expect(pointers(answer)).toEqual(['/counterId']);
  });

  it('a unit that is no counter', async () => {
    const answer = await filing(memorySystem(), { ...intakeExample, counterId: 'thu-dau-mot-2025-ubnd' });
    expect(answer).toMatchObject({ status: 422, body: { rule: 'not-a-counter' } });
  });

  it('a counter of a level that may not receive it', async () => {
    const system = memorySystem((catalogue) => ({
      ...catalogue,
      reception: catalogue.reception.filter(({ counterLevel }) => counterLevel !== 'commune'),
    }));
    const answer = await atCounter(system, {});
    expect(answer).toMatchObject({ status: 422, body: { rule: 'counter-of-another-level' } });
  });
});

describe('somebody who may not', () => {
  it("another ward's clerk", async () => {
    const answer = await atCounter(memorySystem(), {}, { as: OTHER_CLERK });
    expect(answer).toMatchObject({ status: 403, body: { rule: 'not-permitted' } });
    expect(String(answer.body['detail'])).not.toBe('');
  });

  it("another ward's official, on a case", async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const answer = await refused(system, () => act(system, code, 'receive', { as: OTHER_OFFICIAL }));
    expect(answer).toMatchObject({ status: 403, body: { rule: 'not-permitted' } });
  });

  it('a clerk who would receive on the merits', async () => {
    const answer = await atCounter(memorySystem(), { decision: 'receive' }, { as: CLERK });
    expect(answer.status).toBe(403);
    expect(pointers(answer)).toEqual(['/decision']);
  });

  it('a clerk who looks at the dossiers of another counter', async () => {
    const system = memorySystem();
    await fileByPost(system);
    const answer = await refused(system, () =>
      system.ask('listAtCounter', { params: { unitId: WARD }, as: OTHER_CLERK }),
    );
    expect(answer.status).toBe(403);
  });

  it('nobody at all', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    expect((await refused(system, () => act(system, code, 'receive', {}))).status).toBe(401);
    expect((await refused(system, () => act(system, code, 'withdraw', {}))).status).toBe(401);
    expect((await refused(system, () => act(system, code, 'withdraw', { bearer: 'k1.wrong' }))).status).toBe(401);
  });

  it('an expired session', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const cookie = `mot-cua-session=${await system.signIn(OFFICIAL, 30)}`;
    system.clock.step({ minutes: 31 });
    const answer = await refused(system, () =>
      act(system, code, 'receive', { headers: { cookie }, cookies: [cookie] }),
    );
    expect(answer.status).toBe(401);
  });

  it('a link of another case', async () => {
    const system = memorySystem();
    const [mine, other] = [await fileOnline(system), await fileOnline(system)];
    const answer = await refused(system, () => act(system, mine.code, 'withdraw', { bearer: other.token }));
    expect(answer.status).toBe(401);
  });
});

describe('a case that has moved on', () => {
  it('a stale version', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    await act(system, code, 'receive', { as: OFFICIAL, ifMatch: 1 });
    const answer = await refused(system, () =>
      act(system, code, 'stop', { as: OFFICIAL, body: { reason: 'x' }, ifMatch: 1 }),
    );
    expect(answer).toMatchObject({ status: 409, body: { type: '/problems/stale-version', current: 2 } });
  });

  it('an act whose time is over', async () => {
    const system = memorySystem();
    const { code } = await receivedDossier(system);
    const answer = await refused(system, () => act(system, code, 'refuse', { as: OFFICIAL, body: { reason: 'x' } }));
    expect(answer).toMatchObject({ status: 409, body: { rule: 'not-now' } });
  });

  it('a code that names nothing, or has a slip in it', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const wrong = `${code.slice(0, 9)}${code.endsWith('0') ? '1' : '0'}`;
    for (const each of ['0000000000', wrong, 'H29.101-261123-0099', 'x', '%', '../..', 'ế'.repeat(500)]) {
      const answer = await refused(system, () => system.ask('showDossier', { params: { code: each } }));
      expect(answer.status).toBe(404);
    }
  });
});

describe('an attachment', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 text');

  async function upload(system: MemorySystem, bytes: Uint8Array | undefined, contentType = 'application/pdf') {
    const created = await system.ask('createAttachment', { body: { fileName: 'Tờ khai', contentType } });
    const uploadId = String(created.body['uploadId']);
    if (bytes !== undefined) system.documents.incoming.set(uploadId, bytes);
    return uploadId;
  }

  function complete(system: MemorySystem, uploadId: string): Promise<Answer> {
    return system.ask('completeAttachment', { params: { uploadId }, body: {} });
  }

  it('of a type that is not taken', async () => {
    const answer = await refused(memorySystem(), () =>
      memorySystem().ask('createAttachment', { body: { fileName: 'x', contentType: 'image/svg+xml' } }),
    );
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(['/contentType']);
  });

  it('whose content is of another type than it says', async () => {
    const system = memorySystem();
    const uploadId = await upload(system, new TextEncoder().encode('<script>alert(1)</script>'));
    const answer = await refused(system, () => complete(system, uploadId));
    expect(answer.status).toBe(415);
    expect(pointers(answer)).toEqual(['/contentType']);
    const png = await upload(system, pdf, 'image/png');
    expect((await refused(system, () => complete(system, png))).status).toBe(415);
  });

  it('of more than 10 MB', async () => {
    const system = memorySystem();
    const bytes = new Uint8Array(ATTACHMENT_BYTES + 1);
    bytes.set(pdf);
    const uploadId = await upload(system, bytes);
    expect((await refused(system, () => complete(system, uploadId))).status).toBe(413);
  });

  it('that was never uploaded, or is unknown', async () => {
    const system = memorySystem();
    const uploadId = await upload(system, undefined);
    expect(await refused(system, () => complete(system, uploadId))).toMatchObject({
      status: 409,
      body: { rule: 'nothing-uploaded' },
    });
    expect((await refused(system, () => complete(system, 'A'.repeat(24)))).status).toBe(404);
  });

  it('that was not checked, is unknown or came twice, in a filing', async () => {
    const system = memorySystem();
    const unchecked = await upload(system, pdf);
    const filed = (ids: readonly string[]) =>
      filing(system, { ...intakeExample, attachments: ids.map((uploadId) => ({ uploadId })) });
    expect(await filed([unchecked])).toMatchObject({ status: 422, body: { rule: 'attachment-not-checked' } });
    expect(await filed(['B'.repeat(24)])).toMatchObject({ status: 422, body: { rule: 'attachment-unknown' } });
    await complete(system, unchecked);
    const twice = await filed([unchecked, unchecked]);
    expect(twice.status).toBe(422);
    expect(pointers(twice)).toEqual(['/attachments/1/uploadId']);
  });

  it('that another dossier has taken', async () => {
    const system = memorySystem();
    const uploadId = await upload(system, pdf);
    await complete(system, uploadId);
    const attachments = [{ uploadId, lineId: 'to-khai' }];
    await fileOnline(system, { attachments });
    const answer = await filing(system, { ...intakeExample, attachments });
    expect(answer).toMatchObject({ status: 409, body: { rule: 'attachment-taken' } });
    expect(pointers(answer)).toEqual(['/attachments/0/uploadId']);
  });

  it('is checked once: a repeated call answers the same', async () => {
    const system = memorySystem();
    const uploadId = await upload(system, pdf);
    const first = await complete(system, uploadId);
    system.documents.incoming.set(uploadId, new TextEncoder().encode('%PDF-1.7 another'));
    expect((await complete(system, uploadId)).body).toEqual(first.body);
    expect(first.body).toMatchObject({ bytes: pdf.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('is filed as it was checked: what its form puts there afterwards is nobody’s', async () => {
    const system = memorySystem();
    const uploadId = await upload(system, pdf);
    await complete(system, uploadId);
    system.documents.incoming.set(uploadId, new TextEncoder().encode('%PDF-1.7 another'));
    await system.documents.file({ uploadId, trackingCode: 'C1', sha256: 'a' });
    expect(Buffer.from(system.documents.filed.get('C1/a') ?? [])).toEqual(Buffer.from(pdf));
  });

  it('more of them than the province allows', async () => {
    const system = memorySystem();
    const ids = await Promise.all(Array.from({ length: 21 }, () => upload(system, pdf)));
    for (const id of ids) await complete(system, id);
    const answer = await filing(system, { ...intakeExample, attachments: ids.map((uploadId) => ({ uploadId })) });
    expect(answer.status).toBe(422);
    expect(pointers(answer)).toContain('/attachments');
  });
});

describe('text of people', () => {
  it('is stored composed, whatever the keyboard; emoji and other scripts are names too', async () => {
    const system = memorySystem();
    const name = `Nguyễn Thị 明 🌸`;
    const { code } = await fileOnline(system, {
      applicant: { ...intakeExample.applicant, name: name.normalize('NFD') },
    });
    expect(await system.ports.people.parties(`case#${code}`)).toMatchObject({
      applicant: { name, phone: '+84912345678' },
      owner: { kind: 'citizen', name },
    });
  });

  it('of an applicant who files for another ward is filed where it belongs', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system, { area: '25750' });
    const seen = await system.ask('showDossier', { params: { code }, as: OTHER_OFFICIAL });
    expect(seen.body).toMatchObject({ counter: { id: OTHER_WARD } });
  });
});
