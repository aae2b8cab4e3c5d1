/** From an event to the request that a handler is given, or to the first thing wrong with it. */
import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RouteContract } from '../contracts/route.ts';
import type { StaffActor } from '../domain/actor.ts';
import { cleanText } from './clean-text.ts';
import { parseCookies } from './cookies.ts';
import type { PermissionCheck, SessionResolver } from './who-asks.ts';
import type { FieldError, HttpRequest, Problem } from './http.ts';
import { readBody, readBytes } from './read-body.ts';
import {
  bearerOf,
  expectedVersionOf,
  fingerprint,
  idempotencyKeyOf,
  isFromAnotherSite,
  isSameOrigin,
  languageOf,
  principalKey,
} from './request-headers.ts';
import { schemaErrors } from './schema-errors.ts';

export interface ReadRequestOptions {
  readonly sessions?: SessionResolver | undefined;
  readonly permits?: PermissionCheck | undefined;
}

export type ReadRequest =
  | { readonly kind: 'read'; readonly request: HttpRequest<never> }
  | { readonly kind: 'wrong'; readonly problem: Problem };

/** Longer than any code or id of ours, and shorter than a key that the tables take (2,048 bytes with its prefix). Signed tokens are no keys. */
const ID_BYTES = 500;

/** Form field that stands for the header `Idempotency-Key` on pages; taken out before the schema is asked. */
const KEY_FIELD = 'idempotencyKey';

export async function readRequest(
  event: APIGatewayProxyEventV2,
  contract: RouteContract,
  { sessions, permits }: ReadRequestOptions,
): Promise<ReadRequest> {
  const cookies = parseCookies(event.cookies);
  const actor = contract.access === 'public' ? undefined : await sessions?.(cookies);
  const unwelcome = whyUnwelcome(event, contract, { actor, permits });
  if (unwelcome !== undefined) return { kind: 'wrong', problem: unwelcome };

  const params = cleanNamed(event.pathParameters, 'path');
  if (Object.entries(params.value).some(([name, id]) => name !== 'token' && Buffer.byteLength(id) > ID_BYTES))
    return { kind: 'wrong', problem: { kind: 'not-found', what: 'route' } };
  const query = cleanNamed(event.queryStringParameters, 'query');
  const version = expectedVersionOf(event.headers);
  const body = bodyOf(event, contract);
  if (body.kind === 'wrong') return body;
  const key = idempotencyKeyOf(event.headers['idempotency-key'] ?? body.keyField);
  const errors = [
    ...params.errors,
    ...query.errors,
    ...queryErrors(contract, query.value),
    ...[version, key].flatMap((read) => (read.kind === 'wrong' ? [read.error] : [])),
    ...body.errors,
  ];
  if (errors.length > 0) return { kind: 'wrong', problem: { kind: 'malformed', errors } };
  if (contract.idempotency === 'required' && key.kind === 'absent')
    return { kind: 'wrong', problem: { kind: 'key-missing' } };

  const bearer = bearerOf(event.headers, query.value);
  const { method, path, sourceIp } = event.requestContext.http;
  const request: HttpRequest = {
    body: body.value,
    params: params.value,
    query: query.value,
    cookies,
    headers: event.headers,
    language: languageOf(event.headers['accept-language']),
    requestId: event.requestContext.requestId,
    sourceIp,
    ...(actor && { actor }),
    ...(bearer !== undefined && { bearer }),
    ...(contract.idempotency !== 'none' &&
      key.kind === 'given' && {
        idempotency: {
          key: principalKey(principalOf(actor, bearer), key.value),
          fingerprint: fingerprint({ method, path, body: body.raw }),
        },
      }),
    ...(version.kind === 'given' && { expectedVersion: version.value }),
  };
  return { kind: 'read', request: request as HttpRequest<never> };
}

function whyUnwelcome(
  event: APIGatewayProxyEventV2,
  contract: RouteContract,
  who: { readonly actor: StaffActor | undefined; readonly permits: PermissionCheck | undefined },
): Problem | undefined {
  const { access, operation, method, request } = contract;
  // Asked of visitors as well: another site could otherwise ask for a sign-in in a visitor's browser, in another name.
  if (method === 'POST' && request?.media === 'form' && isFromAnotherSite(event.headers))
    return { kind: 'forbidden', why: 'cross-site' };
  if (who.actor === undefined) return access === 'staff' ? { kind: 'unauthenticated' } : undefined;
  if (method === 'POST' && !isSameOrigin(event.headers, request?.media))
    return { kind: 'forbidden', why: 'cross-site' };
  if (operation !== undefined && who.permits?.(who.actor, operation) !== true)
    return { kind: 'forbidden', why: operation };
  return undefined;
}

interface Body {
  readonly kind: 'body';
  /** As the schema gives it. */
  readonly value: unknown;
  /** As it was sent, cleaned: what a retry sends again. */
  readonly raw: unknown;
  readonly keyField?: string;
  readonly errors: readonly FieldError[];
}

function bodyOf(
  event: APIGatewayProxyEventV2,
  contract: RouteContract,
): Body | { readonly kind: 'wrong'; readonly problem: Problem } {
  if (contract.rawBody !== undefined) {
    const read = readBytes(event, contract.rawBody.limit);
    return read.kind === 'read'
      ? { kind: 'body', value: read.value, raw: undefined, errors: [] }
      : { kind: 'wrong', problem: read.problem };
  }
  if (contract.request === undefined) return { kind: 'body', value: undefined, raw: undefined, errors: [] };
  const { media, body: schema } = contract.request;
  const read = readBody(event, media);
  if (read.kind === 'unreadable') return { kind: 'wrong', problem: read.problem };
  const { rest, keyField } = media === 'form' ? withoutKeyField(read.value) : { rest: read.value };
  const parsed = schema.safeParse(rest);
  return {
    kind: 'body',
    value: parsed.data,
    raw: rest,
    ...(keyField !== undefined && { keyField }),
    errors: parsed.success ? [] : schemaErrors(parsed.error.issues, rest),
  };
}

function withoutKeyField(value: unknown): { readonly rest: unknown; readonly keyField?: string } {
  const fields = Object.entries(value as object);
  const keyField: unknown = fields.find(([name]) => name === KEY_FIELD)?.[1];
  const rest = Object.fromEntries(fields.filter(([name]) => name !== KEY_FIELD));
  return typeof keyField === 'string' ? { rest, keyField } : { rest };
}

function queryErrors(contract: RouteContract, query: Readonly<Record<string, string>>): readonly FieldError[] {
  const parsed = contract.query?.safeParse(query);
  return parsed === undefined || parsed.success ? [] : schemaErrors(parsed.error.issues, query, 'query');
}

function cleanNamed(values: Readonly<Record<string, string | undefined>> | undefined, root: string) {
  const errors: FieldError[] = [];
  const value: Record<string, string> = {};
  for (const [name, text] of Object.entries(values ?? {})) {
    const cleaned = cleanText(text ?? '', `${root}/${name}`);
    if (cleaned.kind === 'clean') value[name] = cleaned.value;
    else errors.push(...cleaned.errors);
  }
  return { value, errors };
}

/** Never the secret itself, not even hashed alone with the key: the whole is hashed again in `principalKey`. */
function principalOf(actor: StaffActor | undefined, bearer: string | undefined): string {
  if (actor !== undefined) return `staff:${actor.staffId}`;
  return bearer === undefined ? 'anyone' : `bearer:${createHash('sha256').update(bearer).digest('base64url')}`;
}
