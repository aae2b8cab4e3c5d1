import { evolveReport } from './evolve-report.ts';
import { indexOfReport } from './index-of-report.ts';
import { listingsOfReport } from './report-listings.ts';
import { clocksOfReport } from './running-report-clocks.ts';

/** A report as the shell executes it: fold, clock items, index attributes and its places in lists. Decisions are `decideReport`. */
export const reportDecider = {
  evolve: evolveReport,
  clocksOf: clocksOfReport,
  indexOf: indexOfReport,
  listingsOf: listingsOfReport,
};
