/**
 * JSON of providers. Some of their ids are numbers of 64 bits, which a JavaScript number silently rounds: every number is read as the text that
 * stands there, so that an id is a text whether it was sent as one or not.
 */
import { parse } from 'lossless-json';

/** @returns undefined for what is no JSON in UTF-8. Numbers are texts. */
export function parseExactJson(body: Uint8Array | string): { readonly value: unknown } | undefined {
  try {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    return { value: parse(text, undefined, { parseNumber: (digits) => digits }) };
  } catch {
    // Also when the nesting is deeper than the stack.
    return undefined;
  }
}
