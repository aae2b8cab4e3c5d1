import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FunctionPlan } from '../assembly/plan.ts';
import type { InvocationMessage, ProcessMessage, ProcessStart } from './messages.ts';

export type InvocationOutcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string; readonly trace: string };

export interface ExecutionEnvironment {
  /** One at a time. */
  readonly invoke: (event: unknown) => Promise<InvocationOutcome>;
  /** False once its process has gone: it takes no more events. */
  readonly alive: () => boolean;
  readonly end: () => void;
  readonly ended: Promise<void>;
}

export interface EnvironmentSettings {
  readonly plan: FunctionPlan;
  /** Beside the template's own variables: Lambda's and the engines' addresses. Nothing of this machine but PATH. */
  readonly environment: Readonly<Record<string, string>>;
  readonly shiftMilliseconds: number;
  readonly log: (line: string) => void;
}

const processFile = fileURLToPath(new URL('function-process.child.ts', import.meta.url));
/** Lambda's limit for loading a function, before its own timeout counts. Milliseconds. */
const longestInitialisation = 10_000;

export function startExecutionEnvironment(settings: EnvironmentSettings): ExecutionEnvironment {
  const { plan } = settings;
  const start: ProcessStart = {
    codeDirectory: plan.codeDirectory,
    handler: plan.handler,
    shiftMilliseconds: settings.shiftMilliseconds,
  };
  const child = fork(processFile, [JSON.stringify(start)], {
    cwd: plan.codeDirectory,
    env: { ...lambdaVariables(plan), ...settings.environment, ...plan.environment, PATH: process.env['PATH'] ?? '' },
    execArgv: ['--enable-source-maps', `--max-old-space-size=${String(Math.floor(plan.memoryMegabytes * 0.9))}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  passLinesOn(child, settings.log);
  let alive = true;
  let settle: ((message: ProcessMessage | 'ended' | 'late') => void) | undefined;
  const ended = new Promise<void>((done) => {
    child.once('close', () => {
      alive = false;
      settle?.('ended');
      done();
    });
  });
  child.on('error', (error) => {
    settings.log(String(error));
  });
  const nextWord = (milliseconds: number): Promise<ProcessMessage | 'ended' | 'late'> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => settle?.('late'), milliseconds);
      settle = (message) => {
        settle = undefined;
        clearTimeout(timer);
        resolve(message);
      };
    });
  child.on('message', (message) => {
    const word = message as ProcessMessage;
    if (settle !== undefined) settle(word);
    else if (word.kind === 'failed') settings.log(word.trace);
  });
  const end = (): void => {
    alive = false;
    child.kill('SIGKILL');
  };
  const initialised = nextWord(longestInitialisation);

  return {
    ended,
    alive: () => alive,
    end,
    async invoke(event) {
      const first = await initialised;
      if (first === 'late' || first === 'ended' || first.kind !== 'ready') {
        end();
        return failed(first, 'Init', longestInitialisation);
      }
      const timeout = plan.timeoutSeconds * 1000;
      const requestId = randomUUID();
      const word = nextWord(timeout);
      const message: InvocationMessage = { requestId, event, functionArn: plan.arn, deadline: Date.now() + timeout };
      if (alive)
        child.send(message, (error) => {
          if (error !== null) settle?.('ended');
        });
      else settle?.('ended');
      const answer = await word;
      if (answer !== 'late' && answer !== 'ended' && answer.kind === 'returned') {
        return { kind: 'returned', payload: answer.payload };
      }
      if (answer === 'late' || answer === 'ended' || answer.kind === 'ready' || answer.requestId === undefined) end();
      return failed(answer, 'Invocation', timeout);
    },
  };
}

function failed(word: ProcessMessage | 'ended' | 'late', phase: string, timeout: number): InvocationOutcome {
  if (word !== 'late' && word !== 'ended' && word.kind === 'failed') {
    const { errorType, errorMessage, trace } = word;
    return { kind: 'failed', errorType, errorMessage, trace };
  }
  const [errorType, errorMessage] =
    word === 'late'
      ? ['Sandbox.Timedout', `${phase} timed out after ${(timeout / 1000).toFixed(2)} seconds`]
      : ['Runtime.ExitError', 'the process ended before it answered'];
  return { kind: 'failed', errorType, errorMessage, trace: `${errorType}: ${errorMessage}` };
}

function lambdaVariables(plan: FunctionPlan): Record<string, string> {
  return {
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${plan.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: plan.codeDirectory,
    _HANDLER: plan.handler,
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
  };
}

function passLinesOn(child: ChildProcess, log: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', log);
  }
}
