/** `/dien-thoai` beside the mail viewer: the page for people, `/dien-thoai.json` for tests and curl. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answerer } from '../http/open-server.ts';
import { PHONE_CHANNELS, PROVIDERS_OF, sayOnPhone, type PhoneChannel, type PhoneSettings } from './citizen-phone.ts';
import { phonePage, SAMPLE_ACCOUNTS, type PhoneView } from './phone-pages.ts';

const PATH = /^\/dien-thoai(\.json)?(?:\?|$)/u;
/** Longer than any message. Bytes. */
const LIMIT = 64 * 1024;
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'";

interface Mine {
  readonly channel: PhoneChannel;
  readonly account: string;
  readonly mine: string;
  readonly at: string;
}

/** Answers what is the phone's and leaves the rest to `others`. */
export function phoneServer(
  settings: PhoneSettings & { readonly log: (line: string) => void },
  others: Answerer,
): Answerer {
  const written: Mine[] = [];
  return (request, response) => {
    const isOurs = PATH.test(request.url ?? '');
    if (!isOurs) {
      others(request, response);
      return;
    }
    // Another site open in the same browser must not write in a citizen's name.
    if (request.method === 'POST' && !['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'])) {
      response.writeHead(403).end();
      return;
    }
    serve({ ...settings, written }, request, response).catch((fault: unknown) => {
      settings.log(`phone: ${String(fault)}`);
      response.writeHead(500).end();
    });
  };
}

async function serve(
  phone: PhoneSettings & { readonly written: Mine[] },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const given = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : url.searchParams;
  const channel = PHONE_CHANNELS.find((one) => one === given.get('channel')) ?? 'sms';
  const account = given.get('account') ?? SAMPLE_ACCOUNTS[channel];
  const text = given.get('text')?.trim() ?? '';
  let answered: number | undefined;
  if (request.method === 'POST' && text !== '') {
    phone.written.push({ channel, account, mine: text, at: phone.world.clock.now() });
    answered = (await sayOnPhone(phone, { channel, account, saying: { kind: 'text', text } })).status;
  }
  const lines = talkOf(phone, { channel, account });
  if (url.pathname.endsWith('.json')) {
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify({ channel, account, ...(answered !== undefined && { answered }), lines }, null, 2));
    return;
  }
  const view: PhoneView = { channel, account, lines, ...(answered !== undefined && { answered }) };
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    .end(phonePage(view));
}

function talkOf(
  { world, written }: Pick<PhoneSettings, 'world'> & { readonly written: readonly Mine[] },
  { channel, account }: Pick<Mine, 'channel' | 'account'>,
): PhoneView['lines'] {
  const mine = written.filter((line) => line.channel === channel && line.account === account);
  const theirs = world.said.filter((said) => said.account === account && PROVIDERS_OF[channel].includes(said.provider));
  return [...mine, ...theirs].sort((one, other) => (one.at < other.at ? -1 : 1));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LIMIT) throw new Error('too long');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
