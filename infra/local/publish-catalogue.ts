import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueTable } from './endpoints-file.ts';
import type { Furnished } from './furnished.ts';
import { bilingual, UnderstandableError } from './understandable-error.ts';

const command = join('infra', 'publish', 'publish-catalogue.ts');

/** Publishes the province's data into the fresh tables, by the command that a deployment uses too. An app without a catalogue has none. */
export async function publishCatalogue(
  projectDirectory: string,
  runtime: Furnished,
  say: (line: string) => void,
): Promise<void> {
  const table = catalogueTable(runtime);
  if (table === undefined) return;
  if (!existsSync(join(projectDirectory, command))) {
    say(
      `Chưa có ${command}: dữ liệu của tỉnh chưa được công bố. · There is no ${command}: the province's data is not published.`,
    );
    return;
  }
  const child = spawn(process.execPath, [command, '--stage', 'local', '--endpoint', runtime.endpoints.dynamodb], {
    cwd: projectDirectory,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...runtime.environment,
      CATALOGUE_TABLE: table,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const remember = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
  };
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) {
    throw new UnderstandableError(
      bilingual('Không công bố được dữ liệu của tỉnh:', `The province's data could not be published:\n${said.trim()}`),
    );
  }
  if (said.trim() !== '') say(said.trim());
}
