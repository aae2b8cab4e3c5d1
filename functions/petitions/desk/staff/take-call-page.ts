import type { AnyForm } from '../../../../shared/contracts/http/report-desk.ts';
import { CallIntake } from '../../../../shared/contracts/http/report-intake.ts';
import type { ReportReceipt } from '../../../../shared/contracts/http/report-views.ts';
import { authorise } from '../../../../shared/domain/staff/permissions.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../../shared/shell/http.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { phoneOfCall } from '../../calls/phone-of-call.ts';
import { takeCall } from '../../intake/take-call.ts';
import type { ReportPorts } from '../../report-ports.ts';
import { areaChoices } from '../area-choices.ts';
import type { FormFields } from '../desk-controls.ts';
import { pageKey } from '../page-key.ts';
import { readForm } from '../read-form.ts';
import { saidProblem } from '../said-problem.ts';
import { callPage, callTakenPage } from './call-page.ts';
import { signedIn, type SignedIn } from './signed-in.ts';

const MISSING: SaidText = {
  vi: 'Còn thiếu hoặc chưa đúng: xin hỏi người gọi các mục được đánh dấu.',
  en: 'Something is missing or wrong: ask the caller for the marked fields.',
};

/** The exchange may open it with the call's id; a call that came by another way gets an id here. */
export async function showCallForm(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const subject = { counterId: who.actor.unitId };
  if (authorise({ operation: 'file-report', subject, ...who }).kind === 'denied')
    return problem({ kind: 'forbidden', why: 'file-report' });
  const { callId = `tay-${pageKey(ports)}` } = request.query;
  const phone = (await phoneOfCall(ports, callId)) ?? '';
  return formPage(who, { status: 200, filled: { callId, phone }, wrong: [] });
}

export async function sendCallForm(ports: ReportPorts, request: HttpRequest<AnyForm>): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const filled = request.body;
  const form = readForm(CallIntake, filled);
  if (form.kind === 'wrong') return formPage(who, { status: 400, filled, wrong: form.fields, said: MISSING });
  const reply = await takeCall(ports, { ...request, body: form.body });
  if (reply.kind === 'json')
    return { kind: 'html', status: 201, html: callTakenPage(who.name, reply.body as ReportReceipt) };
  if (reply.kind !== 'problem') return reply;
  const { text, status } = saidProblem(reply.problem, request);
  return formPage(who, { status, filled, wrong: [], said: text });
}

interface FormAgain {
  readonly status: number;
  readonly filled: FormFields;
  readonly wrong: readonly string[];
  readonly said?: SaidText;
}

function formPage({ name, catalogue, now }: SignedIn, { status, filled, wrong, said }: FormAgain): HttpReply {
  const areas = areaChoices(catalogue, now);
  const form = { id: 'goi', filled, wrong };
  const html = callPage({ signedIn: name, areas, form, ...(said && { wrong: said }) });
  return { kind: 'html', status, html };
}
