/**
 * Reads SES's Authentication-Results (RFC 8601). Half of such a header is the sender's: the envelope address and the name in HELO are
 * repeated in it, and `x;dmarc=pass` can be part of both. SES repeats them word for word in Received-SPF as well, so that part is cut off
 * as a whole; what follows it must be verdicts and nothing else.
 */
export interface AuthenticationResults {
  /** Domains with a valid DKIM signature (RFC 6376, tag `i`). */
  readonly signedBy: readonly string[];
  /** Undefined when SES says nothing about it: the domain publishes no policy. */
  readonly dmarc?: { readonly result: string; readonly domain?: string };
}

const AUTHENTICATOR = 'amazonses.com; spf=';
/** A method, its result, perhaps a comment, and properties. */
const VERDICT = /^(dkim|dmarc)=([a-z]{2,20})(?: \([^()]{0,200}\))?((?: [a-z.]{1,30}=[^\s";\\]{1,320}){0,4})$/iu;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u;

/** @param headers each on one line. @returns undefined for anything that SES would not write. */
export function readAuthenticationResults(headers: {
  readonly receivedSpf: string;
  readonly authenticationResults: string;
}): AuthenticationResults | undefined {
  const verdicts = verdictsOf(headers)?.map(readVerdict);
  if (verdicts?.every((verdict) => verdict !== undefined) !== true) return undefined;
  const [dmarc, second] = verdicts.filter(({ method }) => method === 'dmarc');
  if (second !== undefined) return undefined;
  const passed = verdicts.filter(({ method, result }) => method === 'dkim' && result === 'pass');
  const domain = dmarc?.properties.get('header.from');
  return {
    signedBy: passed.flatMap(
      ({ properties }) => domainOf(properties.get('header.i') ?? properties.get('header.d')) ?? [],
    ),
    ...(dmarc && { dmarc: { result: dmarc.result, ...(domain !== undefined && { domain }) } }),
  };
}

function verdictsOf(headers: { readonly receivedSpf: string; readonly authenticationResults: string }) {
  const { receivedSpf, authenticationResults } = headers;
  const bySender = `${AUTHENTICATOR}${receivedSpf}`;
  // Folding case maps some foreign letters to Latin ones.
  if (!/^[\x20-\x7e]*$/u.test(authenticationResults)) return undefined;
  if (!receivedSpf.endsWith(';') || !authenticationResults.startsWith(bySender)) return undefined;
  return authenticationResults
    .slice(bySender.length)
    .split(';')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function readVerdict(clause: string) {
  const [, method, result, properties] = VERDICT.exec(clause) ?? [];
  if (method === undefined || result === undefined || properties === undefined) return undefined;
  const pairs = properties
    .trim()
    .toLowerCase()
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return { method: method.toLowerCase(), result: result.toLowerCase(), properties: new Map(pairs) };
}

/** `header.i` is `@domain` or an address at it. */
function domainOf(identity: string | undefined): string | undefined {
  const domain = identity?.slice(identity.lastIndexOf('@') + 1);
  return domain !== undefined && DOMAIN.test(domain) ? domain : undefined;
}
