import { asList, asNumber, asObject, asText, asTruth } from '../json-reading.ts';

export interface HttpAnswer {
  readonly status: number;
  /** A name may come several times (Set-Cookie). */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** An answer of the gateway itself. */
export function gatewayAnswer(status: number, message: string): HttpAnswer {
  return {
    status,
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

/** What the function gave back, as payload format 2.0 reads it: with a status code an HTTP answer, otherwise the JSON body of a 200. */
export function toHttpAnswer(payload: unknown): HttpAnswer {
  const answer = asObject(payload);
  const status = asNumber(answer['statusCode']);
  if (status === undefined) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) };
  }
  if (!Number.isInteger(status) || status < 200 || status > 599) return gatewayAnswer(500, 'Internal Server Error');
  const headers = Object.entries(asObject(answer['headers'])).map(
    ([name, value]) => [name.toLowerCase(), asText(value) ?? ''] as const,
  );
  const cookies = asList(answer['cookies']).map((cookie) => ['set-cookie', String(cookie)] as const);
  const hasType = headers.some(([name]) => name === 'content-type');
  const body = asText(answer['body']) ?? '';
  return {
    status,
    headers: [
      ...(hasType || body === '' ? [] : [['content-type', 'text/plain;charset=UTF-8'] as const]),
      ...headers,
      ...cookies,
    ],
    body: Buffer.from(body, asTruth(answer['isBase64Encoded']) === true ? 'base64' : 'utf8'),
  };
}
