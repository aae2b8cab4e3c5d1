/** Acts on reports, each as a person does it: over the signed-in API, and by answering mails. */
import { HOTLINE, OPERATOR } from '../api/reports.ts';
import { mailboxOf, signedIn } from './acts.ts';
import { expectStatus, type Answer } from './browser.ts';
import { answer } from './incoming.ts';
import { mailsTo, noticeIdOf, templateOf, type Mail } from './mailbox.ts';
import { codeHeard, hearing, wholeReport, type Citizen } from './citizens.ts';
import { eventually, type OwnSystem, type System } from './running-system.ts';

export interface SeenReport {
  readonly status: string;
  readonly channel: string;
  readonly suggestion: {
    readonly categories: readonly { readonly id: string }[];
    readonly areas: readonly { readonly id: string }[];
    readonly urgency: string;
  };
  readonly work: readonly {
    readonly workId: string;
    readonly status: string;
    readonly unit: { readonly id: string };
    readonly officer?: { readonly id: string };
  }[];
  readonly rating?: { readonly stars: number };
  readonly messages: readonly { readonly template: string; readonly channel?: string; readonly status: string }[];
  readonly dossiers: readonly string[];
}

/** As the hotline sees it. */
export async function reportOf(system: System, code: string): Promise<SeenReport> {
  const operator = await signedIn(system, OPERATOR);
  return expectStatus(await operator.get(`/hotline/reports/${code}`), 200).body as unknown as SeenReport;
}

/** Over the API; it must succeed. */
export async function reportAct(
  system: System,
  { code, action, by = OPERATOR }: { readonly code: string; readonly action: string; readonly by?: string },
  json: object,
): Promise<Answer> {
  const browser = await signedIn(system, by);
  return expectStatus(await browser.post(`/hotline/reports/${code}/${action}`, { json }), 200);
}

export const SUMMARY = 'Ổ gà sâu trước cổng chợ, nguy hiểm khi trời mưa';

/** The operator confirms what the text suggests. */
export async function confirmSuggestion(system: System, code: string, changes: object = {}): Promise<void> {
  const { suggestion } = await reportOf(system, code);
  const { categories, areas, urgency } = suggestion;
  const sorted = { category: categories[0]?.id, area: areas[0]?.id, urgency, summary: SUMMARY };
  await reportAct(system, { code, action: 'triage' }, { ...sorted, ...changes });
}

/** The codes of the reports with that telephone number. */
export async function reportsOfPhone(system: System, phone: string): Promise<readonly string[]> {
  const operator = await signedIn(system, OPERATOR);
  const found = expectStatus(await operator.post('/hotline/reports/search', { json: { phone } }), 200);
  return (found.body['items'] as readonly { readonly code: string }[]).map(({ code }) => code);
}

/** The `nth` mail of that kind about the report, to somebody or to anybody. */
export function reportMail(
  system: System,
  code: string,
  { template, to, nth = 1 }: { readonly template: string; readonly to?: string; readonly nth?: number },
): Promise<Mail> {
  return eventually(`mail ${template} about ${code}`, async () => {
    const mails = (await mailsTo(system, to)).toReversed();
    return mails.filter((mail) => noticeIdOf(mail).startsWith(`report#${code}/`) && templateOf(mail) === template)[
      nth - 1
    ];
  });
}

/** The officer to whom the notice went answers it. @returns the notice. */
export async function answerNotice(
  system: System,
  code: string,
  {
    text,
    ...notice
  }: { readonly text: string; readonly template?: string; readonly to?: string; readonly nth?: number },
): Promise<Mail> {
  const mail = await reportMail(system, code, { template: 'report-assigned', ...notice });
  await answer(system, mail, { text });
  return mail;
}

/** Who of the unit has the report, once routing has found somebody. */
export function officerFor(system: System, code: string, unitId: string): Promise<string> {
  return eventually(`an officer of ${unitId} for ${code}`, async () => {
    const { work } = await reportOf(system, code);
    return work.findLast(({ unit }) => unit.id === unitId)?.officer?.id;
  });
}

/** Waits until a message to the reporter stands so. */
export async function toldOf(system: System, code: string, message: Record<string, string>): Promise<void> {
  let last: SeenReport['messages'] = [];
  await eventually(`told ${JSON.stringify(message)} of ${code}`, async () => {
    last = (await reportOf(system, code)).messages;
    return last.find((one) => Object.entries(one).filter(([name, value]) => message[name] === value).length === 3);
  }).catch((fault: unknown) => {
    throw new Error(`told only ${JSON.stringify(last)}`, { cause: fault });
  });
}

export const HOTLINE_MAILBOX = mailboxOf(HOTLINE);
export const CONSTRUCTION = 'hcm-so-xay-dung';

export const ANSWER = 'Đã vá ổ gà trước cổng chợ sáng nay, bảo hành 12 tháng.';
/** On a phone without marks. */
export const ANSWERED = /Đã vá ổ gà|Da va o ga/u;

/** What the stories share. */
export interface Hotline {
  system?: OwnSystem;
  /** Of every report that was filed. */
  readonly codes: string[];
}

export function systemOf({ system }: Hotline): OwnSystem {
  if (system === undefined) throw new Error('it has not started');
  return system;
}

/** The whole report in one message. @returns its code, as the citizen is told it. */
export async function reportBy({ codes }: Hotline, citizen: Citizen, phone: string): Promise<string> {
  await citizen.says(wholeReport(phone));
  const code = await codeHeard(citizen);
  codes.push(code);
  return code;
}

/** Reported, sorted and answered by mail. */
export async function answeredBy(hotline: Hotline, citizen: Citizen, phone: string): Promise<string> {
  const system = systemOf(hotline);
  const code = await reportBy(hotline, citizen, phone);
  await confirmSuggestion(system, code);
  await answerNotice(system, code, { text: `TRẢ LỜI: ${ANSWER}` });
  await hearing(citizen, ANSWERED);
  return code;
}
