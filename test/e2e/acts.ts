/** Acts that the stories are told with, each as a person or a program does it: over HTTP and through links in mails. */
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { Browser, expectStatus, freshKey, type Answer } from './browser.ts';
import { linkNamed, mailOf, mailsTo, type Mail } from './mailbox.ts';
import { eventually, type System } from './running-system.ts';

export interface Filed {
  readonly code: string;
  /** The secret link, and its token. */
  readonly link: string;
  readonly token: string;
  readonly receipt: Record<string, unknown>;
}

let shipped: Catalogue | undefined;

export function mailboxOf(id: string): string {
  shipped ??= shippedCatalogue('shipped');
  const owner = [...shipped.staff, ...shipped.units].find((one) => one.id === id);
  if (owner === undefined) throw new Error(`nobody is called ${id}`);
  return owner.mailbox;
}

/** An applicant whom no other test knows, so that nobody's mails are counted twice. */
export function applicantNamed(name: string) {
  return { ...intakeExample.applicant, name, email: `${freshKey()}@example.com` };
}

export async function fileOnline(system: System, changes: object = {}): Promise<Filed> {
  const browser = new Browser(system);
  const json = { ...intakeExample, applicant: applicantNamed('Nguyễn Thị Minh'), ...changes };
  return filed(expectStatus(await browser.post('/dossiers', { json, key: freshKey() }), 201));
}

export async function fileAt(counter: Browser, counterId: string, changes: object = {}): Promise<Filed> {
  const json = { ...intakeExample, applicant: applicantNamed('Nguyễn Thị Minh'), ...changes };
  return filed(expectStatus(await counter.post(`/counters/${counterId}/dossiers`, { json, key: freshKey() }), 201));
}

function filed({ body }: Answer): Filed {
  const link = String(body['link']);
  return { code: String(body['code']), link, token: new URL(link).searchParams.get('k') ?? '', receipt: body };
}

/** One file through the presigned form, then checked. */
export async function upload(system: System, fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const browser = new Browser(system);
  const asked = expectStatus(
    await browser.post('/attachments', { json: { fileName, contentType: 'application/pdf' } }),
    201,
  );
  const { uploadId, form } = asked.body as { uploadId: string; form: { url: string; fields: Record<string, string> } };
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append('file', new Blob([bytes], { type: 'application/pdf' }), fileName);
  const stored = await fetch(form.url, { method: 'POST', body: data });
  if (!stored.ok) throw new Error(`the bucket answered ${String(stored.status)}: ${await stored.text()}`);
  expectStatus(await browser.post(`/attachments/${uploadId}/complete`, { json: {} }), 200);
  return uploadId;
}

export function pdf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`%PDF-1.7\n${text}`);
}

/** Asks for a sign-in link and gives the mail's address of it. */
export async function signInLink(browser: Browser, staffId: string): Promise<string> {
  const { system } = browser;
  const mailbox = mailboxOf(staffId);
  const before = new Set((await mailsTo(system, mailbox)).map(({ id }) => id));
  expectStatus(await browser.post('/staff/sign-in', { form: { email: mailbox } }), 202);
  const mail = await eventually(`sign-in mail to ${mailbox}`, async () => {
    const fresh = (await mailsTo(system, mailbox)).filter(({ id }) => !before.has(id));
    return fresh.find(({ links }) => links.some((link) => link.includes('/staff/sign-in/')));
  });
  return mail.links.find((link) => link.includes('/staff/sign-in/')) ?? '';
}

const sessions = new WeakMap<System, Map<string, Promise<Browser>>>();

/** The browser of a member of staff who is signed in; opened once for each system, as in an office in the morning. */
export function signedIn(system: System, staffId: string): Promise<Browser> {
  const office = sessions.get(system) ?? new Map<string, Promise<Browser>>();
  sessions.set(system, office);
  const known = office.get(staffId) ?? signIn(system, staffId);
  office.set(staffId, known);
  return known;
}

async function signIn(system: System, staffId: string): Promise<Browser> {
  const browser = new Browser(system);
  const link = await signInLink(browser, staffId);
  expectStatus(await browser.get(link), 200);
  expectStatus(await browser.post(link, { form: {} }), 303);
  return browser;
}

/** One of the dossier's actions over the API; it must succeed. */
export async function done(browser: Browser, code: string, action: string, json: object = {}): Promise<Answer> {
  return expectStatus(await browser.post(`/dossiers/${code}/${action}`, { json }), 200);
}

export async function details(browser: Browser, code: string, bearer?: string): Promise<Record<string, unknown>> {
  const answer = await browser.get(`/dossiers/${code}`, bearer === undefined ? {} : { bearer });
  return expectStatus(answer, 200).body;
}

/** Presses the button of the page behind a mail's link: what the page's form sends, with the fields that the officer filled in. */
export async function pressButton(system: System, link: string, fields: Record<string, string>): Promise<Answer> {
  const browser = new Browser(system);
  const page = expectStatus(await browser.get(link), 200);
  const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)];
  const form = new URLSearchParams(hidden.map(([, name = '', value = '']): [string, string] => [name, value]));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return browser.post(link, { form });
}

/** The act that a notice offers, done by its recipient from the mail. @returns the mail. */
export async function actFromMail(
  system: System,
  notice: { readonly code: string; readonly template: string; readonly nth?: number; readonly label: string },
  fields: Record<string, string> = {},
): Promise<Mail> {
  const mail = await mailOf(system, notice.code, notice.template, notice.nth);
  expectStatus(await pressButton(system, linkNamed(mail, notice.label), fields), 200);
  return mail;
}
