/**
 * `npm run recompute-clocks -- --stage local|NAME [--endpoint URL]`: after a calendar with a late holiday was published, asks every case with a
 * running clock to compute it anew (infra/runbook.md, Announce a late holiday).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { callerOf } from './call-function.ts';

const { values: options } = parseArgs({ options: { stage: { type: 'string' }, endpoint: { type: 'string' } } });

/** Functions keep a published catalogue for a minute; a case that is asked before would answer by the old calendar. Seconds. */
const OLD_CATALOGUE = 70;

if (options.stage === undefined) {
  process.stderr.write('Thiếu --stage local hoặc --stage TÊN\n--stage local or --stage NAME is missing\n');
  process.exitCode = 2;
} else {
  const { stage, endpoint } = options;
  const call = await callerOf('clock-recomputer', { stage, endpoint });
  process.stderr.write(
    `Chờ ${String(OLD_CATALOGUE)} giây để mọi hàm có lịch mới · waiting until every function has the new calendar\n`,
  );
  await pause(OLD_CATALOGUE * 1000);
  process.stdout.write(`${JSON.stringify(await call({}), null, 2)}\n`);
}
