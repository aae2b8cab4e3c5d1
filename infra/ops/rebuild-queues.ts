/**
 * `npm run rebuild-queues -- --stage local|NAME [--function NAME] [--endpoint URL] [--since INSTANT] [--until INSTANT] [--entity case#CODE]
 * [--queue levels|mail|tasks]… [--dry-run]`: sends again what commits ask for (infra/runbook.md, Rebuild the queues). On this machine it
 * calls the running system, elsewhere the function in AWS through the `aws` command and its profile.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { rebuildAll } from './rebuild-all.ts';

const { values: options } = parseArgs({
  options: {
    stage: { type: 'string' },
    function: { type: 'string' },
    endpoint: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    entity: { type: 'string' },
    queue: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean', default: false },
  },
});

if (options.stage === undefined) {
  process.stderr.write('Thiếu --stage local hoặc --stage TÊN\n--stage local or --stage NAME is missing\n');
  process.exitCode = 2;
} else {
  const { stage } = options;
  const name = options.function ?? `mot-cua-${stage === 'local' ? await stageRunHere() : stage}-rebuild-queues`;
  const totals = await rebuildAll(requestOf(), (request) =>
    stage === 'local' ? invokeHere(name, request) : invokeInAws(name, request),
  );
  process.stdout.write(`${JSON.stringify(totals, null, 2)}\n`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

function requestOf(): Readonly<Record<string, unknown>> {
  const { since, until, entity, queue } = options;
  return {
    ...(since !== undefined && { since: new Date(since).toISOString() }),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    ...(entity !== undefined && { entity }),
    ...(queue && { queues: queue }),
    ...(options['dry-run'] && { dryRun: true }),
  };
}

/** This machine runs the app of the stage that cdk.json names. */
async function stageRunHere(): Promise<string> {
  const file = new URL('../../cdk.json', import.meta.url);
  const { context } = JSON.parse(await readFile(file, 'utf8')) as { readonly context: { readonly stage: string } };
  return context.stage;
}

async function invokeHere(name: string, request: unknown): Promise<unknown> {
  const endpoint = options.endpoint ?? (await endpointHere());
  const url = new URL(`/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, endpoint);
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
  return answer.json();
}

/** The running system leaves its addresses in its data folder. @throws when it does not run. */
async function endpointHere(): Promise<string> {
  const file = new URL('../../.local/endpoints.json', import.meta.url);
  const { lambda } = JSON.parse(await readFile(file, 'utf8')) as { readonly lambda: string };
  return lambda;
}

async function invokeInAws(name: string, request: unknown): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'rebuild-queues-'));
  const file = join(folder, 'answer.json');
  const payload = ['--cli-binary-format', 'raw-in-base64-out', '--payload', JSON.stringify(request)];
  const patience = ['--cli-read-timeout', '900'];
  try {
    await promisify(execFile)('aws', ['lambda', 'invoke', '--function-name', name, ...patience, ...payload, file]);
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
