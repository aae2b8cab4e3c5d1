/** The headers that steer a request: language, secret link, expected version, idempotency key, and where the request came from. */
import { createHash } from 'node:crypto';
import type { FieldError, Language } from './http.ts';

type Headers = Readonly<Record<string, string | undefined>>;

export type Read<Value> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'given'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly error: FieldError };

/** Vietnamese unless English is asked for more strongly. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { tag: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  const strength = (language: Language) =>
    Math.max(0, ...wishes.filter(({ tag, quality }) => tag === language && quality > 0).map(({ quality }) => quality));
  if (strength('en') === strength('vi')) {
    return strength('en') > 0 &&
      wishes.findIndex(({ tag }) => tag === 'en') < wishes.findIndex(({ tag }) => tag === 'vi')
      ? 'en'
      : 'vi';
  }
  return strength('en') > strength('vi') ? 'en' : 'vi';
}

/** `Authorization: Bearer …`; the query's `k` is where a link in a mail carries it. */
export function bearerOf(headers: Headers, query: Readonly<Record<string, string>>): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? query['k'];
}

/** `If-Match: "<version>"`: a strong tag that the answer before it gave. */
export function expectedVersionOf(headers: Headers): Read<number> {
  const header = headers['if-match'];
  if (header === undefined) return { kind: 'absent' };
  const version = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  return version === undefined
    ? { kind: 'wrong', error: { pointer: 'header/If-Match', code: 'if-match' } }
    : { kind: 'given', value: Number(version) };
}

/** 8 to 128 unreserved characters, bare or quoted; a UUID is usual. */
export function idempotencyKeyOf(text: string | undefined): Read<string> {
  if (text === undefined) return { kind: 'absent' };
  const key = /^("?)([\w.:~-]{8,128})\1$/.exec(text.trim())?.[2];
  return key === undefined
    ? { kind: 'wrong', error: { pointer: 'header/Idempotency-Key', code: 'idempotency-key' } }
    : { kind: 'given', value: key };
}

/** Bound to who asks: nobody meets another's answer, and what is stored names nobody. */
export function principalKey(principal: string, key: string): string {
  return createHash('sha256').update(`${principal}\n${key}`).digest('base64url');
}

export function fingerprint(request: {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}): string {
  return createHash('sha256')
    .update(`${request.method}\n${request.path}\n${canonicalJson(request.body)}`)
    .digest('base64url');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}

/**
 * Whether a request that a cookie authenticates was made by a page of ours. Browsers have sent `Sec-Fetch-Site` since 2023 and `Origin`
 * on every POST long before. Without either there is no browser, or one too old: JSON is then let in, because another site could not
 * have sent that type unasked (CORS), a form is not. Pages send no referrer, so an `Origin: null` says nothing and is refused.
 */
export function isSameOrigin(headers: Headers, media: 'json' | 'form' | undefined): boolean {
  if (headers['sec-fetch-site'] !== undefined) return !isFromAnotherSite(headers);
  const origin = headers['origin'];
  if (origin === undefined) return media === 'json';
  return URL.canParse(origin) && new URL(origin).host === headers['host'];
}

/** Whether the browser itself says so; an old browser or a program says nothing. `none`: a person typed the address or used a bookmark. */
export function isFromAnotherSite(headers: Headers): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
