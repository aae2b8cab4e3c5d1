import { describe, expect, it } from 'vitest';
import { dossierLink, dossierToken, opensDossier } from '../../shared/shell/dossier-link.ts';
import { MemorySecrets } from '../../shared/ports/memory/memory-outside.ts';
import { assignedDossier, fileOnline, receivedDossier, uploaded } from './acts.ts';
import { BASE_URL, memorySystem, type Call } from './memory-system.ts';
import { CLERK, OFFICER, OFFICIAL, OTHER_OFFICER, OTHER_OFFICIAL, SUPERVISOR } from './people.ts';

describe('looking a dossier up', () => {
  it('by the code alone shows the code and how far it is, and nothing else', async () => {
    const system = memorySystem();
    const { code } = await receivedDossier(system);
    const { body } = await system.ask('showDossier', { params: { code } });
    expect(body).toEqual({ view: 'progress', code, progress: 50 });
  });

  it('reads the code as people write it', async () => {
    const system = memorySystem();
    const { code } = await receivedDossier(system);
    const spelled = `${code.slice(0, 3)} - ${code.slice(3, 6).toLowerCase()}.${code.slice(6)}`;
    expect((await system.ask('showDossier', { params: { code: spelled } })).body['code']).toBe(code);
    for (const written of ['h29.101-261123-0001', ' H29.101–261123–0001 ', 'H29.101-20261123-0001']) {
      const { body } = await system.ask('showDossier', { params: { code: written } });
      expect(body).toEqual({ view: 'progress', code: 'H29.101-261123-0001', progress: 50 });
    }
  });

  it('with the secret link shows the timeline down to the unit, without anybody’s name', async () => {
    const system = memorySystem();
    const { code, token } = await assignedDossier(system);
    const seen = await system.ask('showDossier', { params: { code }, bearer: token });
    expect(seen.headers['etag']).toBe('"2"');
    expect(seen.body).toMatchObject({ view: 'details', dueAt: '2026-11-27T02:00:00.000Z', possible: ['withdraw'] });
    const units = (seen.body['timeline'] as { unit?: { name: string } }[]).flatMap(({ unit }) => unit?.name ?? []);
    expect(units.length).toBeGreaterThan(1);
    expect(JSON.stringify(seen.body)).not.toContain(OFFICER);
    expect(JSON.stringify(seen.body)).not.toContain('Nguyễn Thị Minh');
  });

  it('in the query of a page works like the header', async () => {
    const system = memorySystem();
    const { code, token } = await fileOnline(system);
    const seen = await system.ask('showDossier', { params: { code }, query: { k: token } });
    expect(seen.body['view']).toBe('details');
  });

  it('with a wrong link shows no more than without', async () => {
    const system = memorySystem();
    const { code, token } = await fileOnline(system);
    for (const bearer of [`${token}x`, token.slice(0, -1), 'k1', 'k9.AAAA', '..']) {
      expect((await system.ask('showDossier', { params: { code }, bearer })).body['view']).toBe('progress');
    }
  });

  it('by staff concerned shows the people, the work and why it was routed there', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    const seen = await system.ask('showDossier', { params: { code }, as: OFFICER });
    expect(seen.body).toMatchObject({
      people: { applicant: { name: 'Nguyễn Thị Minh' } },
      work: { steps: [{ stepId: 'tham-dinh', status: 'assigned', officerId: OFFICER }] },
    });
    expect(seen.body['routing']).toHaveProperty('ruleId');
    expect(seen.body['possible']).toContain('complete-step');
    expect((await system.ask('showDossier', { params: { code }, as: OFFICIAL })).body['view']).toBe('details');
  });

  it('leads to the files whoever works on the case, and its owner, not whoever supervises', async () => {
    const system = memorySystem();
    const uploadId = await uploaded(system);
    const { code, token } = await fileOnline(system, { attachments: [{ uploadId, lineId: 'to-khai' }] });
    const files = async (call: Call) => {
      const { body } = await system.ask('showDossier', { params: { code }, ...call });
      return body['attachments'] as Readonly<Record<string, unknown>>[];
    };
    const address = `${BASE_URL}/dossiers/${code}/attachments/${uploadId}`;
    expect((await files({ bearer: token }))[0]?.['download']).toBe(`${address}?k=${token}`);
    expect((await files({ as: OFFICIAL }))[0]?.['download']).toBe(address);
    // Whoever is signed in comes with the session, even from a link.
    expect((await files({ as: OFFICIAL, bearer: token }))[0]?.['download']).toBe(address);
    const supervised = await files({ as: SUPERVISOR });
    expect(supervised).toMatchObject([{ fileName: 'Tờ khai.pdf' }]);
    expect(supervised[0]).not.toHaveProperty('download');
  });

  it('by staff who have nothing to do with it shows the progress', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    for (const as of [OTHER_OFFICIAL, OTHER_OFFICER, CLERK]) {
      expect((await system.ask('showDossier', { params: { code }, as })).body['view']).toBe('progress');
    }
  });
});

describe('proof by the telephone number', () => {
  it('opens the case with the last four digits', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const answer = await system.ask('accessDossier', { params: { code }, body: { phoneLast4: '5678' } });
    expect(answer).toMatchObject({ status: 200, body: { view: 'details', code } });
  });

  it('shows, lets nothing be done and opens no file', async () => {
    const system = memorySystem();
    const uploadId = await uploaded(system);
    const { code } = await fileOnline(system, { attachments: [{ uploadId }] });
    const answer = await system.ask('accessDossier', { params: { code }, body: { phoneLast4: '5678' } });
    expect(answer.body['possible']).toEqual([]);
    const [file] = answer.body['attachments'] as object[];
    expect(file).toMatchObject({ uploadId, fileName: 'Tờ khai.pdf' });
    expect(file).not.toHaveProperty('download');
  });

  it('answers the same for wrong digits and for a code that does not exist', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const wrong = await system.ask('accessDossier', { params: { code }, body: { phoneLast4: '0000' } });
    const unknown = await system.ask('accessDossier', { params: { code: '0000000000' }, body: { phoneLast4: '0000' } });
    expect(wrong.status).toBe(403);
    expect(unknown).toEqual(wrong);
  });

  it('is tried five times an hour, then the right digits must wait too', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const tried = async (phoneLast4: string) => system.ask('accessDossier', { params: { code }, body: { phoneLast4 } });
    for (let count = 0; count < 5; count++) expect((await tried('0000')).status).toBe(403);
    const late = await tried('5678');
    expect(late.status).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    system.clock.step({ hours: 1 });
    expect((await tried('5678')).status).toBe(200);
  });
});

describe('the secret link', () => {
  it('is the same each time it is made, and outlives the rotation of its key', async () => {
    const before = await new MemorySecrets('k1').signingKeys();
    const after = await new MemorySecrets('k2', ['k1', 'k2']).signingKeys();
    const gone = await new MemorySecrets('k2', ['k2']).signingKeys();
    const token = dossierToken(before, 'ABCDEFGHJK');
    expect(dossierLink(before, 'https://x.test', 'ABCDEFGHJK')).toBe(`https://x.test/t/ABCDEFGHJK?k=${token}`);
    expect(dossierToken(before, 'ABCDEFGHJK')).toBe(token);
    expect(opensDossier(after, 'ABCDEFGHJK', token)).toBe(true);
    expect(opensDossier(gone, 'ABCDEFGHJK', token)).toBe(false);
    expect(opensDossier(before, 'ABCDEFGHJM', token)).toBe(false);
  });
});
