import { addDays } from '../../time.ts';
import type { Area, Level, OfficeHours } from '../catalogue.ts';
import { isValidOn } from '../lookup.ts';
import { overlap } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/** Levels, areas and opening hours. */
export function checkPlaces(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return [
    ...catalogue.levels.flatMap((level, index) => checkRank(level, catalogue.levels.slice(0, index))),
    ...catalogue.areas.flatMap((area) => [...checkParent(area, catalogue), ...checkSuccessors(area, catalogue.areas)]),
    ...catalogue.officeHours.flatMap(checkHours),
  ];
}

function checkRank(level: Level, earlier: readonly Level[]): readonly CatalogueProblem[] {
  const same = earlier.find((other) => other.rank === level.rank && overlap(other, level));
  if (same === undefined) return [];
  const text = {
    vi: `Cùng thứ bậc ${String(level.rank)} với “${same.id}”`,
    en: `has rank ${String(level.rank)} as "${same.id}" does`,
  };
  return [problem('level-rank', `/levels/${level.id}/rank`, text)];
}

/** An area lies in one of a higher level, or is the province itself. */
function checkParent(area: Area, catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const rankOf = (code: string | undefined): number => {
    const found = catalogue.areas.find((other) => other.code === code && isValidOn(other, area.validFrom));
    return (
      catalogue.levels.find(({ id, ...period }) => id === found?.level && isValidOn(period, area.validFrom))?.rank ??
      Infinity
    );
  };
  const path = `/areas/${area.code}/parent`;
  if (area.parent !== undefined && rankOf(area.parent) <= rankOf(area.code)) {
    return [
      problem('area-parent', path, {
        vi: 'Địa bàn cấp trên không ở cấp cao hơn',
        en: 'the area above is not of a higher level',
      }),
    ];
  }
  const top = Math.max(...catalogue.levels.filter((level) => isValidOn(level, area.validFrom)).map(({ rank }) => rank));
  if (area.parent === undefined && rankOf(area.code) < top) {
    return [problem('area-parent', path, { vi: 'Thiếu địa bàn cấp trên', en: 'the area above is missing' })];
  }
  return [];
}

/** A successor begins on the day after its predecessor's last: nobody lives nowhere. */
function checkSuccessors(area: Area, areas: readonly Area[]): readonly CatalogueProblem[] {
  const path = `/areas/${area.code}/successors`;
  const { validTo } = area;
  return (area.successors ?? []).flatMap((successor) => {
    const exists = areas.some(({ code, validFrom }) => code === successor.code && validFrom === successor.validFrom);
    if (!exists || validTo === undefined || successor.validFrom !== addDays(validTo, 1)) {
      const text = {
        vi: `${successor.code} không bắt đầu ngay sau đó`,
        en: `${successor.code} does not begin on the day after`,
      };
      return [problem('area-successor', path, text)];
    }
    return [];
  });
}

function checkHours(hours: OfficeHours): readonly CatalogueProblem[] {
  return Object.entries(hours.weekdays).flatMap(([weekday, periods]) => {
    const times = periods.flat();
    if (times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time)) return [];
    const text = { vi: 'Giờ mở cửa chồng nhau hoặc ngược', en: 'opening periods overlap or run backwards' };
    return [problem('office-hours', `/officeHours/${hours.id}/weekdays/${weekday}`, text)];
  });
}
