/** A real DynamoDB engine for tests: a child process of its own on a free loopback port, with a file that goes when it ends. */
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface TestEngine {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  stop(): Promise<void>;
}

/** Undefined where the engine has no build for this platform: the tests that need it say so and are skipped. */
export const dynoxideBinary = findBinary();
export const whyNoDynoxide = `no dynoxide for ${process.platform}-${process.arch}: adapters are not tested against a real engine here`;

export async function startDynoxide(): Promise<TestEngine> {
  if (dynoxideBinary === undefined) throw new Error(whyNoDynoxide);
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-dynamodb-'));
  const port = await freePort();
  const file = join(folder, 'test.sqlite');
  const engine = spawn(dynoxideBinary, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) =>
    engine.once('exit', () => {
      done();
    }),
  );
  const endWithTests = () => engine.kill('SIGKILL');
  process.once('exit', endWithTests);
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  await waitUntilItAnswers(client);
  return {
    endpoint,
    client,
    async stop() {
      client.destroy();
      process.off('exit', endWithTests);
      engine.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBinary(): string | undefined {
  try {
    const packageFile = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    const binary = join(dirname(packageFile), process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

async function waitUntilItAnswers(client: DynamoDBClient): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (attempt === 500) throw new Error('the DynamoDB engine did not answer', { cause: error });
      await pause(10);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
