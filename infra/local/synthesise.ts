import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources } from '../source-hash.ts';
import { bilingual, UnderstandableError } from './understandable-error.ts';

/** Everything the synthesised app is made from. Tests and the local runtime itself change nothing in it. */
const sources = ['{infra,functions,shared}/**/*', 'package-lock.json', 'cdk.json', 'tsconfig.json'];
const noSource = /(?:^infra\/local\/|\.test\.ts$|\.md$)/u;

/** Made apps that are kept beside the newest: another copy may still be running one of them. */
const keptApps = 3;

/**
 * Synthesises the CDK app of `projectDirectory` and gives the folder it is in. The folder is named after the sources: the same sources are made
 * once, and what is being run is never made anew under its feet.
 * @throws UnderstandableError with the app's own words when it fails.
 */
export async function synthesise(projectDirectory: string, say: (line: string) => void): Promise<string> {
  const home = join(projectDirectory, 'cdk.out');
  const key = hashSources(projectDirectory, { sources, except: noSource, more: process.version });
  const output = join(home, `local-${key.slice(0, 16)}`);
  if (existsSync(output)) return output;
  say('Đang dựng ứng dụng từ mã nguồn (chỉ khi mã đổi)… · Building the app from its sources (only when they changed)…');
  mkdirSync(home, { recursive: true });
  const unfinished = mkdtempSync(join(home, 'unfinished-'));
  try {
    await runApp(projectDirectory, unfinished);
    if (!existsSync(output)) renameSync(unfinished, output);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  forgetOldApps(home);
  return output;
}

function forgetOldApps(home: string): void {
  const apps = globSync('local-*', { cwd: home })
    .map((name) => join(home, name))
    .map((directory) => ({ directory, made: statSync(directory).mtimeMs }))
    .sort((left, right) => right.made - left.made);
  for (const { directory } of apps.slice(keptApps)) rmSync(directory, { recursive: true, force: true });
}

async function runApp(projectDirectory: string, output: string): Promise<void> {
  const child = spawn(process.execPath, ['infra/app.ts'], {
    cwd: projectDirectory,
    env: { ...process.env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: readContext(projectDirectory) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const remember = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
  };
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code === 0) return;
  throw new UnderstandableError(
    bilingual(`Không dựng được ứng dụng (infra/app.ts):`, `The app could not be built (infra/app.ts):\n${said.trim()}`),
  );
}

/** The cdk command hands the context of cdk.json over in this variable; without it the app would be another one than the deployed. */
function readContext(projectDirectory: string): string {
  const settings = JSON.parse(readFileSync(join(projectDirectory, 'cdk.json'), 'utf8')) as { context?: unknown };
  return JSON.stringify(settings.context ?? {});
}
