/**
 * Reads the reviewed files of `infra/province/` into one value. Several files of a kind (`units-before-2025-07.json`,
 * `units-from-2025-07.json`) are one list; `procedures/` has a file for each code. Nothing is checked here.
 */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../province/', import.meta.url);

const lists = {
  provinces: 'provinces',
  levels: 'levels',
  areas: 'areas',
  units: 'units',
  officeHours: 'office-hours',
  procedures: 'procedures/',
  reception: 'reception',
  competence: 'competence',
  staff: 'staff',
  forms: 'forms',
  portalStatuses: 'portal-statuses',
  pauseReasons: 'pause-reasons',
  reportCategories: 'report-categories',
  serviceLevels: 'service-levels',
  channels: 'channels',
} as const;

const single = { calendar: 'calendar', reminders: 'reminders', limits: 'limits', hotline: 'hotline' } as const;

/** @throws Error naming the file that is missing, is not JSON, or is of no kind that is published. */
export function readProvince(from: URL = folder): Readonly<Record<string, unknown>> {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'))
    .sort();
  const read = new Set<string>();
  const take = (matches: (name: string) => boolean): readonly unknown[] =>
    files.filter(matches).map((name) => {
      read.add(name);
      return parseFile(new URL(name, from));
    });

  const province: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(lists)) {
    const parts = take((file) => (name.endsWith('/') ? file.startsWith(name) : isOfKind(file, name)));
    if (parts.length === 0) throw new Error(`No file for ${key} in ${from.pathname}`);
    province[key] = parts.flat();
  }
  for (const [key, name] of Object.entries(single)) {
    const [content] = take((file) => file === `${name}.json`);
    if (content === undefined) throw new Error(`No file ${name}.json in ${from.pathname}`);
    province[key] = content;
  }
  const unknown = files.filter((file) => !read.has(file));
  if (unknown.length > 0) throw new Error(`Of no known kind: ${unknown.join(', ')}`);
  return province;
}

/** `units.json`, or a part of it that is named for its dates: `units-before-2025-07.json`, `units-from-2025-07.json`. */
function isOfKind(file: string, kind: string): boolean {
  return file === `${kind}.json` || file.startsWith(`${kind}-before-`) || file.startsWith(`${kind}-from-`);
}

function parseFile(file: URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new Error(`${file.pathname} cannot be read as JSON`, { cause });
  }
}
