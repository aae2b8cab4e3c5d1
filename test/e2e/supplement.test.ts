import { afterAll, beforeAll, expect, it } from 'vitest';
import { OFFICIAL, WARD } from '../api/people.ts';
import { applicantNamed, details, done, fileOnline, mailboxOf, pdf, pressButton, signedIn, upload } from './acts.ts';
import { Browser, expectStatus } from './browser.ts';
import { linkNamed, mailOf, noticesAbout } from './mailbox.ts';
import {
  needsOwnSystem,
  startAnySystem,
  startOwnSystem,
  stopAndForget,
  travelTo,
  type AnySystem,
} from './running-system.ts';

let system: AnySystem;

beforeAll(async () => {
  system = await startAnySystem();
});

afterAll(() => system.stop());

const lacking = { items: [{ lineId: 'ly-hon', what: 'Thiếu bản án ly hôn' }], reason: 'Người nộp khai đã ly hôn' };
const judgment = [{ lineId: 'ly-hon', originals: 0, certifiedCopies: 1, photocopies: 0 }];

it('a supplement is asked for, sent through the secret link, sent again with a reason, and then accepted', async () => {
  const applicant = applicantNamed('Hồ Thị Bổ Sung');
  const { code, token } = await fileOnline(system, { applicant });
  const citizen = new Browser(system);
  const official = await signedIn(system, OFFICIAL);

  await done(official, code, 'request-supplement', lacking);
  const m02 = expectStatus(await citizen.get(`/forms/supplement-request/${code}?k=${token}`), 200).text;
  expect(m02).toContain('PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ');
  expect(m02).toContain('Thiếu bản án ly hôn');
  expect((await mailOf(system, code, 'supplement-requested')).text).toContain('Thiếu bản án ly hôn');
  expect((await citizen.get(`/dossiers/${code}`)).body).toEqual({ view: 'progress', code, progress: 40 });

  const attachments = [
    { uploadId: await upload(system, 'Bản án.pdf', pdf(`bản án ${applicant.email}`)), lineId: 'ly-hon' },
  ];
  const stranger = await citizen.post(`/dossiers/${code}/submit-supplement`, { json: { attachments } });
  expect([401, 403]).toContain(stranger.status);
  const sent = await citizen.post(`/dossiers/${code}/submit-supplement`, { json: { attachments }, bearer: token });
  expect(sent.status).toBe(200);
  await mailOf(system, code, 'supplement-submitted');

  const unjustified = await official.post(`/dossiers/${code}/request-supplement`, { json: lacking });
  expect(unjustified).toMatchObject({ status: 422, body: { rule: 'justification-missing' } });
  await done(official, code, 'request-supplement', {
    ...lacking,
    justification: 'Bản án gửi đến bị mờ, không đọc được',
  });
  const again = [
    { uploadId: await upload(system, 'Bản án rõ.pdf', pdf(`bản án rõ ${applicant.email}`)), lineId: 'ly-hon' },
  ];
  expectStatus(
    await citizen.post(`/dossiers/${code}/submit-supplement`, { json: { attachments: again }, bearer: token }),
    200,
  );
  const accepted = await done(official, code, 'accept-supplement', { documents: judgment });
  expect(String(accepted.body['dossierCode'])).toMatch(/^H29\.101-/u);
  expect(accepted.body['dueAt']).toBeDefined();
  const third = await official.post(`/dossiers/${code}/request-supplement`, {
    json: { ...lacking, justification: 'Lại nữa' },
  });
  expect(third.status).toBe(422);

  await mailOf(system, code, 'received');
  await mailOf(system, code, 'supplement-submitted', 2);
  const counter = mailboxOf(WARD);
  const told = (await noticesAbout(system, code)).filter((line) => !line.startsWith('step-assigned'));
  expect(told.toSorted()).toEqual(
    [
      `filed -> ${applicant.email}`,
      `filed-online -> ${counter}`,
      `supplement-requested -> ${applicant.email}`,
      `supplement-requested -> ${applicant.email}`,
      `supplement-submitted -> ${counter}`,
      `supplement-submitted -> ${counter}`,
      `received -> ${applicant.email}`,
    ].toSorted(),
  );
});

it('a supplement that the examination asks for stops the clock, which starts from zero when it is complete', async (context) => {
  needsOwnSystem(context);
  let own = await startOwnSystem('2026-11-25T09:00:00+07:00');
  const applicant = applicantNamed('Đỗ Văn Đồng Hồ');
  const { code, token } = await fileOnline(own, { applicant });
  await done(await signedIn(own, OFFICIAL), code, 'receive');
  const before = await details(new Browser(own), code, token);
  const assigned = await mailOf(own, code, 'step-assigned');
  const asking = linkNamed(assigned, 'Yêu cầu bổ sung hồ sơ');
  expectStatus(
    await pressButton(own, asking, { lineId: 'chung-minh-cu-tru', reason: 'Chưa tra cứu được nơi cư trú' }),
    200,
  );
  expect((await mailOf(own, code, 'supplement-requested-at-counter')).to).toEqual([mailboxOf(WARD)]);
  const repeated = await pressButtonBlindly(own, asking);
  expect(repeated.status).toBe(409);

  own = await travelTo(own, '2026-12-02T09:00:00+07:00');
  const uploadId = await upload(own, 'Cư trú.pdf', pdf(`cư trú ${applicant.email}`));
  const json = { attachments: [{ uploadId, lineId: 'chung-minh-cu-tru' }] };
  expectStatus(await new Browser(own).post(`/dossiers/${code}/submit-supplement`, { json, bearer: token }), 200);
  const documents = [{ lineId: 'chung-minh-cu-tru', originals: 0, certifiedCopies: 0, photocopies: 1 }];
  await done(await signedIn(own, OFFICIAL), code, 'accept-supplement', { documents });
  const after = await details(new Browser(own), code, token);
  // Three working days from 25 November, and from 2 December: the five days between are not counted.
  expect([before['dueAt'], after['dueAt']].map((due) => String(due).slice(0, 10))).toEqual([
    '2026-11-30',
    '2026-12-07',
  ]);
  expect((await mailOf(own, code, 'supplement-accepted')).to).toEqual([applicant.email]);
  expect((await mailOf(own, code, 'step-resumed')).to).toEqual(assigned.to);
  await stopAndForget(own);
});

/** Somebody sends an old page's form a second time. */
function pressButtonBlindly(own: { baseUrl: string; mailUrl: string }, link: string) {
  return new Browser(own).post(link, { form: { lineId: 'chung-minh-cu-tru', reason: 'Chưa tra cứu được nơi cư trú' } });
}
