import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventBus } from '../events/event-bus.ts';
import type { Answerer } from '../http/open-server.ts';
import { answerTo, bare } from './answer-mail.ts';
import { mailListPage, mailPage, type MailSummary } from './mail-pages.ts';
import type { MailEnvelope, MailStore } from './mail-store.ts';
import { readAnswer } from './read-answer.ts';
import { readMail, type ReadMail } from './read-mail.ts';
import { sentBackEvent } from './send-back.ts';
import type { MailIntake } from './take-mail-in.ts';

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'self'";
/** A mail's own HTML: no script, nothing loaded from elsewhere, links open beside the viewer. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

export interface ViewerSettings {
  readonly store: MailStore;
  readonly intake: MailIntake;
  readonly bus: EventBus;
  now(): number;
  readonly log: (line: string) => void;
}

/**
 * Shows the mails that the system sent: to people as plain pages, to tests and curl as JSON. A mail can be answered, which takes the way of
 * any incoming mail, and sent back as a provider does whose mailbox is gone.
 */
export function mailViewer(settings: ViewerSettings): Answerer {
  const { store, log } = settings;
  const summaries = new Map<string, MailSummary>();
  const open = async (envelope: MailEnvelope): Promise<ReadMail | undefined> => {
    const raw = store.raw(envelope.id);
    return raw === undefined ? undefined : readMail(envelope, raw);
  };
  const summarise = async (envelope: MailEnvelope): Promise<MailSummary> => {
    const known = summaries.get(envelope.id);
    if (known !== undefined) return known;
    const mail = await open(envelope);
    const summary = { envelope, subject: mail?.subject ?? '', from: mail?.from ?? envelope.source };
    summaries.set(envelope.id, summary);
    return summary;
  };
  /** Newest first; `to` is one address, `about` a part of the subject, such as a dossier's code. */
  const chosen = async ({ searchParams }: URL): Promise<readonly MailEnvelope[]> => {
    const [to, about] = [searchParams.get('to'), searchParams.get('about')];
    const mine = store
      .list()
      .filter(({ destinations }) => to === null || destinations.some((one) => isAddress(one, to)));
    if (about === null) return mine;
    const subjects = await Promise.all(mine.map(async (envelope) => (await summarise(envelope)).subject));
    return mine.filter((_, index) => subjects[index]?.includes(about) === true);
  };
  const answer = async (target: URL, response: ServerResponse): Promise<void> => {
    const to = target.searchParams.get('to') ?? undefined;
    if (target.pathname === '/') {
      const listed = (await chosen(target)).slice(0, shownAtOnce);
      sendHtml(response, mailListPage(await Promise.all(listed.map(summarise)), to), pagePolicy);
      return;
    }
    if (target.pathname === '/mails.json') {
      const listed = await chosen(target);
      const mails = await Promise.all(listed.map(open));
      sendJson(response, mails.filter((mail) => mail !== undefined).map(toJson));
      return;
    }
    const [, id, part] =
      /^\/mails\/([0-9a-z-]+)(\.json|\.eml|\/html|\/attachments\/\d+)?$/u.exec(target.pathname) ?? [];
    const envelope = store.list().find((known) => known.id === id);
    const mail = envelope === undefined ? undefined : await open(envelope);
    if (mail === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Không có thư này.\nThere is no such mail.\n');
      return;
    }
    sendPart(response, { mail, raw: store.raw(mail.id), part: part ?? '', done: target.searchParams.get('done') });
  };
  const act = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, id, what] = /^\/mails\/([0-9a-z-]+)\/(answer|bounce|complaint)$/u.exec(request.url ?? '') ?? [];
    const envelope = store.list().find((known) => known.id === id);
    const mail = envelope === undefined ? undefined : await open(envelope);
    if (mail === undefined || what === undefined) {
      response.writeHead(404).end();
      return;
    }
    const at = new Date(settings.now());
    if (what === 'answer') {
      const answer = await readAnswer(request, mail);
      if (answer === undefined || !settings.intake.takes(bare(mail.headers['reply-to'] ?? mail.from))) {
        response
          .writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
          .end(
            'Thư này không trả lời được, hoặc thiếu nội dung.\nThis mail cannot be answered, or the text is missing.\n',
          );
        return;
      }
      await settings.intake.take(await answerTo(mail, answer, at));
    } else await settings.bus.put(sentBackEvent(mail, what === 'bounce' ? 'bounce' : 'complaint', at));
    response.writeHead(303, { location: `/mails/${mail.id}?done=${what}` }).end();
  };
  return (request, response) => {
    if (request.method === 'POST') {
      // Another site open in the same browser must not write mails in somebody's name.
      if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'])) {
        response.writeHead(403).end();
        return;
      }
      act(request, response).catch((error: unknown) => {
        log(`mail viewer: ${String(error)}`);
        response.writeHead(500).end();
      });
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD, POST' }).end();
      return;
    }
    answer(new URL(request.url ?? '/', 'http://localhost'), response).catch((error: unknown) => {
      log(`mail viewer: ${String(error)}`);
      response.writeHead(500).end();
    });
  };
}

const shownAtOnce = 200;

function isAddress(destination: string, wanted: string): boolean {
  return destination.replace(/^.*<|>$/gu, '').toLowerCase() === wanted.replace(/^.*<|>$/gu, '').toLowerCase();
}

function sendPart(
  response: ServerResponse,
  given: {
    readonly mail: ReadMail;
    readonly raw: Buffer | undefined;
    readonly part: string;
    readonly done: string | null;
  },
): void {
  const { mail, raw, part } = given;
  if (part === '') sendHtml(response, mailPage(mail, given.done), pagePolicy);
  else if (part === '.json') sendJson(response, toJson(mail));
  else if (part === '.eml') response.writeHead(200, download(`${mail.id}.eml`)).end(raw);
  else if (part === '/html') sendHtml(response, `<base target="_blank">${mail.html}`, mailPolicy);
  else {
    const attachment = mail.attachments[Number(part.split('/').at(-1))];
    if (attachment === undefined) response.writeHead(404).end();
    else response.writeHead(200, download(attachment.name)).end(attachment.content);
  }
}

function toJson({ attachments, ...mail }: ReadMail): Record<string, unknown> {
  return { ...mail, attachments: attachments.map(({ name, type, size }) => ({ name, type, size })) };
}

function download(name: string): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
  };
}

function sendHtml(response: ServerResponse, html: string, policy: string): void {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .end(html);
}

function sendJson(response: ServerResponse, content: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(content, null, 2));
}
