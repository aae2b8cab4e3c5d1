/** Acts that the tests build on, each through the API as a person would do it. */
import { actionOperationId, type DossierAction } from '../../shared/contracts/http/dossier-actions.ts';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { HEAD, OFFICE_HEAD, OFFICER, OFFICIAL, WARD, CLERK } from './people.ts';
import type { Answer, Call, MemorySystem } from './memory-system.ts';

export interface Filed {
  readonly code: string;
  readonly token: string;
}

let keys = 0;
export function freshKey(): string {
  keys += 1;
  return `test-key-${String(keys).padStart(8, '0')}`;
}

export function tokenIn(answer: Answer): string {
  return new URL(String(answer.body['link'])).searchParams.get('k') ?? '';
}

export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer;
}

export async function fileOnline(system: MemorySystem, changes: object = {}): Promise<Filed> {
  const body = { ...intakeExample, ...changes };
  const answer = expectStatus(await system.ask('fileDossier', { body, key: freshKey() }), 201);
  return { code: String(answer.body['code']), token: tokenIn(answer) };
}

export async function fileAtCounter(system: MemorySystem, changes: object = {}, as = OFFICIAL): Promise<Filed> {
  const body = { ...intakeExample, ...changes };
  const call = { params: { unitId: WARD }, body, as, key: freshKey() };
  const answer = expectStatus(await system.ask('fileAtCounter', call), 201);
  return { code: String(answer.body['code']), token: tokenIn(answer) };
}

export function fileByPost(system: MemorySystem, changes: object = {}): Promise<Filed> {
  return fileAtCounter(system, changes, CLERK);
}

export function act(system: MemorySystem, code: string, action: DossierAction, call: Call): Promise<Answer> {
  return system.ask(actionOperationId(action), { body: {}, ...call, params: { code } });
}

/** Acts that must succeed. */
export async function done(system: MemorySystem, code: string, action: DossierAction, call: Call): Promise<Answer> {
  return expectStatus(await act(system, code, action, call), 200);
}

export async function receivedDossier(system: MemorySystem): Promise<Filed> {
  return fileAtCounter(system, { decision: 'receive' });
}

/** Received, forwarded, and its first step assigned to the officer. */
export async function assignedDossier(system: MemorySystem): Promise<Filed> {
  const filed = await receivedDossier(system);
  await done(system, filed.code, 'assign', {
    as: OFFICE_HEAD,
    body: { stepId: 'tham-dinh', staffId: OFFICER, why: 'Theo lĩnh vực' },
  });
  return filed;
}

export async function decidedDossier(system: MemorySystem, changes: object = {}): Promise<Filed> {
  const filed = await fileAtCounter(system, { ...changes, decision: 'receive' });
  const { code } = filed;
  await done(system, code, 'assign', { as: OFFICE_HEAD, body: { stepId: 'tham-dinh', staffId: OFFICER, why: 'x' } });
  await done(system, code, 'complete-step', { as: OFFICER, body: { stepId: 'tham-dinh' } });
  await done(system, code, 'assign', { as: HEAD, body: { stepId: 'ky', staffId: HEAD, why: 'x' } });
  await done(system, code, 'decide', {
    as: HEAD,
    body: { stepId: 'ky', outcome: 'granted', resultNumber: '12/2026' },
  });
  return filed;
}

/** One checked file, ready to be handed in. */
export async function uploaded(system: MemorySystem, fileName = 'Tờ khai.pdf'): Promise<string> {
  const created = await system.ask('createAttachment', { body: { fileName, contentType: 'application/pdf' } });
  const uploadId = String(created.body['uploadId']);
  system.documents.incoming.set(uploadId, new TextEncoder().encode(`%PDF-1.7 ${uploadId}`));
  await system.ask('completeAttachment', { params: { uploadId }, body: {} });
  return uploadId;
}
