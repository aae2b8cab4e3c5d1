import { randomUUID } from 'node:crypto';
import { localAccount } from '../assembly/local-identity.ts';
import type { MatchedRoute } from './match-route.ts';

export interface IncomingCall {
  readonly method: string;
  /** As the client sent it, with its query. */
  readonly target: string;
  /** Name, value, name, value: as node:http keeps them, so that repeated headers survive. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly protocol: string;
  /** Epoch milliseconds by the system's clock. */
  readonly at: number;
}

/** Content that API Gateway hands over as text; everything else, form posts included, comes as base64. */
const textContent = /^(?:text\/|application\/(?:json|javascript|xml)\b|application\/[\w.-]+\+(?:json|xml)\b)/iu;

/** The path without its query, percent-decoded as API Gateway does; undefined when it cannot be decoded. */
export function pathOf(target: string): string | undefined {
  try {
    return decodeURIComponent(target.split('?')[0] ?? '/');
  } catch {
    return undefined;
  }
}

/** An HTTP call as Lambda sees it in payload format 2.0. */
export function toHttpEvent(call: IncomingCall, route: MatchedRoute): Record<string, unknown> {
  const path = pathOf(call.target) ?? '/';
  const queryStart = call.target.indexOf('?');
  const rawQueryString = queryStart < 0 ? '' : call.target.slice(queryStart + 1);
  const { headers, cookies } = toHeaders(call.rawHeaders);
  const query = toQuery(rawQueryString);
  const isText = textContent.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: localAccount,
      apiId: 'localapi',
      domainName: headers['host'] ?? '127.0.0.1',
      domainPrefix: 'localapi',
      http: {
        method: call.method,
        path,
        protocol: call.protocol,
        sourceIp: call.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: accessLogTime(call.at),
      timeEpoch: call.at,
    },
    ...(Object.keys(route.pathParameters).length > 0 && { pathParameters: route.pathParameters }),
    ...(call.body.length > 0 && { body: call.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: call.body.length > 0 && !isText,
  };
}

/** Repeated headers are joined by a comma; cookies are a list of their own. */
function toHeaders(raw: readonly string[]): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let position = 0; position + 1 < raw.length; position += 2) {
    const name = (raw[position] ?? '').toLowerCase();
    const value = raw[position + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/u).filter((cookie) => cookie !== ''));
    else headers[name] = name in headers ? `${headers[name] ?? ''},${value}` : value;
  }
  return { headers, cookies };
}

function toQuery(rawQueryString: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    query[name] = name in query ? `${query[name] ?? ''},${value}` : value;
  }
  return query;
}

/** `23/Nov/2026:08:15:00 +0000` */
function accessLogTime(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${day ?? ''}/${month ?? ''}/${year ?? ''}:${time ?? ''} +0000`;
}
