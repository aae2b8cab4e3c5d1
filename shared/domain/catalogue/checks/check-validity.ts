import type { Validity } from '../catalogue.ts';
import { overlap } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/** Periods run forwards, and of one key only one entry is in force on any day: a look-up has one answer. */
export function checkValidity(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const keyed: readonly (readonly [list: string, key: string, entry: Validity])[] = [
    ...catalogue.provinces.map((entry) => ['provinces', 'province', entry] as const),
    ...catalogue.levels.map((entry) => ['levels', entry.id, entry] as const),
    ...catalogue.areas.map((entry) => ['areas', entry.code, entry] as const),
    ...catalogue.units.map((entry) => ['units', entry.id, entry] as const),
    ...catalogue.officeHours.map((entry) => ['officeHours', entry.id, entry] as const),
    ...catalogue.procedures.map((entry) => ['procedures', entry.code, entry] as const),
    ...catalogue.procedures.flatMap(({ code, fees }) =>
      fees.map((fee) => [`procedures/${code}/fees`, fee.name, fee] as const),
    ),
    ...catalogue.reception.map((entry) => ['reception', entry.counterLevel, entry] as const),
    ...catalogue.competence.map((entry) => ['competence', entry.id, entry] as const),
    ...catalogue.staff.map((entry) => ['staff', entry.id, entry] as const),
    ...catalogue.forms.map((entry) => ['forms', entry.form, entry] as const),
    ...catalogue.reportCategories.map((entry) => ['reportCategories', entry.id, entry] as const),
    ...catalogue.serviceLevels.map((entry) => ['serviceLevels', entry.id, entry] as const),
    ...catalogue.units.flatMap(({ id, counter }) =>
      (counter?.postalList ?? []).map((entry) => [`units/${id}/counter/postalList`, entry.procedure, entry] as const),
    ),
  ];
  const groups = Map.groupBy(keyed, ([list, key]) => `/${list}/${key}`);
  return [...groups].flatMap(([path, entries]) => [
    ...entries
      .filter(([, , entry]) => entry.validTo !== undefined && entry.validTo < entry.validFrom)
      .map(() => backwards(path)),
    ...entries
      .filter(([, , entry], index) => entries.slice(0, index).some(([, , earlier]) => overlap(earlier, entry)))
      .map(([, , entry]) => twice(path, entry)),
    ...sameVersion(
      path,
      entries.map(([, , entry]) => entry),
    ),
  ]);
}

/** A case keeps (code, version) of its procedure for ever, so that pair names one description, whatever its dates. */
function sameVersion(path: string, entries: readonly Validity[]): readonly CatalogueProblem[] {
  const versions = entries.flatMap((entry) =>
    'version' in entry && typeof entry.version === 'string' ? [entry.version] : [],
  );
  const repeated = versions.filter((version, index) => versions.indexOf(version) !== index);
  return repeated.map((version) =>
    problem('validity-overlap', path, {
      vi: `Phiên bản ${version} xuất hiện hai lần`,
      en: `version ${version} is there twice`,
    }),
  );
}

function backwards(path: string): CatalogueProblem {
  return problem('validity-order', path, {
    vi: 'Ngày hết hiệu lực trước ngày có hiệu lực',
    en: 'ends before it begins',
  });
}

function twice(path: string, entry: Validity): CatalogueProblem {
  return problem('validity-overlap', path, {
    vi: `Hai mục cùng có hiệu lực kể từ ${entry.validFrom}`,
    en: `two entries are in force at the same time from ${entry.validFrom}`,
  });
}
