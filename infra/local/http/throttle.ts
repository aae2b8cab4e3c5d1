import type { ThrottlePlan } from '../assembly/plan.ts';

/** A token bucket as API Gateway's: `burst` calls at once, refilled at the rate. True when the call may pass. */
export function createThrottle(plan: ThrottlePlan | undefined, now: () => number): () => boolean {
  if (plan === undefined) return () => true;
  let tokens = plan.burst;
  let filledAt = now();
  return () => {
    const at = now();
    tokens = Math.min(plan.burst, tokens + ((at - filledAt) / 1000) * plan.ratePerSecond);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
