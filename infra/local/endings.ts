/** Orderly: everyone tidies up. Crash: as a power cut would leave it. */
export type Ending = 'orderly' | 'crash';

export interface Endings {
  readonly add: (end: (how: Ending) => unknown) => void;
  /** Ends what was started, the youngest first, each once. The first fault is thrown when all have been tried. */
  readonly run: (how: Ending) => Promise<void>;
}

export function createEndings(): Endings {
  const ends: ((how: Ending) => unknown)[] = [];
  return {
    add(end) {
      ends.push(end);
    },
    async run(how) {
      const faults: unknown[] = [];
      for (const end of ends.splice(0).reverse()) {
        try {
          await end(how);
        } catch (fault) {
          faults.push(fault);
        }
      }
      if (faults.length > 0) throw new Error('something could not be ended', { cause: faults[0] });
    },
  };
}
