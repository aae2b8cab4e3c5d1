/** A new seed each run, printed so that a run can be repeated. */
export function printedSeed(what: string): number {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.info(`${what}: seed ${String(seed)}`);
  return seed;
}
