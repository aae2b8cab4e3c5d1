/**
 * `npm run rebuild-queues -- --stage local|NAME [--function NAME] [--endpoint URL] [--since INSTANT] [--until INSTANT] [--entity case#CODE]
 * [--queue levels|mail|tasks]… [--dry-run]`: sends again what commits ask for (infra/runbook.md, Rebuild the queues).
 */
import { parseArgs } from 'node:util';
import { callerOf } from './call-function.ts';
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
  const { stage, endpoint } = options;
  const call = await callerOf('rebuild-queues', { stage, endpoint, function: options.function });
  const totals = await rebuildAll(requestOf(), call);
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
