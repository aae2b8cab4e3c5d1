/** The week of the whole province, for whoever supervises it: the levels of government, and where the most work is late. */
import type { Unit } from '../../../shared/domain/catalogue/catalogue.ts';
import { isValidOn, provinceOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { greetingOf } from '../outgoing/frame-mail.ts';
import { facts, items, text, type MailContent } from '../writing/mail-content.ts';
import type { MailPorts, Today } from '../outgoing/prepare-mail.ts';
import type { Addressee } from '../outgoing/recipient-address.ts';
import { decidedIn, openWorkOf } from './open-work-of.ts';
import { signatureOf } from './signature.ts';
import { periodOf } from './unit-summary.ts';
import type { Week } from './week.ts';
import { sumOf, weekTotals, type WeekTotals } from './week-figures.ts';
import { inEnglishOf, inOneLine, rowsOf } from './week-words.ts';

const MOST_LATE = 10;
/** So many units are asked for at once. */
const LANES = 8;

interface UnitWeek {
  readonly unit: Unit;
  readonly totals: WeekTotals;
}

/** @returns undefined for a catalogue without units. */
export async function provinceSummary(
  ports: Pick<MailPorts, 'queries'>,
  { week, reader }: { readonly week: Week; readonly reader: Addressee },
  today: Today,
): Promise<MailContent | undefined> {
  const { catalogue, now } = today;
  const on = localDateOf(now);
  const weeks = await weeksOf(ports, week, today);
  if (weeks.length === 0) return undefined;
  const whole = sumOf(weeks.map(({ totals }) => totals));
  const levels = catalogue.levels
    .filter((level) => isValidOn(level, on))
    .toSorted((left, right) => right.rank - left.rank)
    .map((level) => ({ level, weeks: weeks.filter(({ unit }) => unit.level === level.id) }))
    .filter((one) => one.weeks.length > 0);
  const worst = weeks
    .filter(({ totals }) => totals.late > 0)
    .toSorted((left, right) => right.totals.late - left.totals.late || (left.unit.id < right.unit.id ? -1 : 1))
    .slice(0, MOST_LATE);
  const province = provinceOn(catalogue, on)?.name ?? 'toàn tỉnh, thành phố';
  return {
    subject: `Tổng hợp tuần ${periodOf(week)} của ${province}: ${String(whole.late)} việc quá hạn`,
    greeting: greetingOf(reader),
    blocks: [
      text(`Tổng hợp tuần ${periodOf(week)} của ${province}:`),
      facts(rowsOf(whole)),
      items(
        'Theo cấp:',
        levels.map(
          ({ level, weeks: theirs }) => `${level.name}: ${inOneLine(sumOf(theirs.map(({ totals }) => totals)))}`,
        ),
      ),
      items(
        'Các đơn vị có nhiều việc quá hạn nhất:',
        worst.map(
          ({ unit, totals }) =>
            `${unit.name}: ${String(totals.late)} quá hạn trong ${String(totals.open)} việc đang mở`,
        ),
      ),
    ],
    english: `The week of the whole province. ${inEnglishOf(whole)}`,
    signature: signatureOf(reader, today),
  };
}

async function weeksOf(
  { queries }: Pick<MailPorts, 'queries'>,
  week: Week,
  { catalogue, now }: Today,
): Promise<readonly UnitWeek[]> {
  const units = catalogue.units.filter((unit) => isValidOn(unit, localDateOf(now)));
  const weeks: UnitWeek[] = [];
  for (let first = 0; first < units.length; first += LANES) {
    const some = units.slice(first, first + LANES).map(async (unit): Promise<UnitWeek> => {
      const [open, decided] = await Promise.all([openWorkOf(queries, unit.id), decidedIn(queries, unit.id, week)]);
      return { unit, totals: weekTotals({ open, decided, now }) };
    });
    weeks.push(...(await Promise.all(some)));
  }
  return weeks;
}
