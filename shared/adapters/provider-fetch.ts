import { unreachable, type ProviderFetch } from '../ports/providers.ts';

/** Longer than any answer of a provider. Bytes. */
const ANSWER_LIMIT = 1024 * 1024;

/** Codes of a connection that was not made; a certificate that is not theirs is none either. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The runtime's own fetch. The timeout covers the whole answer; a redirect is handed back, for our keys are meant for this address alone. */
export const providerFetch: ProviderFetch = async (url, { method, headers, body, timeoutMilliseconds }) => {
  if (!isSafe(new URL(url))) throw unreachable(new Error('neither https nor this machine'));
  const response = await connected(
    fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(headers && { headers }),
      ...(body !== undefined && { body }),
    }),
  );
  const text = await limitedText(response);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: () => Promise.resolve(text),
  };
};

/** Plain http is for the stand-ins of the local runtime. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

async function connected(response: Promise<Response>): Promise<Response> {
  try {
    return await response;
  } catch (error) {
    throw codesOf(error).some((code) => NOT_CONNECTED.has(code)) ? unreachable(error) : error;
  }
}

function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}

async function limitedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += (chunk as Uint8Array).length;
    // Leaving the loop closes the connection.
    if (bytes > ANSWER_LIMIT) throw new Error('the answer of the provider is too long');
    chunks.push(chunk as Uint8Array);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
