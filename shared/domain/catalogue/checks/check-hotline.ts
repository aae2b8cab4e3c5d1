import { CHANNELS } from '../../channel.ts';
import type { LocalDate } from '../../time.ts';
import type { Role, Validity } from '../catalogue.ts';
import type { ServiceLevelId } from '../hotline.ts';
import { isValidOn } from '../lookup.ts';
import { staffOf } from '../people.ts';
import { changeDays, firstUncoveredDay } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/**
 * What a report to the hotline (1022) needs on every day on which its categories are in force: a time limit for each part of its way, one
 * centre with operators and supervisors, a policy for each channel. That each category finds its unit, the router itself is asked
 * (check-competence.ts).
 */
export function checkHotline(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return [
    ...checkServiceLevels(catalogue),
    ...checkChannels(catalogue),
    ...checkCentre(catalogue),
    ...checkEmergencies(catalogue),
  ];
}

const SERVICE_LEVELS: readonly ServiceLevelId[] = [
  'acknowledge',
  'classify',
  'dispute',
  'urgent',
  'normal',
  'complex',
  'several-units',
  'consolidate',
  'review',
  'info',
  'regulation',
];

function checkServiceLevels({ reportCategories, serviceLevels }: CheckedCatalogue): readonly CatalogueProblem[] {
  const span = wholeSpan(reportCategories);
  const uncovered = SERVICE_LEVELS.flatMap((id) => {
    const day =
      span &&
      firstUncoveredDay(
        span,
        serviceLevels.filter((level) => level.id === id),
      );
    const text = { vi: `Không có thời hạn ngày ${day}`, en: `no time limit on ${day}` };
    return day === undefined ? [] : [problem('hotline', `/serviceLevels/${id}`, text)];
  });
  const repeated = serviceLevels.flatMap(({ id, warnings }) =>
    warnings
      .map(({ level }) => level)
      .filter((level, index, all) => all.indexOf(level) !== index)
      .map((level) =>
        problem('hotline', `/serviceLevels/${id}/warnings/${level}`, {
          vi: 'Mức này lặp lại',
          en: 'this level is there twice',
        }),
      ),
  );
  return [...uncovered, ...repeated];
}

function checkChannels({ channels, reportCategories }: CheckedCatalogue): readonly CatalogueProblem[] {
  if (reportCategories.length === 0) return [];
  return CHANNELS.flatMap((channel) => {
    const count = channels.filter((policy) => policy.channel === channel).length;
    if (count === 1) return [];
    const text = { vi: 'Mỗi kênh phải có đúng một mục', en: 'each channel has exactly one entry' };
    return [problem('hotline', `/channels/${channel}`, text)];
  });
}

/** A report that came in has one place where it is sorted, and people there. */
function checkCentre(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const { reportCategories, units, staff } = catalogue;
  if (reportCategories.length === 0) return [];
  const days = changeDays([...reportCategories, ...units, ...staff]).filter((on) =>
    reportCategories.some((category) => isValidOn(category, on)),
  );
  const found = days.flatMap((on) => centreOn(catalogue, on));
  return [...Map.groupBy(found, ({ path }) => path).values()].flatMap(([first]) => first ?? []);
}

function centreOn(catalogue: CheckedCatalogue, on: LocalDate): readonly CatalogueProblem[] {
  const [centre, another] = catalogue.units.filter((unit) => unit.kind === 'hotline' && isValidOn(unit, on));
  if (centre === undefined || another !== undefined) {
    const text = { vi: `Phải có đúng một tổng đài ngày ${on}`, en: `exactly one hotline centre is needed on ${on}` };
    return [problem('hotline', '/units/hotline', text)];
  }
  const people = staffOf({ version: '', ...catalogue }, centre.id, on);
  const needed: readonly Role[] = ['hotline-operator', 'hotline-supervisor'];
  return needed
    .filter((role) => !people.some(({ roles }) => roles.includes(role)))
    .map((role) =>
      problem('hotline', `/units/${centre.id}/${role}`, {
        vi: `Không có người giữ vai trò này ngày ${on}`,
        en: `nobody has this role on ${on}`,
      }),
    );
}

function checkEmergencies({ hotline }: CheckedCatalogue): readonly CatalogueProblem[] {
  return hotline.emergencies
    .filter(({ phrases }) => phrases.length === 0)
    .map(({ number }) =>
      problem('hotline', `/hotline/emergencies/${number}`, {
        vi: 'Không có cụm từ nào gợi ý số này',
        en: 'no words suggest this number',
      }),
    );
}

/** From the first day of the entries to the last; without an end when one of them has none. */
function wholeSpan(entries: readonly Validity[]): Validity | undefined {
  const [first] = entries.map(({ validFrom }) => validFrom).toSorted();
  if (first === undefined) return undefined;
  const ends = entries.flatMap(({ validTo }) => validTo ?? []);
  const last = ends.length === entries.length ? ends.toSorted().at(-1) : undefined;
  return { validFrom: first, ...(last !== undefined && { validTo: last }) };
}
