/** What a keeper of provider tokens must do; run in memory, and on Secrets Manager's stand-in with the lease in DynamoDB. */
import { describe, expect, it } from 'vitest';
import type { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import type { ProviderToken, TokenVault } from '../../shared/ports/providers.ts';

export interface VaultUnderTest {
  readonly clock: SteppableClock;
  /** Two processes with the same store. */
  readonly vault: TokenVault;
  readonly other: TokenVault;
}

const first: ProviderToken = {
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  expiresAt: '2026-11-24T03:00:00.000Z',
};
const app: ProviderToken = { accessToken: 'app-1', expiresAt: '2026-11-23T03:00:00.000Z' };
export const entered = { zalo: first, bot: app };

/** As Zalo: a refresh token is taken once. */
function provider() {
  const spent: string[] = [];
  const refresh = async ({ refreshToken = '' }: ProviderToken): Promise<ProviderToken> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (spent.includes(refreshToken)) throw new Error('refresh token used again');
    spent.push(refreshToken);
    const number = String(spent.length + 1);
    return {
      accessToken: `access-${number}`,
      refreshToken: `refresh-${number}`,
      expiresAt: '2026-11-25T04:00:00.000Z',
    };
  };
  return { spent, refresh };
}

const neverAsked = (): Promise<ProviderToken> => Promise.reject(new Error('asked for nothing'));

export function describeTokenVault(name: string, make: () => Promise<VaultUnderTest>): void {
  describe(`${name}: provider tokens`, () => {
    it('are read by name; one that was never entered is a fault', async () => {
      const { vault } = await make();
      expect(await vault.read('zalo')).toEqual(first);
      expect(await vault.read('bot')).toEqual(app);
      await expect(vault.read('viber')).rejects.toThrow('viber');
    });

    it('are exchanged for a new pair, which every process finds', async () => {
      const { vault, other } = await make();
      const { refresh } = provider();
      const renewed = await vault.renew('zalo', first, refresh);
      expect(renewed).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' });
      expect(await vault.read('zalo')).toEqual(renewed);
      expect(await other.read('zalo')).toEqual(renewed);
      expect(await other.read('bot')).toEqual(app);
    });

    it('are not renewed for somebody who has only not seen the new one', async () => {
      const { vault, other } = await make();
      const renewed = await vault.renew('zalo', first, provider().refresh);
      expect(await other.renew('zalo', first, neverAsked)).toEqual(renewed);
    });

    it('are renewed once, however many ask at once', async () => {
      const { vault, other } = await make();
      const { spent, refresh } = provider();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? vault : other).renew('zalo', first, refresh)),
      );
      expect(spent).toEqual(['refresh-1']);
      for (const answer of answers) if (answer !== 'busy') expect(answer.accessToken).toBe('access-2');
      expect(answers.some((answer) => answer !== 'busy')).toBe(true);
    });

    it('of two names renewed at once both stand', async () => {
      const { vault, other } = await make();
      await Promise.all([
        vault.renew('zalo', first, provider().refresh),
        renewedAtLast(other, 'bot', () =>
          Promise.resolve({ accessToken: 'app-2', expiresAt: '2026-11-23T05:00:00.000Z' }),
        ),
      ]);
      expect(await (await fresh({ vault, other })).read('zalo')).toMatchObject({ accessToken: 'access-2' });
      expect(await (await fresh({ vault, other })).read('bot')).toMatchObject({ accessToken: 'app-2' });
    });

    it('stay as they are when the provider gives none, and the next one may try', async () => {
      const { vault, other } = await make();
      await expect(vault.renew('zalo', first, () => Promise.reject(new Error('provider down')))).rejects.toThrow(
        'down',
      );
      expect(await vault.read('zalo')).toEqual(first);
      expect(await other.renew('zalo', first, provider().refresh)).toMatchObject({ accessToken: 'access-2' });
    });

    it('are renewed by another when the one at it never comes back, but not before its lease ends', async () => {
      const { vault, other, clock } = await make();
      let begun = (): void => undefined;
      const hanging = new Promise<void>((resolve) => {
        begun = resolve;
      });
      vault
        .renew('zalo', first, () => {
          begun();
          return new Promise(() => undefined);
        })
        .catch(() => undefined);
      await hanging;
      expect(await other.renew('zalo', first, neverAsked)).toBe('busy');
      clock.step({ minutes: 2 });
      expect(await other.renew('zalo', first, provider().refresh)).toMatchObject({ accessToken: 'access-2' });
    });
  });
}

async function renewedAtLast(vault: TokenVault, name: string, refresh: () => Promise<ProviderToken>): Promise<void> {
  const seen = await vault.read(name);
  for (;;) if ((await vault.renew(name, seen, refresh)) !== 'busy') return;
}

/** What is stored, not what this process remembers: asking with an outdated token looks it up. */
async function fresh({ vault, other }: Pick<VaultUnderTest, 'vault' | 'other'>): Promise<TokenVault> {
  await vault.renew('zalo', first, neverAsked);
  await other.renew('bot', app, neverAsked);
  return vault;
}
