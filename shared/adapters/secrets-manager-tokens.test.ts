import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SteppableClock } from '../ports/memory/memory-outside.ts';
import { SecretsManagerTokens } from './secrets-manager-tokens.ts';

const old = { accessToken: 'access-old', refreshToken: 'refresh-old', expiresAt: '2026-11-24T03:00:00.000Z' };
const renewed = { accessToken: 'access-new', refreshToken: 'refresh-new', expiresAt: '2026-11-25T03:00:00.000Z' };

function make(document = JSON.stringify({ zalo: old })) {
  const secretsManager = mockClient(SecretsManagerClient);
  const dynamoDb = mockClient(DynamoDBClient);
  dynamoDb.onAnyCommand().resolves({});
  secretsManager.on(GetSecretValueCommand).resolves({ SecretString: document });
  const clock = new SteppableClock('2026-11-23T02:00:00.000Z');
  const logged: string[] = [];
  const vault = new SecretsManagerTokens({
    secretsManager: new SecretsManagerClient({ region: 'ap-southeast-1' }),
    secretId: 'arn:tokens',
    dynamoDb: new DynamoDBClient({ region: 'ap-southeast-1' }),
    table: 'sessions',
    clock,
    log: (...line) => logged.push(JSON.stringify(line)),
    wait: () => Promise.resolve(),
  });
  return { secretsManager, dynamoDb, clock, logged, vault };
}

describe('provider tokens in Secrets Manager', () => {
  it('are not asked for with each message', async () => {
    const { secretsManager, clock, vault } = make();
    await vault.read('zalo');
    clock.step({ seconds: 59 });
    await vault.read('zalo');
    expect(secretsManager.calls()).toHaveLength(1);
    clock.step({ seconds: 1 });
    await vault.read('zalo');
    expect(secretsManager.calls()).toHaveLength(2);
  });

  it('are stored again when storing failed: the old pair is used up', async () => {
    const { secretsManager, logged, vault } = make();
    secretsManager
      .on(PutSecretValueCommand)
      .rejectsOnce(new Error('throttled'))
      .rejectsOnce(new Error('throttled'))
      .resolves({});
    expect(await vault.renew('zalo', old, () => Promise.resolve(renewed))).toEqual(renewed);
    const stored = secretsManager.commandCalls(PutSecretValueCommand).at(-1)?.args[0].input.SecretString;
    expect(JSON.parse(stored ?? '')).toEqual({ zalo: renewed });
    expect(logged).toEqual([]);
  });

  it('that could not be stored are told of as lost, without a word of them, and the lease is given back', async () => {
    const { secretsManager, dynamoDb, logged, vault } = make();
    secretsManager.on(PutSecretValueCommand).rejects(new Error('denied'));
    await expect(vault.renew('zalo', old, () => Promise.resolve(renewed))).rejects.toThrow('denied');
    expect(logged).toEqual(['["error","provider-token-lost",{"token":"zalo","error":"Error"}]']);
    expect(dynamoDb.calls().at(-1)?.args[0].input).toMatchObject({ Key: { key: { S: 'lease#provider-tokens' } } });
  });

  it('that no provider gives are told of, and the faults of the vault are not mistaken for the provider’s', async () => {
    const { logged, vault } = make();
    await expect(vault.renew('zalo', old, () => Promise.reject(new Error('no: refresh-old')))).rejects.toThrow();
    expect(logged).toEqual(['["error","provider-token-not-renewed",{"token":"zalo","error":"Error"}]']);
  });

  it.each(['', '{}', ' '])('were never entered: %j', async (document) => {
    await expect(make(document).vault.read('zalo')).rejects.toThrow('no token zalo was ever entered');
  });

  it.each(['refresh-old', '{"zalo":{"accessToken":"refresh-old"}}', '[]'])(
    'are never quoted when the document is damaged: %s',
    async (document) => {
      await expect(make(document).vault.read('zalo')).rejects.toThrow(/^(?!.*refresh-old).*(tokens|secret)/);
    },
  );
});
