import type { FunctionPlan } from '../assembly/plan.ts';
import {
  startExecutionEnvironment,
  type ExecutionEnvironment,
  type InvocationOutcome,
} from './execution-environment.ts';

export interface FunctionPool {
  /** Runs the function, waiting for a free environment when all are busy. @throws when there is no such function. */
  readonly invoke: (functionName: string, event: unknown) => Promise<InvocationOutcome>;
  /** Ends every environment and lets nothing start any more. */
  readonly stop: () => Promise<void>;
}

export interface PoolSettings {
  readonly functions: readonly FunctionPlan[];
  readonly environment: Readonly<Record<string, string>>;
  readonly shiftMilliseconds: number;
  /** How many of one function run side by side. */
  readonly environmentsPerFunction: number;
  /** How many processes there are in all; an idle one of another function makes room. */
  readonly environmentsInAll: number;
  readonly idleMilliseconds: number;
  /** A line that a function wrote. */
  readonly log: (line: string) => void;
  /** A function's failure, with its trace. */
  readonly warn: (line: string) => void;
}

interface Slot {
  readonly environment: ExecutionEnvironment;
  busy: boolean;
  idleSince: number;
}

interface Waiting {
  readonly functionName: string;
  readonly start: (slot: Slot | undefined) => void;
}

const stopped: InvocationOutcome = {
  trace: 'the local runtime is stopping',
  kind: 'failed',
  errorType: 'Stopped',
  errorMessage: 'the local runtime is stopping',
};

/** Lambda's concurrency in small: each function has its own processes, as many as it needs up to a limit. */
export function createFunctionPool(settings: PoolSettings): FunctionPool {
  const plans = new Map(settings.functions.map((plan) => [plan.name, plan]));
  const slots = new Map<string, Slot[]>(settings.functions.map((plan) => [plan.name, []]));
  const endings = new Set<Promise<void>>();
  let queue: Waiting[] = [];
  let stopping = false;

  const discard = (functionName: string, slot: Slot): void => {
    slot.environment.end();
    slots.set(
      functionName,
      (slots.get(functionName) ?? []).filter((other) => other !== slot),
    );
  };
  const idleOnes = (): { functionName: string; slot: Slot }[] =>
    [...slots].flatMap(([functionName, all]) =>
      all.filter((slot) => !slot.busy).map((slot) => ({ functionName, slot })),
    );
  const reaper = setInterval(() => {
    const limit = Date.now() - settings.idleMilliseconds;
    for (const { functionName, slot } of idleOnes()) if (slot.idleSince < limit) discard(functionName, slot);
  }, 5000);
  reaper.unref();

  const startSlot = (plan: FunctionPlan): Slot | undefined => {
    const mine = slots.get(plan.name) ?? [];
    const limit = Math.min(settings.environmentsPerFunction, plan.reservedConcurrency ?? Number.MAX_SAFE_INTEGER);
    if (mine.length >= limit) return undefined;
    const total = [...slots.values()].reduce((sum, all) => sum + all.length, 0);
    if (total >= settings.environmentsInAll) {
      const longestIdle = idleOnes().sort((left, right) => left.slot.idleSince - right.slot.idleSince)[0];
      if (longestIdle === undefined) return undefined;
      discard(longestIdle.functionName, longestIdle.slot);
    }
    const log = (line: string): void => {
      settings.log(`[${plan.name}] ${line}`);
    };
    const { environment: shared, shiftMilliseconds } = settings;
    const environment = startExecutionEnvironment({ plan, environment: shared, shiftMilliseconds, log });
    const ending = environment.ended.then(() => void endings.delete(ending));
    endings.add(ending);
    const slot: Slot = { environment, busy: false, idleSince: Date.now() };
    slots.set(plan.name, [...(slots.get(plan.name) ?? []), slot]);
    return slot;
  };
  const takeSlot = (functionName: string): Slot | undefined => {
    const plan = plans.get(functionName);
    if (plan === undefined) throw new Error(`there is no function ${functionName}`);
    for (const slot of slots.get(functionName) ?? []) if (!slot.environment.alive()) discard(functionName, slot);
    return (slots.get(functionName) ?? []).find((slot) => !slot.busy) ?? startSlot(plan);
  };
  const serveQueue = (): void => {
    queue = queue.filter((waiting) => {
      const slot = takeSlot(waiting.functionName);
      if (slot === undefined) return true;
      slot.busy = true;
      waiting.start(slot);
      return false;
    });
  };
  const run = async (functionName: string, slot: Slot, event: unknown): Promise<InvocationOutcome> => {
    try {
      const outcome = await slot.environment.invoke(event);
      if (outcome.kind === 'failed') settings.warn(`[${functionName}] ${outcome.trace}`);
      return outcome;
    } finally {
      slot.busy = false;
      slot.idleSince = Date.now();
      if (!stopping) serveQueue();
    }
  };

  return {
    async invoke(functionName, event) {
      if (!plans.has(functionName)) throw new Error(`there is no function ${functionName}`);
      if (stopping) return stopped;
      const slot = await new Promise<Slot | undefined>((start) => {
        queue.push({ functionName, start });
        serveQueue();
      });
      return slot === undefined ? stopped : run(functionName, slot, event);
    },
    async stop() {
      stopping = true;
      clearInterval(reaper);
      for (const waiting of queue) waiting.start(undefined);
      queue = [];
      for (const all of slots.values()) for (const slot of all) slot.environment.end();
      await Promise.all(endings);
    },
  };
}
