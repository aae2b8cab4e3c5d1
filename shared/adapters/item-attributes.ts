/**
 * Items of the tables, read and written by attribute type. Our items hold texts and whole numbers only (what is nested is JSON text), so the
 * SDK's general marshaller and its weight are not needed. @throws on an attribute that is not as we write it: the item is damaged.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../domain/time.ts';

export type Item = Readonly<Record<string, AttributeValue>>;

export function textOf(item: Item, name: string): string {
  const value = optionalText(item, name);
  if (value === undefined) throw new Error(`the item has no text ${name}`);
  return value;
}

export function optionalText(item: Item, name: string): string | undefined {
  return item[name]?.S;
}

export function numberOf(item: Item, name: string): number {
  const value = item[name]?.N;
  if (value === undefined) throw new Error(`the item has no number ${name}`);
  return Number(value);
}

/** Our own JSON, read back; its writer is in the same adapter. */
export function jsonOf(item: Item, name: string): unknown {
  return JSON.parse(textOf(item, name));
}

/** Attributes with the absent ones left out, so that sparse indexes stay sparse. */
export function attributes(
  values: Readonly<Record<string, string | number | undefined>>,
): Record<string, AttributeValue> {
  const item: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) item[name] = typeof value === 'number' ? { N: String(value) } : { S: value };
  }
  return item;
}

/** Seconds since the epoch, as time to live wants them; rounded up, so that nothing is forgotten early. */
export function epochSeconds(instant: Instant): number {
  return Math.ceil(Date.parse(instant) / 1000);
}
