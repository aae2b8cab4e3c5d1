/**
 * One question to a provider, and what of its answer is the same with all of them. The line is drawn by one question: can the message have gone
 * out? If it cannot, another try or another channel is safe; if it can, only a receipt tells.
 */
import { isUnreachable, type ProviderFetch } from '../../../shared/ports/providers.ts';
import type { Sent } from '../channel-contract.ts';
import { parseExactJson } from './exact-json.ts';

/** Longer than any provider takes, shorter than the function's own limit. */
const TIMEOUT_MILLISECONDS = 10_000;

export type ProviderAnswer =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly outcome: Exclude<Sent, { kind: 'accepted' }> };

export interface ProviderQuestion {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** @returns `answered` for a JSON document under a status of 2xx; its numbers are texts. */
export async function askProvider(fetch: ProviderFetch, question: ProviderQuestion): Promise<ProviderAnswer> {
  const { url, method = 'POST', headers, body } = question;
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    });
    if (response.status < 200 || response.status > 299) return { kind: 'failed', outcome: withoutSuccess(response) };
    const json = parseExactJson(await response.text());
    // A success without its words: who knows of what.
    return json === undefined
      ? { kind: 'failed', outcome: { kind: 'unclear' } }
      : { kind: 'answered', body: json.value };
  } catch (error) {
    return {
      kind: 'failed',
      outcome: isUnreachable(error) ? { kind: 'unavailable', why: 'unreachable' } : { kind: 'unclear' },
    };
  }
}

function withoutSuccess(response: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}): Exclude<Sent, { kind: 'accepted' }> {
  const { status, headers } = response;
  const why = `http-${String(status)}`;
  const seconds = Number(headers['retry-after'] ?? NaN);
  // 408, 500, 502, 504: it gave up in the middle. 503 and 429 are said before anything is done; a redirect leads where our key must not go.
  if (status === 408 || (status >= 500 && status !== 503)) return { kind: 'unclear' };
  if (status === 503 || status === 429 || status < 400 || status === 401 || status === 403)
    return { kind: 'unavailable', why, ...(seconds > 0 && { retryAfterSeconds: Math.ceil(seconds) }) };
  return { kind: 'refused', why };
}
