import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { MemoryEntityStore, MemoryPeople } from '../../../shared/ports/memory/memory-entity-store.ts';
import { MemorySecrets, SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { MemoryWorld } from '../../../shared/ports/memory/memory-world.ts';
import { queueFunction } from '../../../shared/shell/batch-runner.ts';
import { receiveText } from './receive-text.ts';
import { QueuedText } from './two-way-text.ts';

const payload = {
  originationNumber: '+14255550182',
  destinationNumber: '+12125550101',
  messageKeyword: 'JOIN',
  messageBody: 'EXAMPLE',
  inboundMessageId: 'cae173d2-66b9-564c-8309-21f858e9fb84',
  previousPublishedMessageId: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const envelope = (message: unknown) => ({
  Type: 'Notification',
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  TopicArn: 'arn:aws:sns:ap-southeast-1:123456789012:texts',
  Message: typeof message === 'string' ? message : JSON.stringify(message),
  Timestamp: '2026-11-23T01:59:59.700Z',
  SignatureVersion: '1',
});

function receiver() {
  const clock = new SteppableClock('2026-11-23T02:00:00.000Z');
  const world = new MemoryWorld(clock);
  const ports = { messages: new MemoryEntityStore<never, never>(world), secrets: new MemorySecrets(), clock };
  const logged: string[] = [];
  const handler = queueFunction({
    schema: QueuedText,
    handle: (text) => receiveText(ports, text),
    log: (...line) => logged.push(JSON.stringify(line)),
  });
  const receive = async (...bodies: unknown[]) => {
    const records = bodies.map((body, n) => ({
      messageId: `m${String(n)}`,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1' },
    }));
    const { batchItemFailures } = await handler({ Records: records as SQSRecord[] });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { world, receive, logged, people: new MemoryPeople(world) };
}

describe('a text that AWS received', () => {
  it.each([
    ['plain', payload, '2026-11-23T02:00:00.000Z'],
    ["in SNS's envelope", envelope(payload), '2026-11-23T01:59:59.700Z'],
  ])('is committed %s, with its raw payload beside it', async (_, body, at) => {
    const { world, receive, people } = receiver();
    expect(await receive(body)).toEqual([]);
    const [entityId = ''] = world.entities.keys();
    expect(entityId).toMatch(/^message#sms-[0-9a-f]{32}$/);
    expect(await people.kept(entityId, 'ITEM')).toEqual({
      kind: 'message',
      channel: 'sms',
      providerId: `aws:${payload.inboundMessageId}`,
      at,
      sender: { account: '+14255550182' },
      content: { kind: 'text', text: 'EXAMPLE' },
    });
    expect(JSON.parse(String(await people.kept(entityId, 'RAW')))).toEqual(payload);
  });

  it('is one message however often it comes', async () => {
    const { world, receive } = receiver();
    expect(await receive(payload, envelope(payload), payload)).toEqual([]);
    expect(await receive(envelope(payload))).toEqual([]);
    expect(world.stream).toHaveLength(1);
  });

  it.each([
    ['a text from nobody', { ...payload, originationNumber: 'AMAZON' }],
    ['a text without an id', { ...payload, inboundMessageId: undefined }],
    ['an envelope around something else', envelope('not json')],
    ['a confirmation of a subscription', { ...envelope(payload), Type: 'SubscriptionConfirmation' }],
    ['nothing that can be read', '{'],
  ])('is not %s, which stays for a person to see', async (_, body) => {
    const { world, receive, logged } = receiver();
    expect(await receive(body, payload)).toEqual(['m0']);
    expect(world.stream).toHaveLength(1);
    expect(logged.join()).not.toMatch(/EXAMPLE|4255550182/);
  });
});
