/** What every channel must do with a message of ours, proven against the stand-in of its provider; each channel's own test calls it. */
import { describe, expect, it } from 'vitest';
import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import type { OutgoingChannel, Sent } from '../channel-contract.ts';

type Fault = 'down' | 'silent' | 'rate-limit' | 'error-with-200' | 'expired-token';

/** Our channel and its provider, with nobody else on it. */
export interface OutgoingUnderTest {
  readonly channel: OutgoingChannel;
  readonly to: ChannelAddress;
  /** Somebody to whom the provider never brings anything. */
  readonly gone: ChannelAddress;
  fault(fault: Fault | undefined): void;
  /** What has reached citizens. */
  said(): readonly { readonly account: string; readonly text: string; readonly messageId: string }[];
  /** Everything that was asked of anybody. */
  asked(): readonly {
    readonly host: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly body: string;
  }[];
  /** What only one host may see; read when everything was sent, for tokens are given on the way. */
  secrets(): readonly { readonly secret: string; readonly host: string }[];
}

/** @param faults that this provider can have; `down`, `silent` and `rate-limit` all can. */
export function describeOutgoing(
  name: string,
  make: () => OutgoingUnderTest | Promise<OutgoingUnderTest>,
  faults: readonly ('error-with-200' | 'expired-token')[],
): void {
  const text = 'Mã phản ánh 7K3-M9Q-X2TB: đã tiếp nhận.';
  const send = (under: OutgoingUnderTest, to = under.to): Promise<Sent> =>
    under.channel.send({ text, to, attemptId: 'd-0123456789abcdef-1' });

  describe(`${name}, going out`, () => {
    it('reaches the citizen, with the id that receipts will name', async () => {
      const under = await make();
      const sent = await send(under);
      expect(under.said()).toMatchObject([{ account: under.to.account, text }]);
      expect(sent).toEqual({ kind: 'accepted', messageId: under.said()[0]?.messageId });
    });

    it.each(['down', 'rate-limit'] as const)('is for later while the provider is: %s', async (fault) => {
      const under = await make();
      under.fault(fault);
      expect((await send(under)).kind).toBe('unavailable');
      expect(under.said()).toEqual([]);
      under.fault(undefined);
      expect((await send(under)).kind).toBe('accepted');
    });

    it('is refused for good where nobody is reached', async () => {
      const under = await make();
      expect((await send(under, under.gone)).kind).toBe('refused');
      expect(under.said()).toEqual([]);
    });

    it('is unclear when no answer comes: it may have gone out', async () => {
      const under = await make();
      under.fault('silent');
      expect(await send(under)).toEqual({ kind: 'unclear' });
    });

    if (faults.includes('error-with-200'))
      it('is not sent because HTTP says 200', async () => {
        const under = await make();
        under.fault('error-with-200');
        expect(['refused', 'unavailable']).toContain((await send(under)).kind);
        expect(under.said()).toEqual([]);
      });

    if (faults.includes('expired-token'))
      it('fetches a new token when the old one has ended', async () => {
        const under = await make();
        under.fault('expired-token');
        expect((await send(under)).kind).toBe('accepted');
        expect(under.said()).toHaveLength(1);
      });

    it('shows each secret to its own host alone, and neither secrets nor words in an address', async () => {
      const under = await make();
      await send(under);
      await send(under, under.gone);
      const secrets = under.secrets();
      expect(secrets.length).toBeGreaterThan(0);
      const asked = under.asked().map(({ host, path, query, headers, body }) => ({
        host,
        address: `${path} ${JSON.stringify(query)}`,
        inside: `${JSON.stringify(headers)} ${body}`,
      }));
      for (const { address } of asked) expect(address).not.toContain('7K3');
      for (const { secret, host } of secrets) {
        expect(asked.filter(({ address }) => address.includes(secret))).toEqual([]);
        const seenBy = asked.filter(({ inside }) => inside.includes(secret)).map((one) => one.host);
        expect([...new Set(seenBy)], 'who saw it').toEqual([host]);
      }
    });
  });
}
