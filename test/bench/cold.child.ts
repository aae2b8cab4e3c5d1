/**
 * One cold start: a fresh process loads a bundle as Lambda does, calls its handler once and says how long both took. What Node itself needs
 * to start is not counted: Lambda has it running before the function's code is touched.
 */
import { createRequire } from 'node:module';

export interface ColdStart {
  readonly loadMs: number;
  readonly callMs: number;
  /** Of all threads, compiler included: what Lambda's share of a core has to do, however busy this machine is. */
  readonly cpuMs: number;
  readonly answer: unknown;
}

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const require = createRequire(import.meta.url);
const context = {
  awsRequestId: 'bench',
  functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '',
  getRemainingTimeInMillis: () => 30_000,
};

process.once('message', (event) => {
  start(event).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      process.send?.({ failed: String(error instanceof Error ? error.stack : error) }, () => process.exit(1));
    },
  );
});

async function start(event: unknown): Promise<ColdStart> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const { handler } = require(process.argv[2] ?? '') as { readonly handler: Handler };
  const loaded = performance.now();
  const answer = await handler(event, context);
  const callMs = performance.now() - loaded;
  const { user, system } = process.cpuUsage(cpu);
  return { loadMs: loaded - began, callMs, cpuMs: (user + system) / 1000, answer };
}
