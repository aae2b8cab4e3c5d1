import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLERK, OFFICIAL, OTHER_CLERK, WARD } from '../api/people.ts';
import { actFromMail, applicantNamed, details, done, fileAt, mailboxOf, signedIn } from './acts.ts';
import { Browser, expectStatus, freshKey } from './browser.ts';
import { mailOf, mailsAbout, noticesAbout, templateOf } from './mailbox.ts';
import { eventually, startAnySystem, type AnySystem } from './running-system.ts';

let system: AnySystem;
let clerk: Browser;
let official: Browser;

beforeAll(async () => {
  system = await startAnySystem();
  [clerk, official] = await Promise.all([signedIn(system, CLERK), signedIn(system, OFFICIAL)]);
});

afterAll(() => system.stop());

const toTheDoor = {
  returnTo: 'home',
  returnAddress: { recipient: 'Nguyễn Thị Minh', phone: '0912345678', address: '12 Yersin (địa chỉ hư cấu)' },
} as const;

async function statusOf(code: string): Promise<unknown> {
  return (await details(official, code))['status'];
}

/** A clerk's intake that nothing stops from going into the bag. */
async function countersignedIntake(changes: object = {}): Promise<string> {
  const { code, receipt } = await fileAt(clerk, WARD, changes);
  if (receipt['countersign'] === 'required') await done(official, code, 'countersign');
  return code;
}

async function sealedBag(codes: readonly string[]): Promise<string> {
  const json = { sealNumber: `NP-${freshKey().slice(-8)}`, codes };
  const bag = expectStatus(await clerk.post('/handovers', { json, key: freshKey() }), 201);
  for (const code of codes) {
    await eventually(`${code} is in the bag`, async () => {
      const { timeline } = await details(official, code);
      return (timeline as { what: string }[]).some(({ what }) => what === 'PutInBag') || undefined;
    });
  }
  return String(bag.body['handoverId']);
}

async function printed(path: string, browser = official): Promise<string> {
  const page = expectStatus(await browser.get(path), 200);
  expect(page.headers.get('content-type')).toContain('text/html');
  return page.text;
}

