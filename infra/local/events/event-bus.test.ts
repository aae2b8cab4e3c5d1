import { describe, expect, it } from 'vitest';
import { createEventBus } from './event-bus.ts';

function busWith(rules: Parameters<typeof createEventBus>[0]['rules']) {
  const delivered: [string, unknown][] = [];
  const bus = createEventBus({
    rules,
    region: 'ap-southeast-1',
    now: () => Date.parse('2026-11-23T02:00:00.000Z'),
    deliver(target, message) {
      delivered.push([target, message]);
      return Promise.resolve();
    },
  });
  return { bus, delivered };
}

const bounce = {
  source: 'aws.ses',
  detailType: 'Email Bounced',
  detail: { bounce: { bounceType: 'Permanent' }, mail: { messageId: 'm-1', tags: { notice: ['abc"<x>$&'] } } },
};

describe('the event bus', () => {
  it('hands a target what its transformer takes out of the event, and nothing else', async () => {
    const transformer = {
      paths: new Map([
        ['kind', '$.detail.bounce.bounceType'],
        ['notice', '$.detail.mail.tags.notice[0]'],
        ['none', '$.detail.nothing[3].here'],
      ]),
      template: '{"kind":"bounce","type":<kind>,"notice":<notice>,"none":<none>}',
    };
    const { bus, delivered } = busWith([
      { name: 'r', pattern: { 'detail-type': ['Email Bounced'] }, targetArn: 'arn:q', transformer },
    ]);
    await bus.put(bounce);
    expect(delivered).toEqual([['arn:q', { kind: 'bounce', type: 'Permanent', notice: 'abc"<x>$&', none: '' }]]);
  });

  it('gives the whole event to a rule without a transformer, and nothing to a rule that does not match', async () => {
    const { bus, delivered } = busWith([
      { name: 'all', pattern: { source: ['aws.ses'] }, targetArn: 'arn:all' },
      { name: 'other', pattern: { source: ['aws.s3'] }, targetArn: 'arn:other' },
    ]);
    await bus.put(bounce);
    expect(delivered).toMatchObject([['arn:all', { 'detail-type': 'Email Bounced', time: '2026-11-23T02:00:00Z' }]]);
  });

  it('fails when a target cannot be reached: the event is not thought to be delivered', async () => {
    const bus = createEventBus({
      rules: [{ name: 'r', pattern: {}, targetArn: 'arn:q' }],
      region: 'x',
      now: Date.now,
      deliver: () => Promise.reject(new Error('away')),
    });
    await expect(bus.put(bounce)).rejects.toThrow('away');
  });
});
