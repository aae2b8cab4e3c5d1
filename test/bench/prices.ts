/**
 * What AWS charges, in US dollars for one unit. Region US East (N. Virginia), on demand, arm64; other regions are up to a quarter dearer.
 * Read on 2026-11-23 from secondary sources: DynamoDB after its price cut of November 2024, the others as they have stood for years.
 * Not checked against AWS's own price list: a real bill decides.
 */
const MILLION = 1_000_000;

export const prices = {
  writeUnit: 0.625 / MILLION,
  readUnit: 0.125 / MILLION,
  lambdaRequest: 0.2 / MILLION,
  lambdaGigabyteSecond: 0.0000133334,
  httpRequest: 1 / MILLION,
  queueRequest: 0.4 / MILLION,
  mail: 0.1 / 1000,
  gigabyteMonth: 0.25,
} as const;
