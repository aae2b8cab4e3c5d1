/** What must have happened before each example can be sent, and who sends it about what. The body is the example itself. */
import type { Call, MemorySystem } from '../api/memory-system.ts';
import { assignedDossier, decidedDossier, done, fileByPost, fileOnline, receivedDossier } from '../api/acts.ts';
import { promisedCall } from '../api/promised-call.ts';
import { CLERK, HEAD, OFFICER, OFFICE_HEAD, OFFICIAL, WARD } from '../api/people.ts';
import {
  answeredReport,
  assignedReport,
  fileReport,
  officerOf,
  OPERATOR,
  reportDone,
  ROADS,
  SHIFT_LEADER,
} from '../api/reports.ts';
import { intakeExample, uploadExample } from '../../shared/contracts/http/dossier-examples.ts';

type Scene = (system: MemorySystem) => Promise<Call> | Call;

const AT_THE_DOOR = {
  returnTo: 'home',
  returnAddress: { recipient: 'Nguyễn Thị Minh', phone: '0912 345 678', address: '12 Yersin (địa chỉ hư cấu)' },
};

/** The upload that the examples name, as far as it has come. */
async function upload(system: MemorySystem, checked: boolean): Promise<void> {
  const { uploadId, fileName, contentType } = uploadExample;
  await system.ports.uploads.expect({ uploadId, fileName, contentType, expiresAt: '2026-11-24T00:00:00.000Z' });
  system.documents.incoming.set(uploadId, new TextEncoder().encode('%PDF-1.7 example'));
  if (checked) await system.ask('completeAttachment', { params: { uploadId }, body: {} });
}

async function submitted(system: MemorySystem, changes: object = {}) {
  return { code: (await fileOnline(system, changes)).code };
}

async function waiting(system: MemorySystem) {
  const { code, token } = await fileOnline(system);
  const items = [{ lineId: 'to-khai', what: 'Tờ khai chưa có chữ ký' }];
  await done(system, code, 'request-supplement', { as: OFFICIAL, body: { items, reason: 'Thiếu chữ ký' } });
  return { code, token };
}

async function toBeSigned(system: MemorySystem): Promise<string> {
  const { code } = await assignedDossier(system);
  await done(system, code, 'complete-step', { as: OFFICER, body: { stepId: 'tham-dinh' } });
  await done(system, code, 'assign', { as: HEAD, body: { stepId: 'ky', staffId: HEAD, why: 'Ký' } });
  return code;
}

async function consulted(system: MemorySystem): Promise<string> {
  const { code } = await assignedDossier(system);
  const body = { stepId: 'tham-dinh', unitId: 'thu-dau-mot-2025-cong-an', question: 'Nơi cư trú?', workingHours: 16 };
  await done(system, code, 'consult', { as: OFFICER, body });
  return code;
}

async function withThePost(system: MemorySystem): Promise<string> {
  const { code } = await decidedDossier(system, AT_THE_DOOR);
  await done(system, code, 'record-result-arrival', { as: OFFICIAL });
  await done(system, code, 'hand-result-to-post', { as: OFFICIAL, body: { parcelNumber: 'EX1', carrier: CLERK } });
  return code;
}

async function bagged(system: MemorySystem): Promise<{ readonly handoverId: string; readonly code: string }> {
  const { code } = await fileByPost(system);
  await system.ask('countersign', { params: { code }, body: {}, as: OFFICIAL });
  const body = { sealNumber: 'NP-1', codes: [code] };
  const prepared = await system.ask('prepareHandover', { body, as: CLERK, key: 'prepare-a-bag' });
  return { handoverId: String(prepared.body['handoverId']), code };
}

const about = (code: string, as: string): Call => ({ params: { code }, as });

const owned = ({ code, token }: { readonly code: string; readonly token: string }): Call => ({
  params: { code },
  bearer: token,
});

async function byOfficer(system: MemorySystem): Promise<Call> {
  const { code } = await assignedReport(system);
  return about(code, await officerOf(system, code));
}

/** Answered in a category whose answers the hotline reads first. */
async function reviewed(system: MemorySystem): Promise<string> {
  const { code } = await assignedReport(system, { category: 'y-te-attp' });
  const body = { workId: 'w1', outcome: 'explained', text: 'Đã kiểm tra.' };
  await reportDone(system, code, 'answer', { as: await officerOf(system, code), body });
  return code;
}

