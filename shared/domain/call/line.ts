/**
 * Whether the line is saturated (entity `call#line`): overflow begins when as many calls wait as the policy says and ends at half of that, so that
 * one call more or less does not make callers hear now this, now that.
 */
import type { HotlinePolicy } from '../catalogue/hotline.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import type { Instant } from '../time.ts';

export interface Line {
  readonly mode: 'normal' | 'overflow';
  /** By the exchange's clock. */
  readonly since: Instant;
}

export type LineEvent =
  | { readonly type: 'OverflowBegan'; readonly waiting: number; readonly at: Instant }
  | { readonly type: 'OverflowEnded'; readonly waiting: number; readonly at: Instant };

export interface LineReading {
  /** Calls that wait. */
  readonly waiting: number;
  readonly at: Instant;
}

export function decideLine(
  { waiting, at }: LineReading,
  state: Line | undefined,
  { waitingCalls }: HotlinePolicy['overflow'],
): Decision<LineEvent> {
  if (state !== undefined && at < state.since) return ignore('older than what is known');
  if (state?.mode === 'overflow')
    return waiting <= waitingCalls / 2 ? accept({ type: 'OverflowEnded', waiting, at }) : ignore('still too many');
  return waiting >= waitingCalls ? accept({ type: 'OverflowBegan', waiting, at }) : ignore('few enough');
}

export const lineDecider = {
  evolve: (_state: Line | undefined, { type, at }: LineEvent): Line => ({
    mode: type === 'OverflowBegan' ? 'overflow' : 'normal',
    since: at,
  }),
  clocksOf: () => [],
  indexOf: (): object => ({}),
};
