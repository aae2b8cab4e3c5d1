/** The newcomer's path: the commands of the README, run by a shell as they stand there, against a system of their own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectDirectory, startAnySystem, type AnySystem } from './running-system.ts';

let system: AnySystem;
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-readme-'));

beforeAll(async () => {
  system = await startAnySystem();
});

afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
});

/** The nth block of commands, for the system of this test. */
function blockOf(nth: number): string {
  const readme = readFileSync(join(projectDirectory, 'README.md'), 'utf8');
  const block = [...readme.matchAll(/```sh\n([^]*?)```/gu)][nth]?.[1] ?? '';
  return block.replace('http://127.0.0.1:8022', system.baseUrl).replace('http://127.0.0.1:8025', system.mailUrl);
}

function run(script: string): Promise<{ readonly stdout: string }> {
  return promisify(execFile)('bash', ['-euc', script], { cwd: folder, timeout: 120_000 });
}

it('takes a dossier from the counter to its result with the commands of the README', async () => {
  const here = blockOf(0);
  expect(here).not.toContain(':8022');
  const { stdout } = await run(here);
  expect(stdout).toContain('"status":"submitted"');
  expect(stdout).toMatch(/^H29\.102-\d{6}-\d{4}$/mu);
  expect(stdout).toContain('"status":"result-at-counter"');
  expect(stdout).toContain('"status":"returned"');
  expect(stdout.trimEnd()).toMatch(/\{"view":"progress","code":"[0-9A-Z]{10}","progress":100\}$/u);
});

it('takes a report from Zalo to its answer there with the commands of the README', async () => {
  // What the first block defines before its first step is still there in the same terminal.
  const [defined = ''] = blockOf(0).split('\n\n');
  const { stdout } = await run(`${defined}\n${blockOf(1)}`);
  expect(stdout).toContain('"status":"assigned"');
  expect(stdout).toContain('Đã vá xong ổ gà');
  expect(stdout.trimEnd()).toMatch(/"view":"progress","code":"[0-9A-Z]{10}","progress":100/u);
});
