/** One whole dossier life, as people and workers live it, through the real routes and the real routing. */
import { dossierTask } from '../../functions/relay/testing/dossier-task.ts';
import { assignWork } from '../../functions/routing/assign-work.ts';
import { messagesOf } from '../../functions/relay/messages-of.ts';
import { actionOperationId, type DossierAction } from '../../shared/contracts/http/dossier-actions.ts';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { LevelTask, type OutgoingNotice } from '../../shared/contracts/messages.ts';
import { timed } from './measure.ts';
import type { Place } from './places.ts';
import type { Answer, BenchSystem } from './system.ts';

export const operations = [
  'intake',
  'assign officer',
  'complete step',
  'assign signer',
  'decide',
  'result arrives',
  'return result',
] as const;
export type Operation = (typeof operations)[number];

/** Told after each operation. */
export type Tell = (operation: Operation, ms: number) => void;

export interface Life {
  readonly code: string;
  readonly notices: readonly OutgoingNotice[];
}

/** @param until the last operation; the whole life when absent. @throws when anything answers otherwise than a healthy system would. */
export async function liveOnce(
  system: BenchSystem,
  place: Place,
  options: { readonly tell?: Tell; readonly until?: Operation } = {},
): Promise<Life> {
  const { tell = () => undefined, until = 'return result' } = options;
  const notices: OutgoingNotice[] = [];
  const filed = await timed(() => fileAtCounter(system, place));
  tell('intake', filed.ms);
  const code = String(filed.value.body['code']);
  let officer = '';
  const act = async (action: DossierAction, as: string, body: object) => {
    const answer = await system.ask(actionOperationId(action), { params: { code }, as, body });
    expectStatus(answer, 200);
  };
  const relay = async () => {
    const messages = system.outbox.take(`case#${code}`).map((commit) => messagesOf(commit));
    notices.push(...messages.flatMap(({ mail }) => mail));
    for (const { task } of messages.flatMap(({ levels }) => levels)) officer = await assign(system, task);
  };
  const steps: readonly (readonly [Operation, () => Promise<void>])[] = [
    ['assign officer', relay],
    ['complete step', () => act('complete-step', officer, { stepId: 'tham-dinh', note: 'Đủ điều kiện' })],
    ['assign signer', relay],
    ['decide', () => act('decide', officer, { stepId: 'ky', outcome: 'granted', resultNumber: '12/2026' })],
    ['result arrives', () => act('record-result-arrival', place.official, {})],
    ['return result', () => act('return-result', place.official, { to: 'applicant' })],
  ];
  for (const [operation, step] of steps.slice(0, operations.indexOf(until))) {
    const { ms } = await timed(step);
    tell(operation, ms);
  }
  await relayNotices(system, code, notices);
  return { code, notices };
}

async function fileAtCounter(system: BenchSystem, { counterId, official, area }: Place): Promise<Answer> {
  const body = { ...intakeExample, area, decision: 'receive' };
  return expectStatus(await system.ask('fileAtCounter', { params: { unitId: counterId }, as: official, body }), 201);
}

/** As it goes over the queue: text, parsed by the message's schema. */
async function assign(system: BenchSystem, task: LevelTask): Promise<string> {
  const outcome = await assignWork(system.ports, dossierTask(LevelTask.parse(JSON.parse(JSON.stringify(task)))));
  if (outcome.kind !== 'assigned') throw new Error(`not assigned: ${JSON.stringify(outcome)}`);
  return outcome.staffId;
}

function relayNotices(system: BenchSystem, code: string, notices: OutgoingNotice[]): Promise<void> {
  for (const commit of system.outbox.take(`case#${code}`)) notices.push(...messagesOf(commit).mail);
  return Promise.resolve();
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer;
}
