/**
 * The six digits that prove that one person uses two channels: sent to the one, repeated on the other. Derived, not stored: whoever reads the
 * tables finds no code, and every attempt to send it sends the same.
 */
import { createHmac } from 'node:crypto';
import type { Instant } from '../domain/time.ts';
import type { SigningKeys } from '../ports/outside.ts';
import { lastingKey } from './lasting-key.ts';

export interface AskedLink {
  /** The conversation in which it was asked for, and is to be repeated. */
  readonly from: string;
  /** The conversation that it is sent to. */
  readonly to: string;
  readonly askedAt: Instant;
}

/** @returns six digits. They hold for ten minutes and five tries, which the conversation counts. */
export function linkCodeOf(keys: SigningKeys, { from, to, askedAt }: AskedLink): string {
  const hash = createHmac('sha256', lastingKey(keys)).update(`link\n${from}\n${to}\n${askedAt}`).digest();
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}
