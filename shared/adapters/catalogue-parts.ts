/**
 * The catalogue cut into items that DynamoDB can hold (400 KB each) and put together again. A part is a JSON text with its
 * SHA-256; the manifest lists the parts and its own hash names the content. Reading verifies hashes instead of parsing with
 * schemas: the content was checked when it was published, and a cold start should not pay for it again.
 */
import { createHash } from 'node:crypto';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';

export interface CataloguePart {
  readonly part: string;
  readonly content: string;
}

export interface PartName {
  readonly part: string;
  readonly sha256: string;
}

const LARGEST_PART_BYTES = 250_000;

/** `levels`, `procedures-1`, `procedures-2`…: lists that are too long for one part are continued in the next. */
export function splitCatalogue(
  catalogue: Omit<Catalogue, 'version'> & { readonly version?: string },
): readonly CataloguePart[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'version') return [];
    if (!Array.isArray(value)) return [{ part: key, content: JSON.stringify(value) }];
    return chunksOf(value.map((entry: unknown) => JSON.stringify(entry))).map((entries, index) => ({
      part: `${key}-${index + 1}`,
      content: `[${entries.join(',')}]`,
    }));
  });
}

export function manifestOf(parts: readonly CataloguePart[]): readonly PartName[] {
  return parts.map(({ part, content }) => ({ part, sha256: sha256(content) }));
}

/** The same content has the same hash, whoever publishes it and whenever. */
export function contentHash(manifest: readonly PartName[]): string {
  return sha256(JSON.stringify(manifest.map(({ part, sha256: hash }) => [part, hash])));
}

/** @throws Error naming the part that is missing or is not what was published. */
export function joinParts(version: string, manifest: readonly PartName[], parts: readonly CataloguePart[]): Catalogue {
  const contents = new Map(parts.map(({ part, content }) => [part, content]));
  const joined: Record<string, unknown> = { version };
  for (const { part, sha256: expected } of manifest) {
    const content = contents.get(part);
    if (content === undefined) throw new Error(`Part ${part} of catalogue ${version} is missing.`);
    if (sha256(content) !== expected) throw new Error(`Part ${part} of catalogue ${version} is damaged.`);
    const key = part.replace(/-\d+$/, '');
    const value: unknown = JSON.parse(content);
    const before = joined[key];
    joined[key] =
      Array.isArray(before) && Array.isArray(value) ? [...(before as unknown[]), ...(value as unknown[])] : value;
  }
  return joined as unknown as Catalogue;
}

/** At least one chunk, so that an empty list is still a part. */
function chunksOf(entries: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = [[]];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry) + 1;
    if (bytes > 0 && bytes + size > LARGEST_PART_BYTES) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(entry);
    bytes += size;
  }
  return chunks;
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
