import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SteppableClock } from '../ports/memory/memory-outside.ts';
import { SecretsManagerChannels } from './secrets-manager-channels.ts';

const viber = { authToken: 'secret-token', senderName: '1022' };

function make() {
  const mock = mockClient(SecretsManagerClient);
  const clock = new SteppableClock('2026-11-23T02:00:00.000Z');
  const logged: string[] = [];
  const channels = new SecretsManagerChannels({
    client: new SecretsManagerClient({ region: 'ap-southeast-1' }),
    secretId: 'arn:channels',
    clock,
    log: (...line) => logged.push(JSON.stringify(line)),
  });
  return { mock, clock, channels, logged };
}

describe('the secrets of the channels', () => {
  it('are read together, once in three minutes', async () => {
    const { mock, clock, channels } = make();
    mock
      .on(GetSecretValueCommand)
      .resolvesOnce({ SecretString: JSON.stringify({ viber }) })
      .resolves({ SecretString: '{}' });
    expect(await Promise.all([channels.channelSecrets(), channels.channelSecrets()])).toEqual([{ viber }, { viber }]);
    clock.step({ minutes: 2, seconds: 59 });
    expect(await channels.channelSecrets()).toEqual({ viber });
    expect(mock.commandCalls(GetSecretValueCommand).map(({ args: [command] }) => command.input)).toEqual([
      { SecretId: 'arn:channels' },
    ]);
    clock.step({ seconds: 1 });
    expect(await channels.channelSecrets()).toEqual({});
  });

  it.each([[{}], [{ SecretString: '' }], [{ SecretString: ' ' }], [{ SecretString: '{}' }]])(
    'that nobody entered (%j) turn every channel off',
    async (answer) => {
      const { mock, channels } = make();
      mock.on(GetSecretValueCommand).resolves(answer);
      expect(await channels.channelSecrets()).toEqual({});
    },
  );

  it('that are not there turn every channel off', async () => {
    const { mock, channels } = make();
    const missing = new ResourceNotFoundException({ message: "can't find the secret", $metadata: {} });
    mock.on(GetSecretValueCommand).rejects(missing);
    expect(await channels.channelSecrets()).toEqual({});
  });

  it('of one channel may be wrong without the others: that one is off, and the log says which', async () => {
    const { mock, channels, logged } = make();
    const zalo = { appId: 'secret-app', appSecret: 5 };
    mock.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify({ viber, zalo, telegram: {} }) });
    expect(await channels.channelSecrets()).toEqual({ viber });
    expect(logged).toEqual(['["error","channel-secrets-wrong",{"members":["zalo","telegram"]}]']);
  });

  it('go on serving while they are out of reach or damaged, but are not made up at the start', async () => {
    const { mock, clock, channels, logged } = make();
    mock
      .on(GetSecretValueCommand)
      .rejectsOnce(new Error('down'))
      .resolvesOnce({ SecretString: JSON.stringify({ viber }) })
      .resolvesOnce({ SecretString: '{"viber":{"authToken":"secret-token' })
      .rejects(new Error('down'));
    await expect(channels.channelSecrets()).rejects.toThrow('down');
    await channels.channelSecrets();
    for (let time = 0; time < 2; time++) {
      clock.step({ minutes: 3 });
      expect(await channels.channelSecrets()).toEqual({ viber });
    }
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toContain('secret-token');
  });

  it('are never quoted when they are no document', async () => {
    const { mock, channels } = make();
    mock.on(GetSecretValueCommand).resolves({ SecretString: 'secret-password' });
    await expect(channels.channelSecrets()).rejects.toThrow(/^(?!.*secret-password).*JSON/);
  });
});
