import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { MessageRejected, SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SteppableClock } from '../ports/memory/memory-outside.ts';
import { parseSigningKeys, SecretsManagerKeys } from './secrets-manager-keys.ts';
import { SesMailSender } from './ses-mail-sender.ts';
import { SqsQueue } from './sqs-queue.ts';
import { systemClock } from './system-clock.ts';
import { systemRandomness } from './system-randomness.ts';

describe('a queue', () => {
  const make = () => {
    const mock = mockClient(SQSClient);
    return {
      mock,
      queue: new SqsQueue<{ n: number }>(new SQSClient({ region: 'ap-southeast-1' }), 'https://queue.test/q'),
    };
  };

  it('is sent to ten at a time, as JSON', async () => {
    const { mock, queue } = make();
    mock.on(SendMessageBatchCommand).resolves({});
    const messages = Array.from({ length: 23 }, (_, n) => ({ n }));
    expect(await queue.send(messages)).toEqual({ failed: [] });
    const inputs = mock.commandCalls(SendMessageBatchCommand).map(({ args: [command] }) => command.input);
    expect(inputs.map(({ Entries }) => Entries?.length)).toEqual([10, 10, 3]);
    expect(inputs[2]).toEqual({
      QueueUrl: 'https://queue.test/q',
      Entries: [20, 21, 22].map((n) => ({ Id: String(n), MessageBody: JSON.stringify({ n }) })),
    });
  });

  it('says which messages it did not take, by their place in what was sent', async () => {
    const { mock, queue } = make();
    mock
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [{ Id: '3', SenderFault: false, Code: 'InternalError' }], Successful: [] })
      .rejectsOnce(new Error('connection lost'));
    const { failed } = await queue.send(Array.from({ length: 12 }, (_, n) => ({ n })));
    expect(failed.toSorted((left, right) => left - right)).toEqual([3, 10, 11]);
  });

  it('is not asked when there is nothing to send', async () => {
    const { mock, queue } = make();
    expect(await queue.send([])).toEqual({ failed: [] });
    expect(mock.calls()).toHaveLength(0);
  });
});

describe('the mail service', () => {
  const raw = new TextEncoder().encode('Subject: x\r\n\r\nx');
  const mail = { from: 'mot-cua@example.test', to: 'a@example.test', raw };
  const fails = (name: string, message: string) =>
    new SESServiceException({ name, message, $fault: 'client', $metadata: {} });
  const make = () => {
    const mock = mockClient(SESClient);
    return { mock, sender: new SesMailSender(new SESClient({ region: 'ap-southeast-1' }), 'mot-cua') };
  };

  it('is given the raw mail, its one addressee and the configuration set', async () => {
    const { mock, sender } = make();
    mock.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });
    expect(await sender.send(mail)).toEqual({ kind: 'sent', messageId: 'ses-1' });
    expect(mock.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toEqual({
      Source: 'mot-cua@example.test',
      Destinations: ['a@example.test'],
      RawMessage: { Data: raw },
      ConfigurationSetName: 'mot-cua',
    });
  });

  it('may refuse a mail for good', async () => {
    const { mock, sender } = make();
    mock
      .on(SendRawEmailCommand)
      .rejectsOnce(new MessageRejected({ message: 'Address is on the suppression list', $metadata: {} }))
      .rejectsOnce(fails('InvalidParameterValue', 'Missing final @domain'));
    expect(await sender.send(mail)).toEqual({ kind: 'rejected', reason: 'MessageRejected' });
    expect(await sender.send(mail)).toEqual({ kind: 'rejected', reason: 'InvalidParameterValue' });
  });

  it.each([
    fails('Throttling', 'Maximum sending rate exceeded.'),
    fails('Throttling', 'Daily message quota exceeded.'),
    fails('ThrottlingException', 'Rate exceeded'),
    new MessageRejected({ message: 'Daily message quota exceeded.', $metadata: {} }),
    new MessageRejected({ message: 'Maximum sending rate exceeded.', $metadata: {} }),
    fails('AccountSendingPausedException', 'paused'),
    fails('ServiceUnavailable', 'try later'),
    new MessageRejected({ message: 'Email address is not verified.', $metadata: {} }),
    new MessageRejected({ message: 'Sending paused for this account.', $metadata: {} }),
    new Error('socket hang up'),
  ])('leaves %s to another try', async (fault) => {
    const { mock, sender } = make();
    mock.on(SendRawEmailCommand).rejects(fault);
    await expect(sender.send(mail)).rejects.toBe(fault);
  });
});

describe('signing keys', () => {
  const text = (...ids: string[]) =>
    JSON.stringify({ current: ids.at(-1), ...Object.fromEntries(ids.map((id) => [id, `${id}-`.padEnd(64, 'x')])) });
  const make = () => {
    const mock = mockClient(SecretsManagerClient);
    const clock = new SteppableClock('2026-11-23T02:00:00.000Z');
    const keys = new SecretsManagerKeys(new SecretsManagerClient({ region: 'ap-southeast-1' }), 'arn:secret', clock);
    return { mock, clock, keys };
  };

  it('are every member of the secret but its pointer', () => {
    const { current, keys } = parseSigningKeys(text('k1', 'k2'));
    expect(current).toBe('k2');
    expect([...keys.keys()]).toEqual(['k1', 'k2']);
    expect([...keys.values()].map((key) => key.length)).toEqual([32, 32]);
    expect(keys.get('k1')).not.toEqual(keys.get('k2'));
    expect(parseSigningKeys(text('k1')).keys.get('k1')).toEqual(keys.get('k1'));
  });

  it.each([
    '',
    '[]',
    '{"k1":"x"}',
    '{"current":"k2","k1":"secret-material-that-is-long-enough-to-pass"}',
    '{"current":"k1","k1":"secret"}',
  ])('are refused when the secret is %s, without quoting it', (secret) => {
    expect(() => parseSigningKeys(secret)).toThrow(/^(?!.*secret-m).*signing/);
  });

  it('are asked for once a minute, and once when many ask together', async () => {
    const { mock, clock, keys } = make();
    mock
      .on(GetSecretValueCommand)
      .resolvesOnce({ SecretString: text('k1') })
      .resolves({ SecretString: text('k1', 'k2') });
    await Promise.all([keys.signingKeys(), keys.signingKeys()]);
    clock.step({ seconds: 59 });
    expect((await keys.signingKeys()).current).toBe('k1');
    expect(mock.calls()).toHaveLength(1);
    clock.step({ seconds: 1 });
    expect((await keys.signingKeys()).current).toBe('k2');
    expect(mock.commandCalls(GetSecretValueCommand)[0]?.args[0].input).toEqual({ SecretId: 'arn:secret' });
  });

  it('go on serving while the service is out of reach, but are not made up at the start', async () => {
    const { mock, clock, keys } = make();
    mock
      .on(GetSecretValueCommand)
      .rejectsOnce(new Error('down'))
      .resolvesOnce({ SecretString: text('k1') })
      .rejects(new Error('down'));
    await expect(keys.signingKeys()).rejects.toThrow('down');
    await keys.signingKeys();
    clock.step({ minutes: 5 });
    expect((await keys.signingKeys()).current).toBe('k1');
  });
});

describe('the machine', () => {
  it('tells the time as instants are written, and draws different bytes each time', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(systemRandomness.bytes(16)).toHaveLength(16);
    expect(systemRandomness.bytes(16)).not.toEqual(systemRandomness.bytes(16));
  });
});
