/**
 * The system's clock on one machine: the real one, or one that was set to another moment at start and runs on normally from there.
 * Functions get the same shift by `lambda/shift-date.ts`; nothing in functions/ or shared/ knows of it. Instants are epoch milliseconds.
 */
export interface LocalClock {
  readonly shiftMilliseconds: number;
  readonly now: () => number;
}

export function localClock(startAt?: Date): LocalClock {
  const shiftMilliseconds = startAt === undefined ? 0 : startAt.getTime() - Date.now();
  return { shiftMilliseconds, now: () => Date.now() + shiftMilliseconds };
}
