import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApiPlan } from '../assembly/plan.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { LocalClock } from '../local-clock.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { gatewayAnswer, toHttpAnswer, type HttpAnswer } from './http-answer.ts';
import { pathOf, toHttpEvent } from './http-event.ts';
import { matchRoute } from './match-route.ts';
import type { Answerer } from './open-server.ts';
import { createThrottle } from './throttle.ts';

/** API Gateway's limit for a request body, and Lambda's for an event or an answer as JSON. Bytes. */
const largestBody = 10 * 1024 * 1024;
const largestPayload = 6 * 1024 * 1024;

export interface HttpApiSettings {
  readonly api: ApiPlan;
  readonly pool: FunctionPool;
  readonly clock: LocalClock;
  /** API Gateway waits 30 seconds. */
  readonly integrationTimeoutMilliseconds: number;
  readonly log: (line: string) => void;
}

/** API Gateway's HTTP API on this machine. */
export function httpApi(settings: HttpApiSettings): Answerer {
  const mayPass = createThrottle(settings.api.throttle, () => performance.now());
  return (request, response) => {
    answerCall(request, settings, mayPass)
      .catch((error: unknown) => {
        settings.log(`HTTP API: ${String(error)}`);
        return gatewayAnswer(500, 'Internal Server Error');
      })
      .then((answer) => {
        write(response, answer);
      })
      .catch((error: unknown) => {
        settings.log(`HTTP API: ${String(error)}`);
      });
  };
}

async function answerCall(
  request: IncomingMessage,
  settings: HttpApiSettings,
  mayPass: () => boolean,
): Promise<HttpAnswer> {
  const { api } = settings;
  const method = request.method ?? 'GET';
  const { origin } = request.headers;
  const isPreflight = method === 'OPTIONS' && 'access-control-request-method' in request.headers;
  if (isPreflight && api.cors !== undefined) {
    return { status: 204, headers: preflightHeaders(api.cors, origin), body: Buffer.alloc(0) };
  }
  const answer = mayPass() ? await callFunction(request, method, settings) : gatewayAnswer(429, 'Too Many Requests');
  return { ...answer, headers: [...answer.headers, ...corsHeaders(api.cors, origin)] };
}

async function callFunction(request: IncomingMessage, method: string, settings: HttpApiSettings): Promise<HttpAnswer> {
  const target = request.url ?? '/';
  const path = pathOf(target);
  if (path === undefined) return gatewayAnswer(400, 'Bad Request');
  const route = matchRoute(settings.api.routes, method, path);
  if (route === undefined) return gatewayAnswer(404, 'Not Found');
  const body = await readBody(request);
  if (body === undefined) return gatewayAnswer(413, 'Request Entity Too Large');
  const event = toHttpEvent(
    {
      method,
      target,
      rawHeaders: request.rawHeaders,
      body,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      protocol: `HTTP/${request.httpVersion}`,
      at: settings.clock.now(),
    },
    route,
  );
  if (Buffer.byteLength(JSON.stringify(event)) > largestPayload) return gatewayAnswer(413, 'Request Entity Too Large');
  const timer = new AbortController();
  const outcome = await Promise.race([
    settings.pool.invoke(route.functionName, event),
    wait(settings.integrationTimeoutMilliseconds, 'late' as const, { signal: timer.signal }),
  ]);
  timer.abort();
  if (outcome === 'late') return gatewayAnswer(503, 'Service Unavailable');
  if (outcome.kind === 'failed') return gatewayAnswer(500, 'Internal Server Error');
  const answer = toHttpAnswer(outcome.payload);
  return answer.body.length > largestPayload ? gatewayAnswer(500, 'Internal Server Error') : answer;
}

/** Undefined when it is too large; the rest is then read and thrown away so that the client hears the answer. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largestBody) chunks = [];
    else chunks.push(chunk as Buffer);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks);
}

function write(response: ServerResponse, answer: HttpAnswer): void {
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  if (answer.status !== 204 && answer.status !== 304) response.setHeader('content-length', answer.body.length);
  response.writeHead(answer.status).end(answer.body);
}
