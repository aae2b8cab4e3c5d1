/** What a person or a program sends: a browser with its own cookies, over plain fetch, without script. */
import type { System } from './running-system.ts';

export interface Sent {
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>> | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  /** The secret link's token. */
  readonly bearer?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; empty for a page. */
  readonly body: Record<string, unknown>;
}

let keys = 0;
const run = Date.now().toString(36);

/** Never used before, here or in an earlier run against the same system. */
export function freshKey(): string {
  keys += 1;
  return `e2e-${run}-${String(process.pid)}-${String(keys)}`;
}

export class Browser {
  readonly system: System;
  readonly #cookies = new Map<string, string>();

  constructor(system: System) {
    this.system = system;
  }

  get(path: string, sent: Sent = {}): Promise<Answer> {
    return this.#send('GET', path, sent);
  }

  post(path: string, sent: Sent = {}): Promise<Answer> {
    return this.#send('POST', path, sent);
  }

  /** The cookies that a copy of this browser would have. */
  cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #send(method: string, path: string, sent: Sent): Promise<Answer> {
    const answer = await fetch(new URL(path, this.system.baseUrl), {
      method,
      redirect: 'manual',
      headers: {
        ...(this.#cookies.size > 0 && { cookie: this.cookies() }),
        ...(sent.json !== undefined && { 'content-type': 'application/json' }),
        ...(sent.form !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        }),
        ...(sent.key !== undefined && { 'idempotency-key': sent.key }),
        ...(sent.bearer !== undefined && { authorization: `Bearer ${sent.bearer}` }),
        'accept-language': 'en',
        ...sent.headers,
      },
      ...(sent.json !== undefined && { body: JSON.stringify(sent.json) }),
      ...(sent.form !== undefined && { body: new URLSearchParams(sent.form).toString() }),
    });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
    if (value === '' || /max-age=0/iu.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

/** @throws with what was answered, when it is not the status that the story needs. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status)
    throw new Error(`${String(answer.status)} instead of ${String(status)}: ${answer.text}`);
  return answer;
}
