/**
 * Running numbers of the one-stop section. The rule on gaps: a number is taken only when the domain has accepted the act with a probe,
 * so a refused dossier takes none; a number taken for a commit that then lost a race, or crashed, is not given again. Gaps are lawful
 * (the code must be unique, Circular 01/2018/TT-VPCP art. 19), reuse is not.
 */
import type { Catalogue, UnitId } from '../../shared/domain/catalogue/catalogue.ts';
import { unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { formatDossierCode } from '../../shared/domain/codes/dossier-code.ts';
import { localDateOf, type Instant } from '../../shared/domain/time.ts';
import type { RunningNumbers } from '../../shared/ports/short-lived.ts';

export interface NumberedAt {
  readonly catalogue: Catalogue;
  readonly counterId: UnitId;
  /** Moment of reception; for the post, of the handover record's signature. */
  readonly at: Instant;
}

/** Stands for the number while it is not known whether one is needed. */
export function probeDossierCode(place: NumberedAt): string {
  return dossierCode(place, 1);
}

export async function takeDossierCode(numbers: RunningNumbers, place: NumberedAt): Promise<string> {
  const series = `dossier#${agencyCodeOf(place)}#${localDateOf(place.at)}`;
  return dossierCode(place, await numbers.next(series));
}

/** Số phiếu gửi hồ sơ: runs by year and counter. */
export async function takeSendSlip(numbers: RunningNumbers, place: NumberedAt): Promise<string> {
  const agency = agencyCodeOf(place);
  const year = localDateOf(place.at).slice(0, 4);
  const number = await numbers.next(`send-slip#${agency}#${year}`);
  return `${String(number).padStart(4, '0')}/${year}/PG-${agency}`;
}

function dossierCode(place: NumberedAt, sequence: number): string {
  return formatDossierCode({ agencyCode: agencyCodeOf(place), date: localDateOf(place.at), sequence });
}

function agencyCodeOf({ catalogue, counterId, at }: NumberedAt): string {
  const unit = unitOn(catalogue, counterId, localDateOf(at)) ?? catalogue.units.find(({ id }) => id === counterId);
  if (unit === undefined) throw new Error(`the catalogue knows no unit ${counterId}`);
  return unit.agencyCode;
}
