import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/outside.ts';

export const systemClock: Clock = { now: (): Instant => new Date().toISOString() };
