/** What a publication would change, entry by entry and field by field, in words that can be reviewed. */
import { keyedLists, type KeyedList, type UnversionedCatalogue } from './catalogue-keys.ts';

export interface EntryChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly list: Omit<KeyedList, 'entries'>;
  readonly key: string;
  /** For `changed`: each field by its path, with the old and the new value. */
  readonly fields: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[];
}

export function compareCatalogues(before: UnversionedCatalogue, after: UnversionedCatalogue): readonly EntryChange[] {
  const old = new Map(keyedLists(before).map((list) => [list.list, list.entries]));
  return keyedLists(after).flatMap(({ entries, ...list }) => {
    const earlier = old.get(list.list) ?? new Map<string, unknown>();
    const keys = [...new Set([...earlier.keys(), ...entries.keys()])].sort();
    return keys.flatMap((key): readonly EntryChange[] => {
      if (!earlier.has(key)) return [{ kind: 'added', list, key, fields: [] }];
      if (!entries.has(key)) return [{ kind: 'removed', list, key, fields: [] }];
      const fields = differences('', earlier.get(key), entries.get(key));
      return fields.length === 0 ? [] : [{ kind: 'changed', list, key, fields }];
    });
  });
}

/** Walks both values together; lists are compared position by position. */
function differences(path: string, before: unknown, after: unknown): EntryChange['fields'] {
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after)) {
    return Object.is(before, after) ? [] : [{ path, before, after }];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differences(path === '' ? name : `${path}.${name}`, before[name], after[name]));
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** One line an entry, Vietnamese first; under a changed one, a line for each field. */
export function describeChanges(changes: readonly EntryChange[]): readonly string[] {
  const signs = { added: '+', removed: '-', changed: '~' } as const;
  const words = { added: 'thêm · added', removed: 'bỏ · removed', changed: 'đổi · changed' } as const;
  return changes.flatMap(({ kind, list, key, fields }) => [
    `${signs[kind]} ${list.vi} · ${list.en} ${key}: ${words[kind]}`,
    ...fields.map(({ path, before, after }) => `    ${path}: ${shown(before)} → ${shown(after)}`),
  ]);
}

/** How many of each kind, for a first publication or a long difference. */
export function summarise(changes: readonly EntryChange[]): readonly string[] {
  const groups = Map.groupBy(changes, ({ list, kind }) => `${list.list} ${kind}`);
  const signs = { added: '+', removed: '-', changed: '~' } as const;
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [`${signs[first.kind]} ${group.length} ${first.list.vi} · ${first.list.en}`];
  });
}

function shown(value: unknown): string {
  if (value === undefined) return '(không có · none)';
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
