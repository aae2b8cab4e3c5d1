import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256, hexadecimal, over the names and contents of files, and over `more`: the same on every machine.
 * @param options `sources` are glob patterns below `directory`; `except` says which of the files do not count.
 */
export function hashSources(
  directory: string,
  options: { readonly sources: readonly string[]; readonly except: RegExp; readonly more: string },
): string {
  const hash = createHash('sha256').update(options.more);
  const files = globSync(options.sources, { cwd: directory, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(directory.length + 1).replaceAll('\\', '/'))
    .filter((file) => !options.except.test(file))
    .sort();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(directory, file)))
      .update('\0');
  return hash.digest('hex');
}
