/** Parses and checks what the files say: a value of the domain's type, or every problem with the path of the entry. */
import { ProvinceData } from '../../shared/contracts/catalogue.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { checkCatalogue } from '../../shared/domain/catalogue/check-catalogue.ts';
import type { CatalogueProblem } from '../../shared/domain/catalogue/checks/problem.ts';
import type { UnversionedCatalogue } from './catalogue-keys.ts';
import { readProvince } from './read-province.ts';

export type CheckedProvince =
  | { readonly kind: 'checked'; readonly data: UnversionedCatalogue }
  | { readonly kind: 'refused'; readonly problems: readonly CatalogueProblem[] };

export function checkProvince(unchecked: unknown): CheckedProvince {
  const parsed = ProvinceData.safeParse(unchecked);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: `/${issue.path.map(String).join('/')}`,
      rule: 'schema' as const,
      vi: `Sai dạng dữ liệu: ${issue.message}`,
      en: issue.message,
    }));
    return { kind: 'refused', problems };
  }
  const problems = checkCatalogue(parsed.data);
  return problems.length === 0 ? { kind: 'checked', data: parsed.data } : { kind: 'refused', problems };
}

/** The shipped province as a catalogue, for tests and tools. @throws Error listing what is wrong with the files. */
export function shippedCatalogue(version = 'unpublished'): Catalogue {
  const checked = checkProvince(readProvince());
  if (checked.kind === 'checked') return { version, ...checked.data };
  throw new Error(checked.problems.map((problem) => `${problem.path}: ${problem.en}`).join('\n'));
}
