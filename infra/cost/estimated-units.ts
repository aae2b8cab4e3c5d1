import type { AtRest, UnitsOfOneLife } from './pilot-cost.ts';

/**
 * One dossier filed at a ward counter and decided at the district: 14 commits of 9 write units (snapshot, event, idempotency record; indexes and
 * clocks), 8 notices of 12 KB, 3 answers with a receipt each, its share of the morning digests, 2 attachments. Estimates; `npm run bench`
 * measures write units.
 */
export const estimatedLife: UnitsOfOneLife = {
  writeUnits: 126,
  readUnits: 90,
  httpRequests: 25,
  invocations: 60,
  gigabyteSeconds: 3,
  queueRequests: 60,
  mails: 12,
  mailKilobytes: 144,
  incomingMails: 3,
  logKilobytes: 40,
  storedKilobytes: 60,
  fileMegabytes: 3,
};

/** Of one stage with three levels of government; test/infrastructure keeps the number of alarms honest. */
export const pilotAtRest: AtRest = { alarms: 32, secrets: 3, keys: 1, polledQueues: 10 };
