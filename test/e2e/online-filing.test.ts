import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { OFFICIAL, WARD, HEAD } from '../api/people.ts';
import { Browser, expectStatus, freshKey } from './browser.ts';
import { actFromMail, applicantNamed, details, done, fileOnline, mailboxOf, pdf, signedIn, upload } from './acts.ts';
import { linkNamed, mailOf, mailsAbout, mailsTo, noticeIdOf, noticesAbout } from './mailbox.ts';
import { eventually, startAnySystem, type AnySystem } from './running-system.ts';

let system: AnySystem;

beforeAll(async () => {
  system = await startAnySystem();
});

afterAll(() => system.stop());

/** What the bare code shows, and that it shows nothing else. */
async function progressOf(code: string): Promise<unknown> {
  const { body } = expectStatus(await new Browser(system).get(`/dossiers/${code}`), 200);
  const { view, progress, code: shown, ...more } = body;
  expect(more).toEqual({});
  expect(shown).toBe(code);
  return [view, progress];
}

describe('a dossier filed online', () => {
  it('travels from a phone to its result, and everybody concerned hears of each change exactly once', async () => {
    const applicant = applicantNamed('Nguyễn Thị Minh Khôi');
    const scans = [pdf(`tờ khai ${applicant.email}`), pdf(`giấy tờ ${applicant.email}`)];
    const [declaration, identity] = [
      await upload(system, 'Tờ khai.pdf', scans[0]!),
      await upload(system, 'CCCD.pdf', scans[1]!),
    ];
    const { code, token, link, receipt } = await fileOnline(system, {
      applicant,
      documents: [],
      attachments: [
        { uploadId: declaration, lineId: 'to-khai' },
        { uploadId: identity, lineId: 'giay-to-tuy-than' },
      ],
    });
    expect(receipt['attachments']).toMatchObject(
      scans.map((bytes) => ({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length })),
    );
    const filedMail = await mailOf(system, code, 'filed');
    expect(filedMail.to).toEqual([applicant.email]);
    expect(filedMail.links).toContain(link);
    expect(await progressOf(code)).toEqual(['progress', 10]);

    const official = await signedIn(system, OFFICIAL);
    const received = await done(official, code, 'receive');
    expect(received.body).toMatchObject({ status: 'processing' });
    expect(await progressOf(code)).toEqual(['progress', 50]);

    const assigned = await mailOf(system, code, 'step-assigned');
    const completing = linkNamed(assigned, 'Hoàn thành bước này');
    const before = await details(official, code);
    const [step] = (before['work'] as { steps: { officerId: string }[] }).steps;
    expect(assigned.to).toEqual([mailboxOf(step!.officerId)]);
    // Mail scanners open every link, often more than once.
    for (const link of assigned.links) expectStatus(await new Browser(system).get(link), 200);
    expectStatus(await new Browser(system).get(completing), 200);
    expect(await details(official, code)).toEqual(before);
    await actFromMail(
      system,
      { code, template: 'step-assigned', label: 'Hoàn thành bước này' },
      { note: 'Đủ điều kiện' },
    );

    const signing = { code, template: 'step-assigned', nth: 2, label: 'Đồng ý, ghi kết quả' };
    const decided = await actFromMail(system, signing, { resultNumber: '12/2026/XN' });
    expect(decided.to).toEqual([mailboxOf(HEAD)]);
    expect(await progressOf(code)).toEqual(['progress', 90]);
    await mailOf(system, code, 'decided-at-counter');

    await done(official, code, 'record-result-arrival');
    await done(official, code, 'return-result', { to: 'applicant' });
    expect(await progressOf(code)).toEqual(['progress', 100]);

    const seen = await details(new Browser(system), code, token);
    const timeline = seen['timeline'] as { what: string; unit?: { id: string } }[];
    expect(timeline.map(({ what }) => what)).toEqual([
      'DossierFiled',
      'DossierReceived',
      'DossierForwarded',
      'StepAssigned',
      'StepCompleted',
      'StageOpened',
      'StepAssigned',
      'DossierDecided',
      'ResultArrived',
      'ResultReturned',
    ]);
    expect(timeline.find(({ what }) => what === 'StepAssigned')?.unit?.id).toBe('thu-dau-mot-2025-van-phong');
    expect(JSON.stringify(seen)).not.toMatch(/nv-thu-dau-mot|074190001234/u);
    expect(seen).toMatchObject({ status: 'returned', result: { outcome: 'granted', resultNumber: '12/2026/XN' } });

    const files = seen['attachments'] as { download: string; fileName: string; sha256: string }[];
    expect(files.map(({ fileName }) => fileName)).toEqual(['Tờ khai.pdf', 'CCCD.pdf']);
    for (const file of files) {
      await eventually('the file lies with its case', async () => {
        const { headers } = await fetch(file.download, { redirect: 'manual' });
        return headers.get('location')?.includes(`/dossiers/${code}/`) === true || undefined;
      });
      const bytes = new Uint8Array(await (await fetch(file.download)).arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    }

    await mailOf(system, code, 'returned');
    const counter = mailboxOf(WARD);
    expect((await noticesAbout(system, code)).toSorted()).toEqual(
      [
        `filed -> ${applicant.email}`,
        `filed-online -> ${counter}`,
        `received -> ${applicant.email}`,
        `step-assigned -> ${mailboxOf(step!.officerId)}`,
        `step-assigned -> ${mailboxOf(HEAD)}`,
        `decided -> ${applicant.email}`,
        `decided-at-counter -> ${counter}`,
        `result-at-counter -> ${applicant.email}`,
        `returned -> ${applicant.email}`,
      ].toSorted(),
    );
    for (const { subject, headers } of await mailsAbout(system, code)) {
      expect(subject.normalize('NFC')).not.toMatch(/Minh|Khôi|0912|912 ?345|345 ?678|074190001234/iu);
      expect(headers['subject'] ?? '').not.toContain(applicant.email);
      expect(headers['auto-submitted']).toBe('auto-generated');
    }
  });

  it('is seen whole with the phone’s last digits, and after five wrong tries not even with the right ones', async () => {
    const { code } = await fileOnline(system);
    const somebody = new Browser(system);
    const access = (phoneLast4: string) => somebody.post(`/dossiers/${code}/access`, { json: { phoneLast4 } });
    expect((await access('5678')).body).toMatchObject({ view: 'details', code });
    for (const guess of ['0000', '1111', '2222', '3333']) expect((await access(guess)).status).toBe(403);
    const throttled = await access('5678');
    expect(throttled.status).toBe(429);
    expect(Number(throttled.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is not opened by another case’s link', async () => {
    const [mine, theirs] = [await fileOnline(system), await fileOnline(system)];
    const seen = await details(new Browser(system), theirs.code, mine.token);
    expect(seen['view']).toBe('progress');
    const page = await new Browser(system).get(`/t/${theirs.code}?k=${mine.token}`);
    expect(page.text).not.toContain('Giấy tờ đã nộp');
  });

  it('is filed once when the same request comes again and again at the same time', async () => {
    const browser = new Browser(system);
    const applicant = applicantNamed('Lê Văn Lặp');
    const key = freshKey();
    const send = () => browser.post('/dossiers', { json: { ...intakeExample, applicant }, key });
    const answers = await Promise.all([send(), send(), send()]);
    const retried = await send();
    const codes = new Set([...answers.filter(({ status }) => status === 201), retried].map(({ body }) => body['code']));
    expect(retried.status).toBe(201);
    expect(codes.size).toBe(1);
    // Two notices of one event go out in any order.
    await mailOf(system, String(retried.body['code']), 'filed');
    await mailOf(system, String(retried.body['code']), 'filed-online');
    expect(await mailsTo(system, applicant.email)).toHaveLength(1);
  });
});

describe('the mails of all these stories', () => {
  it('were each sent once', async () => {
    const sent = (await mailsTo(system)).map(noticeIdOf);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent).toHaveLength(new Set(sent).size);
  });
});
