/** By what an entry of each list is known: as the published identity of what cases refer to, and in what the command prints. */
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';

export type UnversionedCatalogue = Omit<Catalogue, 'version'>;

export interface KeyedList {
  readonly list: string;
  readonly vi: string;
  readonly en: string;
  /** True when cases, events or papers name entries of this list: then an entry is ended, never removed. */
  readonly keptForEver: boolean;
  readonly entries: ReadonlyMap<string, unknown>;
}

export function keyedLists(data: UnversionedCatalogue): readonly KeyedList[] {
  const list = <Entry>(
    about: Omit<KeyedList, 'entries'>,
    entries: readonly Entry[],
    keyOf: (entry: Entry) => string,
  ): KeyedList => ({
    ...about,
    entries: new Map(entries.map((entry) => [keyOf(entry), entry])),
  });
  const kept = (name: string, vi: string, en: string): Omit<KeyedList, 'entries'> => ({
    list: name,
    vi,
    en,
    keptForEver: true,
  });
  const free = (name: string, vi: string, en: string): Omit<KeyedList, 'entries'> => ({
    list: name,
    vi,
    en,
    keptForEver: false,
  });
  return [
    list(kept('provinces', 'tỉnh', 'province'), data.provinces, (entry) => `${entry.code}@${entry.validFrom}`),
    list(kept('levels', 'cấp', 'level'), data.levels, (entry) => `${entry.id}@${entry.validFrom}`),
    list(kept('areas', 'địa bàn', 'area'), data.areas, (entry) => `${entry.code}@${entry.validFrom}`),
    list(kept('units', 'cơ quan', 'unit'), data.units, (entry) => `${entry.id}@${entry.validFrom}`),
    list(
      kept('officeHours', 'giờ mở cửa', 'office hours'),
      data.officeHours,
      (entry) => `${entry.id}@${entry.validFrom}`,
    ),
    list(kept('procedures', 'thủ tục', 'procedure'), data.procedures, (entry) => `${entry.code}@${entry.version}`),
    list(
      free('reception', 'quy tắc tiếp nhận', 'reception rule'),
      data.reception,
      (entry) => `${entry.counterLevel}@${entry.validFrom}`,
    ),
    list(
      kept('competence', 'quy tắc thẩm quyền', 'competence rule'),
      data.competence,
      (entry) => `${entry.id}@${entry.validFrom}`,
    ),
    list(kept('staff', 'nhân sự', 'member of staff'), data.staff, (entry) => `${entry.id}@${entry.validFrom}`),
    list(kept('forms', 'mẫu giấy', 'form'), data.forms, (entry) => `${entry.form}@${entry.validFrom}`),
    list(
      kept('reportCategories', 'lĩnh vực phản ánh', 'category of reports'),
      data.reportCategories,
      (entry) => `${entry.id}@${entry.validFrom}`,
    ),
    list(
      free('serviceLevels', 'thời hạn của tổng đài', 'service level'),
      data.serviceLevels,
      (entry) => `${entry.id}@${entry.validFrom}`,
    ),
    list(free('channels', 'kênh', 'channel'), data.channels, (entry) => entry.channel),
    list(free('portalStatuses', 'trạng thái', 'portal status'), data.portalStatuses, (entry) => String(entry.code)),
    list(free('calendarDays', 'ngày trong lịch', 'calendar day'), data.calendar.days, (entry) => entry.date),
    list(free('settings', 'thiết lập', 'setting'), settings(data), ([name]) => name),
  ];
}

function settings(data: UnversionedCatalogue): readonly (readonly [name: string, value: unknown])[] {
  const { version, from, to, weeklyRest, lastDayAtRest } = data.calendar;
  return [
    ['calendar', { version, from, to, weeklyRest, lastDayAtRest }],
    ['reminders', data.reminders],
    ['limits', data.limits],
    ['hotline', data.hotline],
  ];
}
