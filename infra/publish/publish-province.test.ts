import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { CataloguePublication } from '../../shared/ports/catalogue-source.ts';
import { MemoryCatalogue } from '../../shared/ports/memory/memory-catalogue.ts';
import { shippedCatalogue } from './checked-province.ts';
import { publishProvince, type PublishOutcome } from './publish-province.ts';
import { readProvince } from './read-province.ts';

type Data = Record<string, Record<string, unknown>[]> & {
  calendar: { version: string; days: { date: string; name: string }[] };
};

let store: MemoryCatalogue;
let said: string[];

beforeEach(() => {
  store = new MemoryCatalogue();
  said = [];
});

const province = (change: (data: Data) => void = () => undefined): Data => {
  const data = structuredClone(readProvince()) as Data;
  change(data);
  return data;
};

function publish(
  data: unknown,
  how: { readonly confirm?: boolean; readonly now?: string; readonly publication?: CataloguePublication } = {},
): Promise<PublishOutcome> {
  return publishProvince(data, {
    publication: how.publication ?? store,
    clock: { now: () => how.now ?? '2026-11-23T18:00:00.000Z' },
    say: (line) => said.push(line),
    confirm: () => Promise.resolve(how.confirm ?? true),
  });
}

const entry = (data: Data, list: string, key: string, value: string): Record<string, unknown> =>
  data[list]!.find((one) => one[key] === value)!;

