import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { asObject, asText } from '../json-reading.ts';

export interface KeptProcess {
  /** Tells the process's last words when it ends, wanted or not. */
  readonly whenEnded: (tell: (lastWords: string) => void) => void;
  readonly stop: () => Promise<void>;
  /** Ends it without a chance to tidy up, as a power cut would. */
  readonly crash: () => Promise<void>;
}

/** Starts a program that cannot outlive this process, however this process ends. */
export function startKept(command: string, commandArguments: readonly string[]): KeptProcess {
  const keeper = fork(fileURLToPath(new URL('keeper.child.ts', import.meta.url)), [command, ...commandArguments], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let lastWords = '';
  keeper.on('message', (message) => {
    lastWords = asText(asObject(message)['said']) ?? lastWords;
  });
  const ended = new Promise<void>((done) =>
    keeper.once('exit', () => {
      done();
    }),
  );
  return {
    whenEnded(tell) {
      keeper.once('exit', () => {
        tell(lastWords);
      });
    },
    async stop() {
      if (keeper.connected) keeper.disconnect();
      await ended;
    },
    async crash() {
      if (keeper.connected) keeper.send('kill');
      await ended;
    },
  };
}