async function callBack(system: MemorySystem): Promise<Call> {
  return { params: { callId: await promisedCall(system) }, as: OPERATOR };
}

export const scenes: Readonly<Record<string, Scene>> = {
  showProcedure: () => ({ params: { code: intakeExample.procedure } }),
  completeAttachment: async (system) => {
    await upload(system, false);
    return { params: { uploadId: uploadExample.uploadId } };
  },
  fileDossier: async (system) => {
    await upload(system, true);
    return {};
  },
  fileAtCounter: async (system) => {
    await upload(system, true);
    return { params: { unitId: WARD }, as: OFFICIAL };
  },
  listAtCounter: async (system) => {
    await receivedDossier(system);
    return { params: { unitId: WARD }, as: OFFICIAL };
  },
  sampleClerkIntakes: async (system) => {
    await fileByPost(system);
    return { params: { unitId: WARD }, as: OFFICIAL, query: { size: '2' } };
  },
  searchDossiers: async (system) => {
    await submitted(system);
    return { as: OFFICIAL };
  },
  showDossier: async (system) => about((await assignedDossier(system)).code, OFFICER),
  accessDossier: async (system) => ({ params: await submitted(system) }),
  receive: async (system) => about((await submitted(system)).code, OFFICIAL),
  refuse: async (system) => about((await submitted(system)).code, OFFICIAL),
  requestSupplement: async (system) => about((await submitted(system)).code, OFFICIAL),
  submitSupplement: async (system) => {
    const { code, token } = await waiting(system);
    await upload(system, true);
    return { params: { code }, bearer: token };
  },
  acceptSupplement: async (system) => about((await waiting(system)).code, OFFICIAL),
  forward: async (system) => {
    const { code } = await submitted(system);
    await done(system, code, 'receive', { as: OFFICIAL, body: { forward: false } });
    return about(code, OFFICIAL);
  },
  assign: async (system) => about((await receivedDossier(system)).code, OFFICE_HEAD),
  handStepOver: async (system) => about((await assignedDossier(system)).code, OFFICER),
  completeStep: async (system) => about((await assignedDossier(system)).code, OFFICER),
  consult: async (system) => about((await assignedDossier(system)).code, OFFICER),
  answerConsultation: async (system) => about(await consulted(system), 'nv-thu-dau-mot-2025-cong-an-lanh-dao'),
  extend: async (system) => about((await assignedDossier(system)).code, HEAD),
  decide: async (system) => about(await toBeSigned(system), HEAD),
  stop: async (system) => about((await assignedDossier(system)).code, HEAD),
  withdraw: async (system) => {
    const { code, token } = await fileOnline(system);
    return { params: { code }, bearer: token };
  },
  recordResultArrival: async (system) => about((await decidedDossier(system)).code, OFFICIAL),
  returnResult: async (system) => {
    const { code } = await decidedDossier(system);
    await done(system, code, 'record-result-arrival', { as: OFFICIAL });
    return about(code, OFFICIAL);
  },
  handResultToPost: async (system) => {
    const { code } = await decidedDossier(system, AT_THE_DOOR);
    await done(system, code, 'record-result-arrival', { as: OFFICIAL });
    return about(code, OFFICIAL);
  },
  recordDeliveryAttempt: async (system) => about(await withThePost(system), CLERK),
  confirmDelivery: async (system) => about(await withThePost(system), CLERK),
  countersign: async (system) => about((await fileByPost(system)).code, OFFICIAL),
  sendBack: async (system) => about((await fileByPost(system)).code, OFFICIAL),
  correctIntake: async (system) => {
    const { code } = await fileByPost(system);
    await done(system, code, 'send-back', { as: OFFICIAL, body: { reason: 'Thiếu trang 2' } });
    return about(code, CLERK);
  },
  // The code of an example cannot be known beforehand: only these bodies are completed by the scene.
  prepareHandover: async (system) => {
    const { code } = await fileByPost(system);
    await system.ask('countersign', { params: { code }, body: {}, as: OFFICIAL });
    return { body: { sealNumber: 'NP-000123', codes: [code] }, as: CLERK };
  },
  showHandover: async (system) => ({ params: { handoverId: (await bagged(system)).handoverId }, as: CLERK }),
  signHandover: async (system) => {
    const { handoverId, code } = await bagged(system);
    return { params: { handoverId }, body: { present: [code], sealIntact: true }, as: OFFICIAL };
  },
  resolveDiscrepancy: async (system) => {
    const { handoverId } = await bagged(system);
    const body = { present: [], sealIntact: true };
    await system.ask('signHandover', { params: { handoverId }, body, as: OFFICIAL });
    return { params: { handoverId }, as: OFFICIAL };
  },
  showReport: async (system) => {
    const { code, token } = await answeredReport(system);
    return { params: { code }, bearer: token };
  },
  accessReport: async (system) => ({ params: { code: (await answeredReport(system)).code } }),
  rateReport: async (system) => owned(await answeredReport(system)),
  reopenReport: async (system) => owned(await answeredReport(system)),
  withdrawReport: async (system) => owned(await fileReport(system)),
  addReportWords: async (system) => owned(await fileReport(system)),
  takeCall: () => ({ as: OPERATOR }),
  listReports: async (system) => {
    await fileReport(system);
    return { as: OPERATOR };
  },
  searchReports: async (system) => {
    await fileReport(system);
    return { as: OPERATOR };
  },
  showReportToStaff: async (system) => about((await assignedReport(system)).code, OPERATOR),
  prefillDossier: async (system) => about((await fileReport(system)).code, OPERATOR),
  listCallBacks: () => ({ as: OPERATOR }),
  callBackMade: callBack,
  callBackFailed: callBack,
  hotlineTriage: async (system) => about((await fileReport(system)).code, OPERATOR),
  hotlineAsk: async (system) => about((await fileReport(system)).code, OPERATOR),
  hotlineReject: async (system) => about((await fileReport(system)).code, OPERATOR),
  hotlineRedirect: async (system) => about((await fileReport(system)).code, OPERATOR),
  // The code of another report cannot be known beforehand.
  hotlineMerge: async (system) => {
    const [one, other] = [await fileReport(system), await fileReport(system)];
    return { ...about(one.code, OPERATOR), body: { into: other.code } };
  },
  hotlineAddUnit: async (system) => about((await assignedReport(system)).code, OPERATOR),
  hotlineSettle: async (system) => {
    const { code } = await assignedReport(system);
    const body = { workId: 'w1', reason: 'Không phải đường của phường.' };
    await reportDone(system, code, 'decline', { as: await officerOf(system, code), body });
    return about(code, OPERATOR);
  },
  hotlineAccept: byOfficer,
  hotlineProgress: byOfficer,
  hotlineDecline: byOfficer,
  // Whoever has it hands it to the other.
  hotlineHandOver: async (system) => {
    const { code } = await assignedReport(system);
    const as = await officerOf(system, code);
    const to = as.endsWith('1') ? as.replace(/1$/, '2') : as.replace(/2$/, '1');
    return { ...about(code, as), body: { workId: 'w1', to, reason: 'Đi công tác.' } };
  },
  hotlineAnswer: byOfficer,
  hotlineConsolidate: async (system) => {
    const units = [ROADS, 'hcm-so-xay-dung'];
    const { code } = await assignedReport(system, { units, reason: 'Hai bên cùng quản lý.' });
    for (const workId of ['w1', 'w2']) {
      const body = { workId, outcome: 'fixed', text: 'Xong.' };
      await reportDone(system, code, 'answer', { as: await officerOf(system, code, workId), body });
    }
    return about(code, await officerOf(system, code));
  },
  hotlineApprove: async (system) => about(await reviewed(system), SHIFT_LEADER),
  hotlineReturn: async (system) => about(await reviewed(system), SHIFT_LEADER),
  hotlinePublish: async (system) => about((await answeredReport(system)).code, SHIFT_LEADER),
  hotlineDoNotPublish: async (system) => about((await answeredReport(system)).code, SHIFT_LEADER),
  hotlineNote: async (system) => about((await fileReport(system)).code, OPERATOR),
  hotlineWords: async (system) => about((await fileReport(system)).code, OPERATOR),
  hotlineReopen: async (system) => about((await answeredReport(system)).code, OPERATOR),
  hotlineWithdraw: async (system) => about((await fileReport(system)).code, OPERATOR),
};
