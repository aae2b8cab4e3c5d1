import type { IncomingMessage } from 'node:http';
import type { Answerer } from '../http/open-server.ts';
import type { FunctionPool } from './function-pool.ts';

/**
 * Lambda's Invoke call, so that a function without a trigger can be run by hand as in AWS:
 * `aws lambda invoke --endpoint-url …` or `curl -d '{}' …/2015-03-31/functions/NAME/invocations`.
 */
export function invokeEndpoint(pool: FunctionPool): Answerer {
  return (request, response) => {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/u.exec(request.url ?? '')?.[1];
    if (name === undefined || request.method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    readEvent(request)
      .then((event) => pool.invoke(decodeURIComponent(name), event))
      .then((outcome) => {
        const isFailed = outcome.kind === 'failed';
        const { payload } = isFailed ? { payload: { ...outcome, kind: undefined } } : outcome;
        response.writeHead(200, {
          'content-type': 'application/json',
          ...(isFailed && { 'x-amz-function-error': 'Unhandled' }),
        });
        response.end(JSON.stringify(payload));
      })
      .catch((error: unknown) => {
        response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ Message: String(error) }));
      });
  };
}

async function readEvent(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as unknown);
}
