/** Two dossiers from intake to result: one online with files and a supplement, one by post; between the acts everything is delivered. */
import { actionOperationId } from '../../shared/contracts/http/dossier-actions.ts';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import type { Answer, Call } from '../api/memory-system.ts';
import { tokenIn } from '../api/acts.ts';
import { CLERK, HEAD, OFFICIAL, WARD } from '../api/people.ts';
import type { FaultyOffice } from './faulty-office.ts';

export interface Lived {
  readonly online: string;
  readonly byPost: string;
  /** Every request that was answered well, for asking again. */
  readonly answers: readonly Answer[];
}

export async function liveWholeLives(office: FaultyOffice): Promise<Lived> {
  const answers: Answer[] = [];
  const ask = async (operationId: string, call: Call): Promise<Answer> => {
    const answer = await office.ask(operationId, call);
    if (answer.status >= 300) throw new Error(`${operationId}: ${JSON.stringify(answer.body)}`);
    answers.push(answer);
    await office.settle();
    return answer;
  };
  const act = (code: string, action: Parameters<typeof actionOperationId>[0], call: Call) =>
    ask(actionOperationId(action), { body: {}, ...call, params: { code } });

  const uploadId = await upload(office, ask, 'Tờ khai.pdf');
  const body = { ...intakeExample, attachments: [{ uploadId, lineId: 'to-khai' }] };
  const filed = await ask('fileDossier', { body });
  const [code, bearer] = [String(filed.body['code']), tokenIn(filed)];
  await act(code, 'receive', { as: OFFICIAL });
  const examiner = await officerOf(office, code, 'tham-dinh');
  await act(code, 'request-supplement', {
    as: examiner,
    body: { stepId: 'tham-dinh', items: [{ lineId: 'ly-hon', what: 'Thiếu bản án' }], reason: 'Đã ly hôn' },
  });
  const judgment = await upload(office, ask, 'Bản án.pdf');
  await act(code, 'submit-supplement', { bearer, body: { attachments: [{ uploadId: judgment, lineId: 'ly-hon' }] } });
  await act(code, 'accept-supplement', {
    as: OFFICIAL,
    body: { documents: [{ lineId: 'ly-hon', originals: 0, certifiedCopies: 1, photocopies: 0 }] },
  });
  office.system.clock.step({ days: 7 });
  await office.sweep();
  await office.settle();
  await act(code, 'complete-step', { as: examiner, body: { stepId: 'tham-dinh' } });
  await act(code, 'decide', { as: HEAD, body: { stepId: 'ky', outcome: 'granted', resultNumber: '12/2026' } });

  const sent = await ask('fileAtCounter', { params: { unitId: WARD }, body: intakeExample, as: CLERK });
  const byPost = String(sent.body['code']);
  await act(byPost, 'countersign', { as: OFFICIAL });
  const bag = await ask('prepareHandover', { as: CLERK, body: { sealNumber: 'NP-1', codes: [byPost] } });
  const handoverId = String(bag.body['handoverId']);
  await ask('signHandover', { params: { handoverId }, as: OFFICIAL, body: { present: [byPost], sealIntact: true } });
  await act(byPost, 'forward', { as: OFFICIAL });
  await act(code, 'record-result-arrival', { as: OFFICIAL });
  await act(code, 'return-result', { as: OFFICIAL, body: { to: 'applicant' } });
  return { online: `case#${code}`, byPost: `case#${byPost}`, answers };
}

async function upload(
  office: FaultyOffice,
  ask: (operationId: string, call: Call) => Promise<Answer>,
  fileName: string,
): Promise<string> {
  const created = await ask('createAttachment', { body: { fileName, contentType: 'application/pdf' } });
  const uploadId = String(created.body['uploadId']);
  office.system.documents.incoming.set(uploadId, new TextEncoder().encode(`%PDF-1.7 ${fileName}`));
  await ask('completeAttachment', { params: { uploadId }, body: {} });
  return uploadId;
}

async function officerOf(office: FaultyOffice, code: string, stepId: string): Promise<string> {
  const snapshot = office.system.world.entities.get(`case#${code}`);
  const state = JSON.parse(snapshot?.state ?? '{}') as { work?: { steps: { stepId: string; officerId?: string }[] } };
  const officerId = state.work?.steps.find((step) => step.stepId === stepId)?.officerId;
  if (officerId === undefined) throw new Error(`${stepId} of ${code} has nobody`);
  return Promise.resolve(officerId);
}
