/**
 * The process of one execution environment: loads a handler as Lambda does and calls it for each message. It ends when the channel to
 * the runtime closes, so that no function outlives it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { asObject } from '../json-reading.ts';
import type { InvocationMessage, ProcessMessage, ProcessStart } from './messages.ts';
import { shiftDate } from './shift-date.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const send = (message: ProcessMessage): void => void process.send?.(message);

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);

const start = JSON.parse(process.argv[2] ?? '{}') as ProcessStart;
const realNow = (): number => performance.timeOrigin + performance.now();
shiftDate(start.shiftMilliseconds);

process.on('uncaughtException', (error) => {
  process.send?.(failure(undefined, error), () => process.exit(1));
});

async function loadHandler(): Promise<Handler> {
  const point = start.handler.lastIndexOf('.');
  const path = join(start.codeDirectory, start.handler.slice(0, point));
  const file = ['.js', '.mjs', '.cjs'].map((extension) => `${path}${extension}`).find((name) => existsSync(name));
  if (file === undefined) throw new Error(`Cannot find module '${start.handler.slice(0, point)}'`);
  const loaded = asObjectLike(await import(pathToFileURL(file).href));
  const name = start.handler.slice(point + 1);
  const handler = loaded[name] ?? asObjectLike(loaded['default'])[name];
  if (typeof handler !== 'function') throw new Error(`${start.handler} is undefined or not exported`);
  return handler as Handler;
}

/** A module namespace or the exports of a CommonJS file. */
function asObjectLike(value: unknown): Record<string, unknown> {
  return typeof value === 'function' ? (value as unknown as Record<string, unknown>) : asObject(value);
}

async function invoke(handler: Handler, { requestId, event, functionArn, deadline }: InvocationMessage): Promise<void> {
  const context = {
    awsRequestId: requestId,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - realNow())),
  };
  try {
    const payload: unknown = await handler(event, context);
    send({ kind: 'returned', requestId, payload: payload === undefined ? null : payload });
  } catch (error) {
    send(failure(requestId, error));
  }
}

function failure(requestId: string | undefined, error: unknown): ProcessMessage {
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    kind: 'failed',
    requestId,
    errorType: known.name,
    errorMessage: known.message,
    trace: describe(known),
  };
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${describe(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

try {
  const handler = await loadHandler();
  process.on('message', (message) => {
    invoke(handler, message as InvocationMessage).catch((error: unknown) => {
      send(failure(undefined, error));
    });
  });
  send({ kind: 'ready' });
} catch (error) {
  send(failure(undefined, error));
}
