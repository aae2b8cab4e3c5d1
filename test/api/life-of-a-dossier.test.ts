import { describe, expect, it } from 'vitest';
import { act, decidedDossier, done, fileByPost, fileOnline, freshKey } from './acts.ts';
import { memorySystem } from './memory-system.ts';
import { CLERK, HEAD, OFFICE_HEAD, OFFICER, OFFICIAL, WARD } from './people.ts';

describe('the life of a dossier through the API', () => {
  it('goes from a filing online to the result in the hands of a proxy', async () => {
    const system = memorySystem();
    const { code, token } = await fileOnline(system);

    const received = await done(system, code, 'receive', { as: OFFICIAL, body: {} });
    expect(received.body).toMatchObject({ status: 'processing', dossierCode: 'H29.101-261123-0001', version: 2 });
    await done(system, code, 'assign', {
      as: OFFICE_HEAD,
      body: { stepId: 'tham-dinh', staffId: OFFICER, why: 'Lĩnh vực' },
    });
    await done(system, code, 'complete-step', { as: OFFICER, body: { stepId: 'tham-dinh', note: 'Đủ điều kiện' } });
    await done(system, code, 'assign', { as: HEAD, body: { stepId: 'ky', staffId: HEAD, why: 'Ký' } });
    const decided = await done(system, code, 'decide', {
      as: HEAD,
      body: { stepId: 'ky', outcome: 'granted', resultNumber: '12/2026' },
    });
    expect(decided.body['status']).toBe('decided');
    await done(system, code, 'record-result-arrival', { as: OFFICIAL });
    const proxy = { name: 'Trần Văn Bình', idNumber: '074190009999', authorisation: 'Giấy ủy quyền 3/2026' };
    const returned = await done(system, code, 'return-result', { as: OFFICIAL, body: { to: 'proxy', proxy } });
    expect(returned.body).toMatchObject({ status: 'returned', possible: [] });

    const seen = await system.ask('showDossier', { params: { code }, bearer: token });
    expect(seen.body).toMatchObject({ view: 'details', status: 'returned', result: { outcome: 'granted' } });
    expect(seen.body['people']).toBeUndefined();
    expect(await system.ports.people.parties(`case#${code}`)).toMatchObject({ collectedBy: proxy });
  });

  it('delivers to the door through the post, with proof', async () => {
    const system = memorySystem();
    const returnAddress = { recipient: 'Nguyễn Thị Minh', phone: '0912345678', address: '12 Yersin' };
    const { code } = await decidedDossier(system, { returnTo: 'home', returnAddress });
    await done(system, code, 'record-result-arrival', { as: OFFICIAL });
    await done(system, code, 'hand-result-to-post', {
      as: OFFICIAL,
      body: { parcelNumber: 'EX000000001VN', carrier: CLERK },
    });
    const failed = await done(system, code, 'record-delivery-attempt', { as: CLERK, body: { reason: 'Vắng nhà' } });
    expect(failed.body['status']).toBe('result-with-post');
    system.clock.step({ days: 7 });
    const delivered = await done(system, code, 'confirm-delivery', {
      as: CLERK,
      body: { to: 'applicant', proof: 'Ký nhận' },
    });
    expect(delivered.body['status']).toBe('returned');
  });

  it('asks for a supplement, takes it from the applicant, and runs on', async () => {
    const system = memorySystem();
    const { code, token } = await fileOnline(system);
    const asked = await done(system, code, 'request-supplement', {
      as: OFFICIAL,
      body: { items: [{ lineId: 'ly-hon', what: 'Thiếu bản án' }], reason: 'Người nộp đã ly hôn' },
    });
    expect(asked.body['status']).toBe('supplement-requested');
    const created = await system.ask('createAttachment', {
      body: { fileName: 'Bản án.pdf', contentType: 'application/pdf' },
    });
    const uploadId = String(created.body['uploadId']);
    system.documents.incoming.set(uploadId, new TextEncoder().encode('%PDF-1.7 judgment'));
    await system.ask('completeAttachment', { params: { uploadId }, body: {} });
    const sent = await done(system, code, 'submit-supplement', {
      bearer: token,
      body: { attachments: [{ uploadId, lineId: 'ly-hon' }] },
    });
    expect(sent.body).toMatchObject({ status: 'supplement-requested', possible: ['submit-supplement', 'withdraw'] });
    const accepted = await done(system, code, 'accept-supplement', {
      as: OFFICIAL,
      body: {
        documents: [
          { lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 },
          { lineId: 'giay-to-tuy-than', originals: 0, certifiedCopies: 1, photocopies: 0 },
          { lineId: 'ly-hon', originals: 0, certifiedCopies: 1, photocopies: 0 },
        ],
      },
    });
    expect(accepted.body).toMatchObject({ dossierCode: 'H29.101-261123-0001' });
    const seen = await system.ask('showDossier', { params: { code }, bearer: token });
    expect(seen.body['attachments']).toMatchObject([{ fileName: 'Bản án.pdf', lineId: 'ly-hon' }]);
  });

  it('is taken in by a postal clerk with a send slip and waits for its bag', async () => {
    const system = memorySystem();
    const { code } = await fileByPost(system);
    const seen = await system.ask('showDossier', { params: { code }, as: CLERK });
    expect(seen.body).toMatchObject({ status: 'with-clerk', channel: 'post', sendSlip: '0001/2026/PG-H29.101' });
    expect(seen.body['dossierCode']).toBeUndefined();
    const received = await act(system, code, 'receive', { as: CLERK, body: {} });
    expect(received.status).toBe(403);
  });

  it('is withdrawn by the applicant with the secret link', async () => {
    const system = memorySystem();
    const { code, token } = await fileOnline(system);
    const withdrawn = await done(system, code, 'withdraw', { bearer: token, body: {} });
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', possible: [] });
  });

  it('is kept at the counter to be checked when the official says so', async () => {
    const system = memorySystem();
    const { intakeExample } = await import('../../shared/contracts/http/dossier-examples.ts');
    const answer = await system.ask('fileAtCounter', {
      params: { unitId: WARD },
      as: OFFICIAL,
      key: freshKey(),
      body: { ...intakeExample, decision: 'keep' },
    });
    expect(answer).toMatchObject({ status: 201, body: { status: 'submitted' } });
  });
});
