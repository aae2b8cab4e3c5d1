import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Furnished } from './furnished.ts';

/** The table of the province's published data, as the app's functions know it; undefined in an app without one. */
export function catalogueTable(furnished: Furnished): string | undefined {
  return furnished.plan.functions.map((plan) => plan.environment['CATALOGUE_TABLE']).find((name) => name !== undefined);
}

/**
 * Leaves the engines' addresses in the data folder while the system runs, for tools such as the publish command.
 * Gives what removes them again.
 */
export function leaveEndpoints(dataDirectory: string, running: Furnished & { readonly lambda: string }): () => void {
  const file = join(dataDirectory, 'endpoints.json');
  const content = {
    ...running.endpoints,
    lambda: running.lambda,
    catalogueTable: catalogueTable(running),
    environment: running.environment,
  };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  return () => {
    rmSync(file, { force: true });
  };
}
