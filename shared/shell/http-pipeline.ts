/**
 * The one way in for HTTP: from an API Gateway event (HTTP API, payload 2.0) to a route's handler and back. The order is: route, who asks,
 * whether a page of ours sent it, whether they may, headers, body, schema; the first thing wrong is the answer, and no handler sees a
 * request that is not whole. A fault of ours is answered without its words; what it was stands in the log under the request id.
 */
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { RouteContract } from '../contracts/route.ts';
import type { PermissionCheck, SessionResolver } from './who-asks.ts';
import { readRequest, type ReadRequestOptions } from './read-request.ts';
import { languageOf } from './request-headers.ts';
import type { HttpReply, RouteHandler } from './http.ts';
import { renderReply, type ReplyContext } from './render-reply.ts';
import { faultFields, structuredLog, type Log } from './structured-log.ts';

export interface HttpRoute {
  readonly contract: RouteContract;
  readonly handle: RouteHandler;
}

export interface HttpFunctionOptions {
  /** By operation id. */
  readonly routes: Readonly<Record<string, HttpRoute>>;
  readonly sessions?: SessionResolver;
  readonly permits?: PermissionCheck;
  readonly log?: Log;
}

export type HttpFunction = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** @throws at start when a route is listed under another name, twice, or asks for a check that nobody was given. */
export function httpFunction({ routes, sessions, permits, log = structuredLog }: HttpFunctionOptions): HttpFunction {
  const table = routeTable(routes, { sessions, permits });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answerFaults(table, log))
    .use(logRequests(log))
    .handler(async (event: APIGatewayProxyEventV2) => {
      const route = table.get(event.routeKey);
      return renderReply(await replyTo(event, route, { sessions, permits }), replyContext(event, route));
    });
}

async function replyTo(
  event: APIGatewayProxyEventV2,
  route: HttpRoute | undefined,
  options: ReadRequestOptions,
): Promise<HttpReply> {
  if (route === undefined) return { kind: 'problem', problem: { kind: 'not-found', what: 'route' } };
  const read = await readRequest(event, route.contract, options);
  return read.kind === 'read' ? route.handle(read.request) : { kind: 'problem', problem: read.problem };
}

function routeTable(
  routes: Readonly<Record<string, HttpRoute>>,
  given: ReadRequestOptions,
): ReadonlyMap<string, HttpRoute> {
  const table = new Map<string, HttpRoute>();
  for (const [name, route] of Object.entries(routes)) {
    const { operationId, method, path, access, operation } = route.contract;
    const key = `${method} ${path}`;
    if (name !== operationId) throw new Error(`the route ${operationId} is listed as ${name}`);
    if (table.has(key)) throw new Error(`two routes for ${key}`);
    if (access === 'staff' && given.sessions === undefined) throw new Error(`${operationId} needs sessions`);
    if (operation !== undefined && given.permits === undefined)
      throw new Error(`${operationId} needs the permission table`);
    table.set(key, route);
  }
  return table;
}

function replyContext(event: APIGatewayProxyEventV2, route: HttpRoute | undefined): ReplyContext {
  return {
    language: languageOf(event.headers['accept-language']),
    requestId: event.requestContext.requestId,
    media: problemMedia(event, route?.contract.response.media),
    // Written by the gateway, over whatever the caller sent.
    secure: event.headers['x-forwarded-proto'] === 'https',
  };
}

function problemMedia(
  event: APIGatewayProxyEventV2,
  media: RouteContract['response']['media'] | undefined,
): ReplyContext['media'] {
  if (media === 'json' || media === 'html') return media;
  return event.headers['accept']?.includes('text/html') === true ? 'html' : 'json';
}

type Middleware = middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

function answerFaults(table: ReadonlyMap<string, HttpRoute>, log: Log): Middleware {
  return {
    onError: (request) => {
      const { event } = request;
      log('error', 'fault', {
        requestId: event.requestContext.requestId,
        route: event.routeKey,
        ...faultFields(request.error),
      });
      request.response = renderReply({ kind: 'internal' }, replyContext(event, table.get(event.routeKey)));
    },
  };
}

function logRequests(log: Log): Middleware {
  const began = new WeakMap<APIGatewayProxyEventV2, number>();
  const write = (event: APIGatewayProxyEventV2, status: number | undefined) => {
    const durationMs = Math.round(performance.now() - (began.get(event) ?? performance.now()));
    log('info', 'request', { requestId: event.requestContext.requestId, route: event.routeKey, status, durationMs });
  };
  return {
    before: ({ event }) => {
      began.set(event, performance.now());
    },
    after: ({ event, response }) => {
      write(event, response?.statusCode);
    },
    onError: ({ event }) => {
      write(event, 500);
    },
  };
}