describe('a dossier taken in by a postal clerk', () => {
  it('goes through supervision, bag and hand-over, gets its clock at the signature, and comes home by post', async () => {
    const applicant = applicantNamed('Trần Thị Bưu');
    const { code, receipt } = await fileAt(clerk, WARD, { applicant, ...toTheDoor });
    expect(receipt['status']).toBe('with-clerk');
    expect(receipt['sendSlip']).toMatch(/^\d{4,}\/\d{4}\/PG-H29\.101$/u);
    expect(receipt['dossierCode']).toBeUndefined();
    expect(receipt['dueAt']).toBeUndefined();

    const listed = await official.get(`/counters/${WARD}/dossiers?status=with-clerk`);
    expect((listed.body['items'] as { code: string }[]).map((line) => line.code)).toContain(code);
    const sample = async () => expectStatus(await official.get(`/counters/${WARD}/sample?size=5`), 200).body;
    const drawn = await sample();
    expect(drawn['population']).toBeGreaterThan(0);
    expect((drawn['items'] as object[]).length).toBeGreaterThan(0);
    expect(await sample()).toEqual(drawn);

    await done(official, code, 'send-back', { reason: 'Tờ khai thiếu trang 2.' });
    expect((await mailOf(system, code, 'intake-sent-back')).to).toEqual([mailboxOf(CLERK)]);
    const early = await clerk.post('/handovers', { json: { sealNumber: 'NP-1', codes: [code] }, key: freshKey() });
    expect(early.status).toBe(422);
    const documents = [
      { lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 },
      { lineId: 'giay-to-tuy-than', originals: 0, certifiedCopies: 1, photocopies: 0 },
    ];
    await done(clerk, code, 'correct-intake', { documents });
    const unsigned = await clerk.post('/handovers', { json: { sealNumber: 'NP-1', codes: [code] }, key: freshKey() });
    expect(unsigned.status).toBe(422);
    await done(official, code, 'countersign');

    const slip = await printed(`/forms/send-slip/${code}`, clerk);
    expect(slip).toContain('PHIẾU GỬI HỒ SƠ');
    expect(slip).toContain(String(receipt['sendSlip']));

    const lost = await countersignedIntake({ applicant: applicantNamed('Phạm Văn Lạc') });
    const handoverId = await sealedBag([code, lost]);
    expect(await printed(`/handovers/${handoverId}/record`, clerk)).toContain('Chưa ký nhận');
    const byTheClerk = await clerk.post(`/handovers/${handoverId}/sign`, {
      json: { present: [code], sealIntact: true },
    });
    expect(byTheClerk.status).toBe(403);
    const signed = expectStatus(
      await official.post(`/handovers/${handoverId}/sign`, { json: { present: [code], sealIntact: true } }),
      200,
    );
    expect(signed.body).toMatchObject({
      status: 'signed',
      signedBy: OFFICIAL,
      discrepancies: [{ kind: 'missing', code: lost }],
    });

    const received = await eventually('received by the signature', async () => {
      const view = await details(official, code);
      return view['receivedAt'] === undefined ? undefined : view;
    });
    expect(received['receivedAt']).toBe(signed.body['signedAt']);
    expect(String(received['dueAt']) > String(signed.body['signedAt'])).toBe(true);
    expect((await mailOf(system, lost, 'handover-missed')).to).toEqual([mailboxOf(WARD)]);
    expect(await statusOf(lost)).toBe('with-clerk');
    const record = await printed(`/handovers/${handoverId}/record`);
    expect(record).toContain('BIÊN BẢN GIAO NHẬN HỒ SƠ');
    expect(record).toContain('Có trong danh sách, không có trong túi');
    expect(record).toContain('Thiếu');
    const { discrepancyId } = (signed.body['discrepancies'] as { discrepancyId: string }[])[0]!;
    const resolve = { discrepancyId, reason: 'Tìm thấy tại điểm bưu chính, chuyển ở túi sau.' };
    const resolved = await official.post(`/handovers/${handoverId}/resolve-discrepancy`, { json: resolve });
    expect(resolved.body['discrepancies']).toMatchObject([{ resolved: { reason: resolve.reason } }]);

    if (received['status'] === 'received') await done(official, code, 'forward');
    await actFromMail(system, { code, template: 'step-assigned', label: 'Hoàn thành bước này' });
    const signing = { code, template: 'step-assigned', nth: 2, label: 'Đồng ý, ghi kết quả' };
    await actFromMail(system, signing, { resultNumber: '13/2026/XN' });
    await done(official, code, 'record-result-arrival');
    await done(official, code, 'hand-result-to-post', { parcelNumber: 'EX000000001VN' });
    await done(clerk, code, 'record-delivery-attempt', { reason: 'Không có người nhận ở nhà.' });
    const next = String((await details(official, code))['nextDeliveryFrom']);
    expect(next > String(received['receivedAt']).slice(0, 10)).toBe(true);
    const tooEarly = await clerk.post(`/dossiers/${code}/record-delivery-attempt`, { json: { reason: 'Vẫn vắng.' } });
    expect(tooEarly).toMatchObject({ status: 422, body: { rule: 'attempt-too-early' } });
    await done(clerk, code, 'confirm-delivery', { to: 'applicant', proof: 'Ký nhận trên phiếu EX000000001VN' });
    expect(await statusOf(code)).toBe('returned');

    await mailOf(system, code, 'returned');
    const officers = (await mailsAbout(system, code)).filter((mail) => templateOf(mail) === 'step-assigned');
    expect((await noticesAbout(system, code)).toSorted()).toEqual(
      [
        ...['filed', 'received', 'decided', 'result-with-post', 'delivery-failed', 'returned'].map(
          (template) => `${template} -> ${applicant.email}`,
        ),
        `intake-sent-back -> ${mailboxOf(CLERK)}`,
        `decided-at-counter -> ${mailboxOf(WARD)}`,
        `decided-for-clerk -> ${mailboxOf(CLERK)}`,
        ...officers.map(({ to }) => `step-assigned -> ${String(to[0])}`),
      ].toSorted(),
    );
    expect(officers).toHaveLength(2);
  });

  it('has its papers printed with the names and numbers of the case', async () => {
    const applicant = applicantNamed('Võ Thị Giấy');
    const { code, receipt } = await fileAt(official, WARD, { applicant, decision: 'receive' });
    const m01 = await printed(`/forms/receipt/${code}`);
    expect(m01).toContain('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
    expect(m01).toContain(String(receipt['dossierCode']));
    expect(m01).toContain('Võ Thị Giấy');
    expect(m01).toContain('<svg');
    await actFromMail(system, { code, template: 'step-assigned', label: 'Hoàn thành bước này' });
    const m05 = await printed(`/forms/process-control/${code}`);
    expect(m05).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT');
    expect(m05).toContain('Xong:');
    expect((await official.get(`/forms/send-slip/${code}`)).status).toBe(404);
    expect((await new Browser(system).get(`/forms/receipt/${code}`)).status).toBe(401);
  });

  it('is not seen, corrected or packed by the clerk of another ward', async () => {
    const { code } = await fileAt(clerk, WARD);
    const stranger = await signedIn(system, OTHER_CLERK);
    const before = await details(official, code);
    const bag = { sealNumber: 'NP-9', codes: [code] };
    const tries = [
      await stranger.post(`/counters/${WARD}/dossiers`, { json: {}, key: freshKey() }),
      await stranger.post(`/dossiers/${code}/correct-intake`, { json: { documents: [] } }),
      await stranger.post('/handovers', { json: bag, key: freshKey() }),
      await stranger.get(`/forms/send-slip/${code}`),
      await stranger.get(`/counters/${WARD}/dossiers`),
    ];
    for (const { status } of tries) expect([400, 403, 422]).toContain(status);
    expect((await details(stranger, code))['view']).toBe('progress');
    expect(await details(official, code)).toEqual(before);
  });
});
