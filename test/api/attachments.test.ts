import { describe, expect, it } from 'vitest';
import { dossierToken } from '../../shared/shell/dossier-link.ts';
import { fileOnline, uploaded } from './acts.ts';
import { memorySystem, type Call } from './memory-system.ts';
import { OFFICIAL, OTHER_OFFICIAL, SUPERVISOR } from './people.ts';

async function handedIn() {
  const system = memorySystem();
  const uploadId = await uploaded(system);
  const { code, token } = await fileOnline(system, { attachments: [{ uploadId, lineId: 'to-khai' }] });
  const params = { code, uploadId };
  const file = () => system.work({ kind: 'file-attachments', entityId: `case#${code}`, version: 1 });
  const download = (call: Call = {}) => system.ask('downloadAttachment', { params, ...call });
  const seen = await system.ask('showDossier', { params: { code }, bearer: token });
  const [listed] = seen.body['attachments'] as { sha256: string }[];
  const location = `https://documents.test/dossiers/${code}/${listed?.sha256 ?? ''}?name=${encodeURIComponent('Tờ khai.pdf')}`;
  return { system, code, token, params, download, location, file };
}

async function filed() {
  const dossier = await handedIn();
  await dossier.file();
  return dossier;
}

describe('downloading a file of a dossier', () => {
  it('leads the owner to it by the secret link, in the header and in the query', async () => {
    const { token, download, location } = await filed();
    expect(await download({ bearer: token })).toMatchObject({ status: 303, headers: { location } });
    expect(await download({ query: { k: token } })).toMatchObject({ status: 303, headers: { location } });
  });

  it('leads staff who work on the case to it, and nobody else of the staff', async () => {
    const { download, location } = await filed();
    expect(await download({ as: OFFICIAL })).toMatchObject({ status: 303, headers: { location } });
    for (const as of [SUPERVISOR, OTHER_OFFICIAL]) expect((await download({ as })).status).toBe(403);
  });

  it('waits until the file lies with the dossier: where it arrived, another may lie by now', async () => {
    const { token, download, location, file } = await handedIn();
    expect(await download({ bearer: token })).toMatchObject({ status: 409, body: { rule: 'file-not-filed-yet' } });
    await file();
    expect(await download({ bearer: token })).toMatchObject({ status: 303, headers: { location } });
  });

  it('takes no link before a session: whoever supervises does not become the owner by having it', async () => {
    const { token, download } = await filed();
    expect((await download({ as: SUPERVISOR, query: { k: token } })).status).toBe(403);
  });

  it('asks everybody else who they are', async () => {
    const { system, token, download } = await filed();
    const another = dossierToken(await system.ports.secrets.signingKeys(), '0000000000');
    for (const call of [{}, { bearer: `${token}x` }, { query: { k: another } }]) {
      expect((await download(call)).status).toBe(401);
    }
  });

  it('knows no file of another dossier, and none of no dossier', async () => {
    const { system, code, token, params } = await filed();
    const other = await fileOnline(system);
    const ask = (asked: Call) => system.ask('downloadAttachment', asked);
    expect(await ask({ params: { ...params, code: other.code }, bearer: other.token })).toMatchObject({
      status: 404,
      body: { what: 'attachment' },
    });
    expect((await ask({ params: { code, uploadId: 'another-upload-00000001' }, bearer: token })).status).toBe(404);
    expect((await ask({ params: { ...params, code: '0000000000' }, bearer: token })).status).toBe(404);
  });
});
