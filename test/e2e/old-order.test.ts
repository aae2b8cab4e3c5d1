/** The same build in the three-level order before 1 July 2025: on the day of the pilot's article, Thursday 6 February 2020. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actFromMail, details, fileAt, mailboxOf, pressButton, signedIn } from './acts.ts';
import { linkNamed, mailsAbout, noticeIdOf, templateOf, type Mail } from './mailbox.ts';
import { Browser, expectStatus } from './browser.ts';
import { eventually, startOwnSystem, stopAndForget, type OwnSystem } from './running-system.ts';

const WARD = 'phu-loi-2018-mot-cua';
const WARD_OFFICIAL = 'nv-phu-loi-2018-mot-cua-1';
const DISTRICT = 'tdm-mot-cua';
const DISTRICT_OFFICIAL = 'nv-tdm-mot-cua-1';
const PHU_LOI = '25744';

let system: OwnSystem;

beforeAll(async () => {
  system = await startOwnSystem('2020-02-06T09:00:00+07:00');
});

afterAll(() => stopAndForget(system));

interface StepSeen {
  readonly stepId: string;
  readonly unit: { readonly id: string };
  readonly status: string;
  readonly officerId?: string;
}

/** The steps as the official sees them, once all of them are assigned. */
function assignedSteps(browser: Browser, code: string, steps: readonly string[]): Promise<readonly StepSeen[]> {
  return eventually(`${steps.join(', ')} assigned`, async () => {
    const { work } = await details(browser, code);
    const seen = (work as { steps: StepSeen[] }).steps.filter(({ stepId }) => steps.includes(stepId));
    return seen.length === steps.length && seen.every(({ officerId }) => officerId !== undefined) ? seen : undefined;
  });
}

async function noticeFor(code: string, { officerId = '' }: StepSeen, nth = 1): Promise<Mail> {
  return eventually(`notice for ${officerId}`, async () => {
    const mails = (await mailsAbout(system, code)).filter((mail) => templateOf(mail) === 'step-assigned');
    return mails.filter((mail) => noticeIdOf(mail).endsWith(`staff:${officerId}`))[nth - 1];
  });
}

describe('in the three-level order', () => {
  it('a district’s matter is examined at the district and posted up at the ward at the same time, and signed by the district', async () => {
    const counter = await signedIn(system, DISTRICT_OFFICIAL);
    const { code, receipt } = await fileAt(counter, DISTRICT, {
      procedure: '2.000779',
      area: PHU_LOI,
      documents: [
        { lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 },
        { lineId: 'chung-cu', originals: 1, certifiedCopies: 0, photocopies: 0 },
        { lineId: 'ho-chieu', originals: 0, certifiedCopies: 1, photocopies: 0 },
      ],
      decision: 'receive',
    });
    expect(receipt['procedure']).toMatchObject({ version: '2018-06-21' });
    const [examining, posting] = await assignedSteps(counter, code, ['xac-minh', 'niem-yet']);
    expect([examining!.unit.id, posting!.unit.id]).toEqual(['tdm-phong-tu-phap', 'phu-loi-2018-ubnd']);

    for (const step of [posting!, examining!]) {
      const mail = await noticeFor(code, step);
      expect(mail.to).toEqual([mailboxOf(step.officerId!)]);
      const waiting = (await details(counter, code))['work'] as { steps: StepSeen[] };
      expect(waiting.steps.map(({ stepId }) => stepId)).not.toContain('xem-xet');
      expectStatus(await pressButton(system, linkNamed(mail, 'Hoàn thành bước này'), {}), 200);
    }
    const [reviewing] = await assignedSteps(counter, code, ['xem-xet']);
    expect(reviewing!.officerId).toBe('nv-tdm-phong-tu-phap-lanh-dao');
    expectStatus(
      await pressButton(system, linkNamed(await noticeFor(code, reviewing!), 'Hoàn thành bước này'), {}),
      200,
    );
    const [signing] = await assignedSteps(counter, code, ['ky']);
    expect(signing!.unit.id).toBe('tdm-ubnd');
    await actFromMail(system, { code, template: 'step-assigned', nth: 4, label: 'Đồng ý' }, { resultNumber: '3/2020' });
    expect((await details(counter, code))['status']).toBe('decided');
  });

  it('a province’s matter filed at a ward goes to two agencies of the province at once, past who is away', async () => {
    const counter = await signedIn(system, WARD_OFFICIAL);
    const { code, receipt } = await fileAt(counter, WARD, {
      procedure: '2.000488',
      area: PHU_LOI,
      decision: 'receive',
    });
    // Ten days (not working days) from Thursday 6 February 2020, by the procedure's own unit.
    expect(String(receipt['dueAt']).slice(0, 10)).toBe('2020-02-17');
    const [searching, checking] = await assignedSteps(counter, code, ['tra-cuu', 'xac-minh']);
    expect([searching!.unit.id, checking!.unit.id]).toEqual(['bd-so-tu-phap', 'bd-cong-an']);
    // His colleague is away from 3 to 14 February.
    expect(searching!.officerId).toBe('nv-bd-so-tu-phap-can-bo-1');
    for (const step of [searching!, checking!]) {
      expectStatus(await pressButton(system, linkNamed(await noticeFor(code, step), 'Hoàn thành bước này'), {}), 200);
    }
    const [writing] = await assignedSteps(counter, code, ['lap-phieu']);
    const again = writing!.officerId === searching!.officerId ? 2 : 1;
    const button = linkNamed(await noticeFor(code, writing!, again), 'Hoàn thành bước này');
    expectStatus(await pressButton(system, button, {}), 200);
    const [signing] = await assignedSteps(counter, code, ['ky']);
    expect(signing!.officerId).toBe('nv-bd-so-tu-phap-lanh-dao');
    const decide = linkNamed(await noticeFor(code, signing!), 'Không đồng ý');
    expectStatus(await pressButton(system, decide, { resultNumber: '4/2020', reason: 'Chưa đủ căn cứ' }), 200);
    const seen = await details(counter, code);
    expect(seen).toMatchObject({ status: 'decided', result: { outcome: 'refused', reason: 'Chưa đủ căn cứ' } });
    expect((seen['counter'] as { id: string }).id).toBe(WARD);
    const refusal = expectStatus(await counter.get(`/forms/refusal/${code}`), 200).text;
    expect(refusal).toContain('PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ');
  });

  it('what needs the applicant in person is not taken in online', async () => {
    const { intakeExample } = await import('../../shared/contracts/http/dossier-examples.ts');
    const json = { ...intakeExample, procedure: '2.000779', area: PHU_LOI };
    const refused = await new Browser(system).post('/dossiers', { json, key: 'online-in-person-2020' });
    expect(refused).toMatchObject({ status: 422, body: { rule: 'presence-required' } });
  });
});
