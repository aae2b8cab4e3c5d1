import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const install = 'apt-get install --no-install-recommends -y chromium';

/** The browser that the page tests drive: `CHROMIUM_PATH`, else the first one on the PATH. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const directories = (environment['PATH'] ?? '').split(delimiter);
  const candidates = [
    environment['CHROMIUM_PATH'],
    ...directories.flatMap((directory) => names.map((name) => join(directory, name))),
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/**
 * The browser, or the test is skipped with the reason and the one command that helps.
 * @throws in continuous integration (`CI=true`), where a missing browser must not pass for success.
 */
export function needChromium(context: TestContext, environment: NodeJS.ProcessEnv = process.env): string {
  const path = findChromium(environment);
  if (path !== undefined) return path;
  const reason = `there is no Chromium; install it with: ${install}`;
  if (environment['CI'] === 'true') throw new Error(reason);
  return context.skip(reason);
}
