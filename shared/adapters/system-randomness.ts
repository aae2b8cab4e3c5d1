import { randomBytes } from 'node:crypto';
import type { Randomness } from '../ports/outside.ts';

export const systemRandomness: Randomness = { bytes: (count) => new Uint8Array(randomBytes(count)) };
