import type { AtRest, UnitsOfOneLife } from './pilot-cost.ts';

/**
 * One dossier filed at a ward counter and decided at the district: 14 commits of 9 write units (snapshot, event, idempotency record; indexes and
 * clocks), 8 mails of 12 KB, 2 attachments. Estimates; `npm run bench` measures write units.
 */
export const estimatedLife: UnitsOfOneLife = {
  writeUnits: 126,
  readUnits: 90,
  httpRequests: 25,
  invocations: 60,
  gigabyteSeconds: 3,
  queueRequests: 60,
  mails: 8,
  mailKilobytes: 96,
  logKilobytes: 40,
  storedKilobytes: 60,
  fileMegabytes: 3,
};

/** Of one stage with three levels of government; test/infrastructure keeps the number of alarms honest. */
export const pilotAtRest: AtRest = { alarms: 25, secrets: 1, keys: 1, polledQueues: 7 };
