/** Who may see a report, and who may do what with it: by the bare code, the secret link, the phone's digits, and role by role. */
import { describe, expect, it } from 'vitest';
import { reportActions, type ReportAction } from '../../shared/contracts/http/report-actions.ts';
import { reporterActions } from '../../shared/contracts/http/report-intake.ts';
import { freshKey } from './acts.ts';
import { memorySystem, type Call, type MemorySystem } from './memory-system.ts';
import { CLERK, OFFICER, OFFICIAL, SUPERVISOR } from './people.ts';
import {
  answeredReport,
  assignedReport,
  fileReport,
  officerOf,
  OPERATOR,
  reportAct,
  reportDone,
  ROADS_COLLEAGUE,
  ROADS_HEAD,
  ROADS_OFFICER,
  SHIFT_LEADER,
} from './reports.ts';

describe('looking a report up', () => {
  it('by the code alone shows how far it is, and nothing of what it says', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const { body } = await system.ask('showReport', { params: { code } });
    expect(body).toEqual({
      view: 'progress',
      code,
      progress: 100,
      statusText: 'Đã trả lời',
      statusTextEn: 'Answered',
    });
  });

  it('shows no more with the link of another report', async () => {
    const system = memorySystem();
    const [one, other] = [await fileReport(system), await fileReport(system)];
    const { body } = await system.ask('showReport', { params: { code: one.code }, bearer: other.token });
    expect(body['view']).toBe('progress');
  });

  it('opens with the last four digits of the phone, to look but not to act', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const opened = await system.ask('accessReport', { params: { code }, body: { phoneLast4: '0111' } });
    expect(opened.body).toMatchObject({ view: 'owner', possible: [] });
  });

  it('answers the same for wrong digits and for a code that does not exist, five times an hour', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    const tried = (phoneLast4: string, of = code) =>
      system.ask('accessReport', { params: { code: of }, body: { phoneLast4 } });
    expect(await tried('0000')).toEqual(await tried('0000', '0000000000'));
    for (let count = 1; count < 5; count++) expect((await tried('0000')).status).toBe(403);
    expect((await tried('0111')).status).toBe(429);
  });

  it('is the same whether the code is a dossier’s or nothing’s', async () => {
    const system = memorySystem();
    expect((await system.ask('showReport', { params: { code: '0000000000' } })).status).toBe(404);
  });
});

describe('acts of the reporter', () => {
  it('need the report’s own link', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const { token } = await fileReport(system);
    const before = system.dump();
    for (const { operationId, example } of Object.values(reporterActions)) {
      for (const call of [{}, { bearer: token }]) {
        const answer = await system.ask(operationId, { params: { code }, body: example, ...call });
        expect([operationId, answer.status]).toEqual([operationId, 401]);
      }
    }
    expect(system.dump()).toBe(before);
  });
});

const stages: Readonly<Record<string, (system: MemorySystem) => Promise<{ readonly code: string }>>> = {
  new: fileReport,
  'with a unit': assignedReport,
  answered: answeredReport,
};

/** None of them has to do with a report about a road of another ward's office. */
const strangers = [
  OFFICIAL,
  CLERK,
  OFFICER,
  'nv-phu-loi-2025-lanh-dao',
  'nv-phu-loi-2025-phong-kinh-te-lanh-dao',
  'nv-hcm-so-xay-dung-can-bo-1',
];
const actions = Object.keys(reportActions) as ReportAction[];

/** Of the shipped examples; the other report of a merge exists in no test. */
const bodyOf = (action: ReportAction, other: string): object =>
  action === 'merge' ? { into: other } : reportActions[action].example;

describe.each(Object.entries(stages))('a report that is %s', (_, make) => {
  it('is out of reach for whoever has nothing to do with it, by every act', async () => {
    const system = memorySystem();
    const { code } = await make(system);
    const other = await fileReport(system);
    const before = system.dump();
    const callers: readonly (readonly [number, Call])[] = [
      ...strangers.map((as) => [403, { as }] as const),
      [401, {}],
      [401, { bearer: other.token }],
    ];
    for (const action of actions) {
      for (const [status, call] of callers) {
        const answer = await reportAct(system, code, action, {
          ...call,
          body: bodyOf(action, other.code),
          key: freshKey(),
        });
        expect([action, call, answer.status]).toEqual([action, call, status]);
      }
    }
    expect(system.dump()).toBe(before);
    expect(system.faults).toEqual([]);
  });

  it('is not shown to them either, nor prefills a dossier', async () => {
    const system = memorySystem();
    const { code } = await make(system);
    for (const as of strangers) {
      expect((await system.ask('showReportToStaff', { params: { code }, as })).status).toBe(403);
      const prefilled = await system.ask('prefillDossier', { params: { code }, as, body: { procedure: '1.004873' } });
      expect(prefilled.status).toBe(403);
      expect((await system.ask('listReports', { as })).status).toBe(403);
    }
  });
});

describe('role by role', () => {
  it('each may ask for what the table gives them, on a report that a unit has', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const officer = await officerOf(system, code);
    const colleague = officer === ROADS_OFFICER ? ROADS_COLLEAGUE : ROADS_OFFICER;
    const possible = async (as: string) => {
      const seen = await system.ask('showReportToStaff', { params: { code }, as });
      return seen.status === 200 ? [...(seen.body['possible'] as string[])].sort() : seen.status;
    };
    expect(await possible(officer)).toEqual(['accept', 'answer', 'decline', 'hand-over', 'note', 'progress']);
    expect(await possible(ROADS_HEAD)).toEqual(['accept', 'answer', 'decline', 'hand-over', 'note', 'progress']);
    expect(await possible(colleague)).toBe(403);
    const hotline = [
      'add-unit',
      'hand-over',
      'merge',
      'note',
      'progress',
      'redirect',
      'reject',
      'triage',
      'withdraw',
      'words',
    ];
    expect(await possible(OPERATOR)).toEqual(hotline);
    expect(await possible(SHIFT_LEADER)).toEqual(hotline);
    expect(await possible(SUPERVISOR)).toEqual([]);
  });

  it('only the shift leader publishes, and a supervisor above sees no reporter', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const seen = async (as: string) => (await system.ask('showReportToStaff', { params: { code }, as })).body;
    expect((await seen(OPERATOR))['possible']).not.toContain('publish');
    expect((await seen(SHIFT_LEADER))['possible']).toContain('publish');
    expect(await seen(SUPERVISOR)).not.toHaveProperty('people');
    expect(await seen(OPERATOR)).toHaveProperty('people');
    const refused = await reportAct(system, code, 'publish', { as: OPERATOR, body: reportActions.publish.example });
    expect(refused.status).toBe(403);
  });

  it('a unit that gave it away sees how it goes on, but no longer who sent it', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const officer = await officerOf(system, code);
    await reportDone(system, code, 'decline', { as: officer, body: { workId: 'w1', reason: 'Không phải.' } });
    const settle = { workId: 'w1', unitId: 'hcm-so-xay-dung', reason: 'Đường tỉnh.' };
    await reportDone(system, code, 'settle', { as: OPERATOR, body: settle });
    const seen = await system.ask('showReportToStaff', { params: { code }, as: officer });
    expect(seen.status).toBe(200);
    expect(seen.body).not.toHaveProperty('people');
  });
});
