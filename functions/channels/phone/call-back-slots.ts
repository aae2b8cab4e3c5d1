import { slotsAfter } from '../../../shared/domain/call/slots.ts';
import type { Slot } from '../../../shared/domain/call/state.ts';
import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { RunningNumbers } from '../../../shared/ports/short-lived.ts';

/** How far ahead a call-back is promised; later than that nobody waits for it. */
const SLOTS_AHEAD = 16;

export interface CallBackSlots {
  /** A place in the first slot that has one; undefined when all are full. */
  take(now: Instant, policy: HotlinePolicy): Promise<Slot | undefined>;
}

/**
 * Places are counted, one number each, so that no slot is promised to more callers than operators can call; a place whose call was never
 * committed stays empty. A slot that was full once is full for ever, and is not asked for again by this process.
 */
export function callBackSlots(numbers: RunningNumbers): CallBackSlots {
  const full = new Set<Instant>();
  return {
    take: async (now, policy) => {
      const slots = slotsAfter(now, policy, SLOTS_AHEAD);
      for (const past of full) if (past <= now) full.delete(past);
      for (const slot of slots) {
        if (full.has(slot.from)) continue;
        if ((await numbers.next(`call-back#${slot.from}`)) <= policy.overflow.slotCalls) return slot;
        full.add(slot.from);
      }
      return undefined;
    },
  };
}
