/**
 * What eSMS means by `CodeResult` (its public table of error codes). 100 says that the message was taken, not that it was delivered. Whatever the
 * account lacks may be mended by an operator, so the message waits; a number or a text that is refused will be refused again.
 */
export type CodeMeaning =
  | { readonly kind: 'accepted' }
  /** `ops`: a person of ours has to do something. */
  | { readonly kind: 'unavailable'; readonly why: string; readonly ops: boolean }
  | { readonly kind: 'refused'; readonly why: string; readonly ops: boolean };

const meanings: Readonly<Record<string, CodeMeaning>> = {
  '100': { kind: 'accepted' },
  /** The same RequestId again: the first one was taken. */
  '124': { kind: 'accepted' },
  '101': { kind: 'unavailable', why: 'wrong-key', ops: true },
  '102': { kind: 'unavailable', why: 'no-price-list', ops: true },
  '103': { kind: 'unavailable', why: 'no-balance', ops: true },
  '104': { kind: 'unavailable', why: 'unknown-brandname', ops: true },
  '140': { kind: 'unavailable', why: 'address-not-allowed', ops: true },
  '99': { kind: 'refused', why: 'number-blocked', ops: false },
  '108': { kind: 'refused', why: 'wrong-number', ops: false },
  /** A text outside the templates that were registered for the brand name. */
  '146': { kind: 'refused', why: 'template-not-registered', ops: true },
  '177': { kind: 'refused', why: 'network-not-registered', ops: true },
};

/** A code that is not in the table: it was not taken, and why is for a person to find out. */
export function meaningOf(code: string): CodeMeaning {
  return Object.hasOwn(meanings, code) && meanings[code] !== undefined
    ? meanings[code]
    : { kind: 'unavailable', why: `code-${code}`, ops: true };
}
