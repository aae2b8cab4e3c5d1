/** Acts on reports that the tests build on, each through the API as a person would do it. */
import type { ReportAction } from '../../shared/contracts/http/report-actions.ts';
import { reportOperationId } from '../../shared/contracts/http/report-actions.ts';
import { reportIntakeExample } from '../../shared/contracts/http/report-intake.ts';
import { assignReport } from '../../functions/routing/assign-report.ts';
import { expectStatus, freshKey, tokenIn, type Filed } from './acts.ts';
import type { Answer, Call, MemorySystem } from './memory-system.ts';

export const HOTLINE = 'hcm-1022';
export const OPERATOR = 'nv-hcm-1022-dien-thoai-vien-1';
export const SHIFT_LEADER = 'nv-hcm-1022-truong-ca';
export const ROADS = 'thu-dau-mot-2025-phong-kinh-te';
export const ROADS_OFFICER = 'nv-thu-dau-mot-2025-phong-kinh-te-can-bo-1';
export const ROADS_COLLEAGUE = 'nv-thu-dau-mot-2025-phong-kinh-te-can-bo-2';
export const ROADS_HEAD = 'nv-thu-dau-mot-2025-phong-kinh-te-lanh-dao';

export const triageBody = {
  category: 'ha-tang-giao-thong',
  urgency: 'normal',
  area: '25747',
  summary: 'Ổ gà sâu trước cổng chợ, nguy hiểm khi trời mưa',
};

export async function fileReport(system: MemorySystem, changes: object = {}): Promise<Filed> {
  const body = { ...reportIntakeExample, ...changes };
  const answer = expectStatus(await system.ask('fileReport', { body, key: freshKey() }), 201);
  return { code: String(answer.body['code']), token: tokenIn(answer) };
}

export function reportAct(system: MemorySystem, code: string, action: ReportAction, call: Call): Promise<Answer> {
  return system.ask(reportOperationId(action), { body: {}, ...call, params: { code } });
}

/** Acts that must succeed. */
export async function reportDone(
  system: MemorySystem,
  code: string,
  action: ReportAction,
  call: Call,
): Promise<Answer> {
  return expectStatus(await reportAct(system, code, action, call), 200);
}

/** Sorted, and with the officer whom routing found in each unit. */
export async function assignedReport(system: MemorySystem, triage: object = {}): Promise<Filed> {
  const filed = await fileReport(system);
  await reportDone(system, filed.code, 'triage', { as: OPERATOR, body: { ...triageBody, ...triage } });
  await routed(system, filed.code);
  return filed;
}

/** What the level's worker does with the messages of the relay. */
export async function routed(system: MemorySystem, code: string): Promise<void> {
  const entityId = `report#${code}`;
  const found = await system.ports.reports.load(entityId);
  for (const { workId, status, officerId } of found?.state.work ?? []) {
    if (status === 'open' && officerId === undefined)
      await assignReport(system.ports, { kind: 'assign-report', entityId, version: found?.version ?? 0, workId });
  }
}

export async function answeredReport(system: MemorySystem): Promise<Filed> {
  const filed = await assignedReport(system);
  const body = { workId: 'w1', outcome: 'fixed', text: 'Đã vá ổ gà trước cổng chợ sáng 24/11.' };
  await reportDone(system, filed.code, 'answer', { as: await officerOf(system, filed.code), body });
  return filed;
}

export async function officerOf(system: MemorySystem, code: string, workId = 'w1'): Promise<string> {
  const works = (await system.ports.reports.load(`report#${code}`))?.state.work ?? [];
  return works.find((work) => work.workId === workId)?.officerId ?? 'nobody';
}
