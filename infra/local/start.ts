import { resolve } from 'node:path';
import { readCommandLine, usage } from './command-line.ts';
import { nextSteps } from './next-steps.ts';
import { publishCatalogue } from './publish-catalogue.ts';
import { startLocalRuntime, type LocalRuntime } from './runtime.ts';
import { synthesise } from './synthesise.ts';
import { UnderstandableError } from './understandable-error.ts';

const projectDirectory = resolve(import.meta.dirname, '..', '..');

/** `npm start`: the whole system on this machine until Ctrl-C. */
async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(usage);
    return;
  }
  const say = (line: string): void => {
    if (!options.quiet) console.log(line);
  };
  const started: LocalRuntime[] = [];
  let ending: Promise<unknown> | undefined;
  const end = (code: number): void => {
    if (ending !== undefined) return;
    ending = Promise.all(started.map((runtime) => runtime.stop())).finally(() => process.exit(code));
  };
  process.on('SIGINT', () => {
    end(0);
  });
  process.on('SIGTERM', () => {
    end(0);
  });
  endWithNpm(() => {
    end(0);
  });
  const assembly = options.assembly ?? (await synthesise(projectDirectory, say));
  const runtime = await startLocalRuntime({
    assembly,
    dataDirectory: options.dataDirectory,
    port: options.port,
    mailPort: options.mailPort,
    smtpPort: options.smtpPort,
    ...(options.startAt !== undefined && { startAt: options.startAt }),
    log: say,
    warn: console.error,
    beforeFunctions: (furnished) => publishCatalogue(projectDirectory, furnished, say),
    onBroken(reason) {
      console.error(`Hệ thống phải dừng · the system has to stop: ${reason}`);
      end(1);
    },
  });
  started.push(runtime);
  for (const problem of runtime.plan.problems) console.error(`⚠ ${problem}`);
  if (runtime.plan.ignoredTypes.length > 0)
    say(`Không chạy ở đây · not run here: ${runtime.plan.ignoredTypes.join(', ')}`);
  if (options.startAt !== undefined) say(`Đồng hồ bắt đầu từ · the clock started at ${options.startAt.toISOString()}`);
  say(nextSteps(runtime));
}

/** npm passes no signal on: when only npm is told to end, the shell between it and us goes and we would stay behind. */
function endWithNpm(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof UnderstandableError ? error.message : error);
  process.exit(1);
});
