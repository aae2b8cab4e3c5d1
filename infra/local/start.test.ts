import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  eventually,
  mailsTo,
  postNote,
  remove,
  synthesiseFixture,
  temporaryDirectory,
} from './fixture/start-fixture.ts';

let assembly: string;
const directories: string[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  assembly = await synthesiseFixture();
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  remove(assembly, ...directories);
});

interface Started {
  readonly child: ChildProcess;
  readonly baseUrl: string;
  readonly mailUrl: string;
  readonly said: () => string;
}

/** Runs the very command of `npm start`, perhaps through a shell as npm does. */
async function start(dataDirectory: string, through: readonly string[] = []): Promise<Started> {
  const words = ['--assembly', assembly, '--data', dataDirectory, '--port', '0', '--mail-port', '0'];
  const [command, ...rest] = [...through, process.execPath, join(import.meta.dirname, 'start.ts'), ...words];
  const child = spawn(command!, rest, {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  const remember = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
  };
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  const addresses = await eventually(() => {
    const found = [...said.matchAll(/http:\/\/127\.0\.0\.1:\d+/gu)].map(([address]) => address);
    return Promise.resolve(found.length >= 2 ? found : undefined);
  });
  return { child, baseUrl: addresses[0]!, mailUrl: addresses[1]!, said: () => said };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** Function processes and engines of a running system, by what they say of themselves. */
async function partsOf(started: Started, dataDirectory: string): Promise<{ functionPid: number; engines: string[] }> {
  const functionPid = Number(await (await fetch(`${started.baseUrl}/echo/pid`)).text());
  const endpoints = JSON.parse(readFileSync(join(dataDirectory, 'endpoints.json'), 'utf8')) as Record<string, string>;
  return { functionPid, engines: ['dynamodb', 'sqs', 'ses'].map((name) => endpoints[name]!) };
}

async function allGone(parts: { functionPid: number; engines: string[] }): Promise<true | undefined> {
  const answering = await Promise.all(parts.engines.map(answers));
  return isAlive(parts.functionPid) || answering.includes(true) ? undefined : true;
}

describe('npm start', () => {
  it('says in Vietnamese and English where everything is and what to do next', async () => {
    const dataDirectory = temporaryDirectory();
    directories.push(dataDirectory);
    const started = await start(dataDirectory);
    expect(started.said()).toContain('sẵn sàng · is ready');
    expect(started.said()).toContain(`curl -X POST ${started.baseUrl}/dossiers`);
    expect(started.said()).toContain('queue fixture-forgotten: nobody consumes it');
    started.child.kill('SIGTERM');
    await eventually(() => Promise.resolve(started.child.exitCode ?? undefined));
    expect(started.child.exitCode).toBe(0);
  });

  it('ends everything it started when it is told to end', async () => {
    const dataDirectory = temporaryDirectory();
    directories.push(dataDirectory);
    const started = await start(dataDirectory);
    const parts = await partsOf(started, dataDirectory);
    started.child.kill('SIGINT');
    expect(await eventually(() => allGone(parts))).toBe(true);
  });

  it('ends when npm is told to end', async () => {
    const dataDirectory = temporaryDirectory();
    directories.push(dataDirectory);
    const started = await start(dataDirectory, ['sh', '-c', '"$0" "$@"; true']);
    const parts = await partsOf(started, dataDirectory);
    started.child.kill('SIGTERM');
    expect(await eventually(() => allGone(parts))).toBe(true);
  });

  it('loses nothing it acknowledged when it is killed, and leaves no process behind', async () => {
    const dataDirectory = temporaryDirectory();
    directories.push(dataDirectory);
    const killed = await start(dataDirectory);
    const parts = await partsOf(killed, dataDirectory);
    const acknowledged: string[] = [];
    let down = false;
    const write = async (lane: number): Promise<void> => {
      for (let turn = 0; !down; turn++) {
        const noteId = `n-${lane}-${turn}`;
        const answer = await postNote(killed.baseUrl, { noteId, author: 'kill@example.org' }).catch(() => undefined);
        if (answer?.status === 201) acknowledged.push(noteId);
        if (acknowledged.length === 40) killed.child.kill('SIGKILL');
        if (answer === undefined) down = true;
      }
    };
    await Promise.all([write(1), write(2), write(3)]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(await eventually(() => allGone(parts))).toBe(true);

    const again = await start(dataDirectory);
    for (const noteId of acknowledged) {
      const answer = await fetch(`${again.baseUrl}/notes/${noteId}`);
      expect([noteId, answer.status]).toEqual([noteId, 200]);
    }
    const wanted = new Set(acknowledged.map((noteId) => `Ghi chú ${noteId} INSERT`));
    await eventually(async () => {
      const mails = await mailsTo(again.mailUrl, 'kill@example.org');
      const told = new Set(mails.map((mail) => mail.subject));
      return [...wanted].every((subject) => told.has(subject)) ? true : undefined;
    });
    again.child.kill('SIGTERM');
    await eventually(() => Promise.resolve(again.child.exitCode ?? undefined));
  });
});