describe('publishing the province', () => {
  it('publishes a first time, under the day in Viet Nam and the hash of the content', async () => {
    const outcome = await publish(province());
    expect(outcome).toMatchObject({
      kind: 'published',
      version: expect.stringMatching(/^2026-11-24\.[0-9a-f]{16}$/u) as string,
    });
    expect(await store.load()).toMatchObject({ units: shippedCatalogue().units });
    expect(said.join('\n')).toContain('+ 77 thủ tục · procedure');
  });

  it('publishes nothing the second time, whatever the day', async () => {
    const first = await publish(province());
    const second = await publish(province(), { now: '2027-01-01T00:00:00.000Z' });
    expect(second).toEqual({ kind: 'unchanged', version: (first as { version: string }).version });
  });

  it('shows each difference, field by field, before it asks', async () => {
    await publish(province());
    said = [];
    let shownBefore: readonly string[] = [];
    await publishProvince(
      province((data) => {
        entry(data, 'staff', 'id', 'nv-hcm-can-bo-1')['mailbox'] = 'moi@hcm.example';
        data['staff']!.push({
          ...entry(data, 'staff', 'id', 'nv-hcm-can-bo-1'),
          id: 'nv-hcm-can-bo-9',
          mailbox: 'chin@hcm.example',
        });
      }),
      {
        publication: store,
        clock: { now: () => '2026-11-23T18:00:00.000Z' },
        say: (line) => said.push(line),
        confirm: () => {
          shownBefore = [...said];
          return Promise.resolve(true);
        },
      },
    );
    expect(shownBefore.slice(1)).toEqual([
      '  ~ nhân sự · member of staff nv-hcm-can-bo-1@2025-07-01: đổi · changed',
      '      mailbox: "phan.xuan.son@hcm.example" → "moi@hcm.example"',
      '  + nhân sự · member of staff nv-hcm-can-bo-9@2025-07-01: thêm · added',
    ]);
  });

  it('writes nothing when the answer is no', async () => {
    expect(await publish(province(), { confirm: false })).toEqual({ kind: 'declined' });
    expect(await store.current()).toBeUndefined();
  });

  it('refuses data that breaks a rule, naming the entry, and writes nothing', async () => {
    const outcome = await publish(province((data) => (entry(data, 'units', 'id', 'hcm-bhxh')['hours'] = 'gio-dem')));
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [{ rule: 'reference', path: '/units/hcm-bhxh/hours' }],
    });
    expect(said.join('\n')).toContain('/units/hcm-bhxh/hours [reference]');
    expect(await store.current()).toBeUndefined();
  });

  it.each([
    [
      'procedures',
      'version of a procedure',
      (data: Data) => (data['procedures'] = without(data['procedures']!, 'code', '1.002010')),
      '/procedures/1.002010@2018-06-21',
    ],
    [
      'staff',
      'member of staff',
      (data: Data) => (data['staff'] = without(data['staff']!, 'id', 'nv-hcm-quan-tri')),
      '/staff/nv-hcm-quan-tri@2025-07-01',
    ],
    [
      'forms',
      'form',
      (data: Data) => (data['forms'] = without(data['forms']!, 'form', 'stop-notice')),
      '/forms/stop-notice@2025-09-15',
    ],
  ])('refuses to remove from %s a published %s', async (_list, _what, change, path) => {
    await publish(province());
    const before = await store.current();
    expect(await publish(province(change))).toMatchObject({ kind: 'refused', problems: [{ rule: 'removed', path }] });
    expect(await store.current()).toBe(before);
  });

  it('lets a published entry end instead', async () => {
    await publish(province());
    const outcome = await publish(
      province((data) => (entry(data, 'procedures', 'code', '1.002010')['validTo'] = '2027-12-31')),
    );
    expect(outcome.kind).toBe('published');
  });

  it.each([
    ['time limit', (version: Procedure) => (version.timeLimit = { unit: 'working-days', amount: 8 })],
    ['steps', (version: Procedure) => (version.stages[0]![0]!.id = 'khac')],
    ['checklist', (version: Procedure) => version.documents.pop()],
    ['supplement clock', (version: Procedure) => (version.supplementClock = 'pause')],
  ])('refuses to rewrite the %s of a published version of a procedure', async (_what, change) => {
    await publish(province());
    const outcome = await publish(
      province((data) => change(entry(data, 'procedures', 'code', '1.002010') as unknown as Procedure)),
    );
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [{ rule: 'published-version', path: '/procedures/1.002010@2018-06-21' }],
    });
  });

  it('lets a name or a fee of a published version be mended', async () => {
    await publish(province());
    const outcome = await publish(
      province((data) => (entry(data, 'procedures', 'code', '1.002010')['name'] = 'Tên đã sửa')),
    );
    expect(outcome.kind).toBe('published');
  });

  it('asks for a later version of the calendar when its days change', async () => {
    await publish(province());
    const dayOff = (data: Data): void => {
      data.calendar.days.find(({ date }) => date === '2028-11-24')!.name = 'Ngày Văn hóa';
    };
    expect(await publish(province(dayOff))).toMatchObject({
      kind: 'refused',
      problems: [{ rule: 'calendar-version' }],
    });
    const outcome = await publish(
      province((data) => {
        dayOff(data);
        data.calendar.version = '2026-11-24';
      }),
    );
    expect(outcome.kind).toBe('published');
  });

  it('tells the slower of two publishers, who then has changed nothing', async () => {
    await publish(province());
    const theirs = { ...shippedCatalogue(), version: 'theirs' } satisfies Catalogue;
    const racing: CataloguePublication = {
      current: () => store.current(),
      publish: async (publication) => {
        await store.publish({ catalogue: theirs, replaces: (await store.current())?.version, at: publication.at });
        return store.publish(publication);
      },
    };
    const mine = province((data) => (entry(data, 'units', 'id', 'hcm-bhxh')['phone'] = '1022'));
    expect(await publish(mine, { publication: racing })).toEqual({ kind: 'overtaken', current: 'theirs' });
    expect((await store.load()).version).toBe('theirs');
  });
});

interface Procedure {
  timeLimit: unknown;
  supplementClock: string;
  stages: { id: string }[][];
  documents: unknown[];
}

function without(entries: Record<string, unknown>[], key: string, value: string): Record<string, unknown>[] {
  return entries.filter((one) => one[key] !== value);
}
