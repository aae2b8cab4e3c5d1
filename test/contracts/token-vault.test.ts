import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remove, temporaryDirectory } from '../../infra/local/fixture/start-fixture.ts';
import { openSecretStore } from '../../infra/local/engines/secret-store.ts';
import { startSmallServices, type SmallServices } from '../../infra/local/engines/small-services.ts';
import { openMailStore } from '../../infra/local/mail/mail-store.ts';
import { SecretsManagerTokens } from '../../shared/adapters/secrets-manager-tokens.ts';
import { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import { MemoryTokenVault } from '../../shared/ports/memory/memory-providers.ts';
import { dynoxideBinary, startDynoxide, whyNoDynoxide, type TestEngine } from '../engines/dynoxide.ts';
import { createTables } from '../engines/tables.ts';
import { describeTokenVault, entered } from './token-vault-contract.ts';

const start = '2026-11-23T02:00:00.000Z';

describeTokenVault('in memory', () => {
  const clock = new SteppableClock(start);
  const vault = new MemoryTokenVault(clock, entered);
  return Promise.resolve({ clock, vault, other: vault });
});

describe.skipIf(dynoxideBinary === undefined)(
  `Secrets Manager${dynoxideBinary === undefined ? ` (${whyNoDynoxide})` : ''}`,
  () => {
    const directory = temporaryDirectory();
    const logged: string[] = [];
    let engine: TestEngine;
    let services: SmallServices;
    let secretNumber = 0;
    const names = Array.from({ length: 20 }, (_, number) => `tokens-${String(number)}`);

    beforeAll(async () => {
      const plans = names.map((name) => ({
        arn: `arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:${name}-local1`,
        name,
        plainText: JSON.stringify(entered),
        generate: undefined,
      }));
      const secrets = openSecretStore(directory, plans);
      const mails = openMailStore({ directory, now: Date.now });
      [engine, services] = await Promise.all([
        startDynoxide(),
        startSmallServices({ mails, secrets, log: () => undefined }),
      ]);
    });
    afterAll(async () => {
      await Promise.all([engine.stop(), services.stop()]);
      remove(directory);
    });

    async function make() {
      const { sessions: table } = await createTables(engine.client);
      const clock = new SteppableClock(start);
      const secretId = names[secretNumber++] ?? '';
      const secretsManager = new SecretsManagerClient({
        endpoint: services.endpoint,
        region: 'ap-southeast-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      });
      const process = () =>
        new SecretsManagerTokens({
          secretsManager,
          secretId,
          dynamoDb: engine.client,
          table,
          clock,
          log: (level, event) => logged.push(`${level} ${event}`),
          wait: () => new Promise((resolve) => setTimeout(resolve, 5)),
        });
      return { clock, vault: process(), other: process() };
    }

    describeTokenVault('in Secrets Manager', make);

    it('tells of whoever broke off in the middle', async () => {
      const { vault, other, clock } = await make();
      const seen = await vault.read('zalo');
      let begun = (): void => undefined;
      const hanging = new Promise<void>((resolve) => {
        begun = resolve;
      });
      vault
        .renew('zalo', seen, () => {
          begun();
          return new Promise(() => undefined);
        })
        .catch(() => undefined);
      await hanging;
      logged.length = 0;
      clock.step({ minutes: 2 });
      await other.renew('zalo', seen, () => Promise.resolve({ ...seen, accessToken: 'access-2' }));
      expect(logged).toEqual(['error provider-token-renewal-broke-off']);
    });
  },
);
