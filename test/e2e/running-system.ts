/**
 * The system that the tests speak to: the real local runtime with the synthesised app on a folder of its own, or, with `E2E_BASE_URL` and
 * `E2E_MAIL_URL`, one that runs somewhere with the shipped province published.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { publishCatalogue } from '../../infra/local/publish-catalogue.ts';
import { startLocalRuntime, type LocalRuntime } from '../../infra/local/runtime.ts';
import { synthesise } from '../../infra/local/synthesise.ts';

export const projectDirectory = join(import.meta.dirname, '..', '..');

export interface System {
  readonly baseUrl: string;
  readonly mailUrl: string;
}

export interface OwnSystem extends System {
  readonly runtime: LocalRuntime;
  readonly assembly: string;
  readonly dataDirectory: string;
}

/** Monday, 09:00 in Viet Nam; the next day is a holiday. */
export const MONDAY = '2026-11-23T09:00:00+07:00';

interface Place {
  readonly assembly: string;
  readonly dataDirectory: string;
  readonly port: number;
  readonly mailPort: number;
  readonly smtpPort: number;
}

export async function startOwnSystem(startAt = MONDAY): Promise<OwnSystem> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'mot-cua-e2e-'));
  return startOn({ assembly: await assemblyOfThisRun(), dataDirectory, port: 0, mailPort: 0, smtpPort: 0 }, startAt);
}

/** The same data and addresses, at another moment. */
export function startAgain(stopped: OwnSystem, instant: string): Promise<OwnSystem> {
  const { assembly, dataDirectory, baseUrl, mailUrl } = stopped;
  return startOn({ assembly, dataDirectory, port: portOf(baseUrl), mailPort: portOf(mailUrl), smtpPort: 0 }, instant);
}

async function startOn(place: Place, startAt: string): Promise<OwnSystem> {
  const isNew = readdirSync(place.dataDirectory).length === 0;
  const runtime = await startLocalRuntime({
    ...place,
    startAt: new Date(startAt),
    // Timers ring when a test says so: nothing depends on the second at which a minute ends.
    schedules: false,
    environmentsPerFunction: 2,
    environmentsInAll: 12,
    log: () => undefined,
    warn: () => undefined,
    async beforeFunctions(furnished) {
      if (isNew) await publishCatalogue(projectDirectory, furnished, () => undefined);
    },
  });
  return {
    runtime,
    assembly: place.assembly,
    dataDirectory: place.dataDirectory,
    baseUrl: runtime.baseUrl,
    mailUrl: runtime.mailUrl,
  };
}

/**
 * The app is made once for the same sources; the files of a test run that start at the same moment wait for the first. `E2E_ASSEMBLY`
 * names one that was made before.
 */
async function assemblyOfThisRun(): Promise<string> {
  const made = process.env['E2E_ASSEMBLY'];
  if (made !== undefined) return made;
  const cache = join(projectDirectory, 'node_modules', '.cache');
  const lock = join(cache, 'e2e-synthesis.pid');
  mkdirSync(cache, { recursive: true });
  while (!takeLock(lock)) await wait(200);
  try {
    return await synthesise(projectDirectory, () => undefined);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A lock whose process has ended is nobody's. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    try {
      process.kill(Number(readFileSync(lock, 'utf8')), 0);
    } catch {
      rmSync(lock, { force: true });
    }
    return false;
  }
}

export interface AnySystem extends System {
  stop(): Promise<void>;
}

/** The system named in the environment, else one of our own. */
export async function startAnySystem(): Promise<AnySystem> {
  const [baseUrl, mailUrl] = [process.env['E2E_BASE_URL'], process.env['E2E_MAIL_URL']];
  if (baseUrl !== undefined && mailUrl !== undefined) {
    return { baseUrl: bare(baseUrl), mailUrl: bare(mailUrl), stop: () => Promise.resolve() };
  }
  const own = await startOwnSystem();
  return { ...own, stop: () => stopAndForget(own) };
}

/** For tests that need another date or kill the system. */
export function needsOwnSystem(context: TestContext): void {
  if (process.env['E2E_BASE_URL'] !== undefined) context.skip('it needs a system of its own, not one behind a URL');
}

/** Another day: the same data, another clock. */
export async function travelTo(own: OwnSystem, instant: string): Promise<OwnSystem> {
  await own.runtime.stop();
  return startAgain(own, instant);
}

export async function stopAndForget({ runtime, dataDirectory }: OwnSystem): Promise<void> {
  await runtime.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

/** Asks until the answer is there. @throws with `what` when it is not within half a minute. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const found = await ask();
    if (found !== undefined) return found;
    await wait(100);
  }
  throw new Error(`it did not happen: ${what}`);
}

function bare(url: string): string {
  return url.replace(/\/+$/u, '');
}
