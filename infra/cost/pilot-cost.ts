/**
 * What the pilot costs a year, from units that the benchmark measures. US dollars, list prices of us-east-1 for on-demand use, after the free
 * tiers that do not end (SQS, Lambda, alarms); AWS price pages as of the constants below.
 */

/** US dollars for one. */
const price = {
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  /** GB-second on arm64. */
  gigabyteSecond: 0.0000133334,
  invocation: 0.2e-6,
  httpRequest: 1e-6,
  queueRequest: 0.4e-6,
  mail: 100e-6,
  /** Of incoming mail, for each 256 KB begun; the mail itself costs as much as an outgoing one. */
  incomingChunk: 90e-6,
  mailGigabyte: 0.12,
  logGigabyte: 0.5,
  /** A month. */
  storedGigabyte: 0.25,
  recoverableGigabyte: 0.2,
  fileGigabyte: 0.023,
  secret: 0.4,
  key: 1,
  alarm: 0.1,
} as const;

const freeAMonth = { queueRequests: 1e6, invocations: 1e6, gigabyteSeconds: 400_000, alarms: 10 } as const;

/** What one life of a case uses, from filing to the returned result. */
export interface UnitsOfOneLife {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly httpRequests: number;
  readonly invocations: number;
  readonly gigabyteSeconds: number;
  readonly queueRequests: number;
  readonly mails: number;
  readonly mailKilobytes: number;
  readonly incomingMails: number;
  readonly logKilobytes: number;
  readonly storedKilobytes: number;
  readonly fileMegabytes: number;
}

/** What stands there and is used when nobody files anything. */
export interface AtRest {
  readonly alarms: number;
  readonly secrets: number;
  readonly keys: number;
  readonly polledQueues: number;
}

export interface CostLine {
  readonly what: string;
  readonly dollarsAYear: number;
}

const minutesAYear = 365 * 24 * 60;
/** Lambda asks an idle queue through five connections, each waiting 20 seconds. */
const pollsAMinute = 15;
/** A sweep that finds nothing: eight index queries of half a read unit, measured at under 100 ms with 512 MB. */
const idleSweep = { readUnits: 4, gigabyteSeconds: 0.05 };

/** Cost of what is used, and apart from it of what stands there: the second is paid in a year without a single case. */
export function pilotCost(cases: number, life: UnitsOfOneLife, rest: AtRest): readonly CostLine[] {
  const invocations = cases * life.invocations + minutesAYear;
  const gigabyteSeconds = cases * life.gigabyteSeconds + minutesAYear * idleSweep.gigabyteSeconds;
  const stored = (cases * life.storedKilobytes) / 1e6;
  return [
    line('DynamoDB writes', cases * life.writeUnits * price.writeUnit),
    line('DynamoDB reads', (cases * life.readUnits + minutesAYear * idleSweep.readUnits) * price.readUnit),
    line('DynamoDB storage and recovery', stored * 12 * (price.storedGigabyte + price.recoverableGigabyte)),
    line('E-mails', cases * (life.mails * price.mail + (life.mailKilobytes / 1e6) * price.mailGigabyte)),
    line('E-mails that come in', cases * life.incomingMails * (price.mail + price.incomingChunk)),
    line('HTTP API', cases * life.httpRequests * price.httpRequest),
    line(
      'Lambda',
      above(invocations, freeAMonth.invocations) * price.invocation +
        above(gigabyteSeconds, freeAMonth.gigabyteSeconds) * price.gigabyteSecond,
    ),
    line(
      'SQS, most of it asking idle queues',
      above(cases * life.queueRequests + rest.polledQueues * pollsAMinute * minutesAYear, freeAMonth.queueRequests) *
        price.queueRequest,
    ),
    line('Logs', ((cases * life.logKilobytes) / 1e6) * price.logGigabyte),
    line('Attachments', ((cases * life.fileMegabytes) / 1e3) * 12 * price.fileGigabyte),
    line('Alarms', Math.max(0, rest.alarms - freeAMonth.alarms) * 12 * price.alarm),
    line('Secrets', rest.secrets * 12 * price.secret),
    line('Key of the topics', rest.keys * 12 * price.key),
  ];
}

export function totalCost(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { dollarsAYear }) => sum + dollarsAYear, 0);
}

function line(what: string, dollarsAYear: number): CostLine {
  return { what, dollarsAYear };
}

/** What is left of a year's amount after twelve free months, if it is spread evenly. */
function above(amountAYear: number, free: number): number {
  return Math.max(0, amountAYear - 12 * free);
}
