/**
 * What every channel must do, whatever its provider; each channel's own test calls it with what its provider sends. What only one provider has
 * stands in that channel's test.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelItem } from '../../../shared/domain/conversation/channel-message.ts';
import type { IncomingChannel, RawCall } from '../channel-contract.ts';

export interface Sample {
  readonly body: string;
  readonly items: readonly ChannelItem[];
}

export interface IncomingFixtures {
  readonly channel: IncomingChannel;
  /** The call with which the provider would bring this body, signed now. */
  readonly call: (body: string | Uint8Array) => RawCall | Promise<RawCall>;
  /** The call with every byte of its signature changed in turn, and at last without it. See `spoiltHeader`. */
  readonly spoilt: (call: RawCall) => readonly RawCall[];
  /** Whether the signature is over the body. */
  readonly signsBody: boolean;
  /** What it brings, in its own words, and what we read in it: whatever the provider has of texts, places, stickers, files, receipts. */
  readonly samples: Readonly<Record<string, Sample>>;
  /** Bodies of kinds that nobody needs; absent where the contract is ours and has one kind only. */
  readonly unknown?: readonly string[];
  /** A body that brings a message with this text; not of channels that bring receipts only. */
  readonly saying?: (text: string) => string;
  /** An id of more than 53 bits, which a JavaScript number would round. */
  readonly longId?: { readonly body: string; readonly providerId: string };
  /** Signed too long ago, or for another time. */
  readonly stale?: readonly (RawCall | Promise<RawCall>)[];
  readonly acknowledged: ReturnType<IncomingChannel['acknowledge']>;
}

const words = [
  'Ổ gà trước nhà số 12/3, nước ngập 30 cm',
  'Ổ gà trước nhà'.normalize('NFD'),
  '🕳️ ổ gà 👩‍👩‍👧‍👦 🇻🇳 𠀀',
  '"\\ \n </script> {{x}} %s',
];

export function describeIncoming(name: string, make: () => IncomingFixtures): void {
  const { samples, saying, longId, stale, signsBody, unknown } = make();
  const [first] = Object.values(samples);
  if (first === undefined) throw new Error('a channel without a sample');

  describe(`${name}, coming in`, () => {
    it('is genuine as the provider signs it, and acknowledged as the provider wants', async () => {
      const { channel, call, acknowledged } = make();
      const genuine = await call(first.body);
      expect(await channel.verify(genuine)).toEqual({ kind: 'genuine' });
      expect(channel.acknowledge(genuine)).toEqual(acknowledged);
    });

    it.each(Object.entries(samples))('brings: %s', async (_what, { body, items }) => {
      const { channel, call } = make();
      const genuine = await call(body);
      expect(await channel.verify(genuine)).toEqual({ kind: 'genuine' });
      expect(channel.parse(genuine)).toEqual({ kind: 'items', items });
    });

    it('has the same ids when it comes again, and no two things have one id', async () => {
      const { channel, call } = make();
      const idsOf = async (body: string) => {
        const parsed = channel.parse(await call(body));
        return parsed.kind === 'items' ? parsed.items.map(({ providerId }) => providerId) : [];
      };
      const bodies = Object.values(samples).map(({ body }) => body);
      const ids = await Promise.all(bodies.map(idsOf));
      expect(await Promise.all(bodies.map(idsOf))).toEqual(ids);
      expect(new Set(ids.flat()).size).toBe(ids.flat().length);
    });

    it('is refused with any byte of its signature changed, or without one', async () => {
      const { channel, call, spoilt } = make();
      const forged = spoilt(await call(first.body));
      expect(forged.length).toBeGreaterThan(1);
      for (const one of forged) await expectRefused(channel, one);
    });

    if (signsBody)
      it('is refused with any byte of its body changed', async () => {
        const { channel, call } = make();
        const genuine = await call(first.body);
        expect(genuine.body.length).toBeGreaterThan(0);
        for (let at = 0; at < genuine.body.length; at++)
          await expectRefused(channel, { ...genuine, body: flip(genuine.body, at) });
      });

    if (signsBody)
      it('is refused when its end is missing', async () => {
        const { channel, call } = make();
        const genuine = await call(first.body);
        for (let length = 0; length < genuine.body.length; length++)
          await expectRefused(channel, { ...genuine, body: genuine.body.slice(0, length) });
      });

    if (stale !== undefined)
      it('is refused when it was signed for another time', async () => {
        const { channel } = make();
        for (const one of stale) expect(await channel.verify(await one)).toEqual({ kind: 'refused', why: 'stale' });
      });

    if (unknown !== undefined)
      it('brings nothing when it is of a kind that nobody needs, and is acknowledged all the same', async () => {
        const { channel, call } = make();
        expect(unknown).not.toEqual([]);
        for (const body of unknown) {
          const genuine = await call(body);
          expect(await channel.verify(genuine)).toEqual({ kind: 'genuine' });
          expect(channel.parse(genuine)).toEqual({ kind: 'items', items: [] });
          expect(channel.acknowledge(genuine).status).toBeLessThan(300);
        }
      });

    if (saying !== undefined)
      it.each(words)('brings words as they were written: %j', async (text) => {
        const { channel, call } = make();
        const parsed = channel.parse(await call(saying(text)));
        const [item] = parsed.kind === 'items' ? parsed.items : [];
        const content = item?.kind === 'message' ? item.content : undefined;
        // Not compared byte by byte: a channel may bring all texts to one Unicode form.
        expect(content?.kind === 'text' && content.text.normalize('NFC')).toBe(text.normalize('NFC'));
      });

    if (longId !== undefined)
      it('keeps an id of 64 bits', async () => {
        const { channel, call } = make();
        const parsed = channel.parse(await call(longId.body));
        expect(parsed).toMatchObject({ kind: 'items', items: [{ providerId: longId.providerId }] });
      });

    it('never fails on anything, and takes nothing that is not signed', async () => {
      const { channel, call, spoilt } = make();
      const json = fc.json().map((text) => new TextEncoder().encode(text));
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), json), async (bytes) => {
          const signed = await call(Uint8Array.from(bytes));
          channel.parse(signed);
          channel.acknowledge(signed);
          const unsigned = spoilt(signed).at(-1);
          if (unsigned !== undefined) await expectRefused(channel, unsigned);
        }),
        { numRuns: 100 },
      );
    });

    it('is refused with a status that says so', () => {
      const { channel } = make();
      for (const why of ['forged', 'stale', 'malformed'] as const)
        expect(String(channel.refuse(why).status), why).toMatch(/^4\d\d$/);
      expect(String(channel.refuse('keys-unavailable').status)).toMatch(/^5\d\d$/);
    });
  });
}

/** Each byte of a header changed in turn, and at last the call without it. */
export function spoiltHeader(call: RawCall, name: string): readonly RawCall[] {
  const value = new TextEncoder().encode(call.headers[name] ?? '');
  const changed = Array.from(value, (_, at) => ({
    ...call,
    headers: { ...call.headers, [name]: new TextDecoder('latin1').decode(flip(value, at)) },
  }));
  return [...changed, { ...call, headers: { ...call.headers, [name]: undefined } }];
}

async function expectRefused(channel: IncomingChannel, call: RawCall): Promise<void> {
  expect((await channel.verify(call)).kind, new TextDecoder().decode(call.body)).toBe('refused');
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 7)) : byte));
}
