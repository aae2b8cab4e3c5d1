import { describe, expect, it } from 'vitest';
import { nextRun, scheduleEvent } from './schedule.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
/** A Thursday, 09:00 in Việt Nam. */
const thursday = new Date('2020-02-06T02:00:00Z');

describe('schedule expressions', () => {
  it.each([
    ['rate(1 minute)', '2020-02-06T02:01:00.000Z'],
    ['rate(12 hours)', '2020-02-06T14:00:00.000Z'],
    ['rate(1 day)', '2020-02-07T02:00:00.000Z'],
    ['cron(30 7 ? * MON-FRI *)', '2020-02-07T00:30:00.000Z'],
    ['cron(0/5 * * * ? *)', '2020-02-06T02:05:00.000Z'],
    ['cron(0 17 ? * 6L *)', '2020-02-28T10:00:00.000Z'],
    ['cron(0 8 ? * 2#1 *)', '2020-03-02T01:00:00.000Z'],
    ['at(2020-02-06T10:00:00)', '2020-02-06T03:00:00.000Z'],
  ])('%s is next due at %s', (expression, expected) => {
    expect(nextRun(expression, hanoi, thursday)?.toISOString()).toBe(expected);
  });

  it('is never due again when its moment has passed', () => {
    expect(nextRun('at(2020-01-01T00:00:00)', hanoi, thursday)).toBeUndefined();
  });

  it.each(['rate(0 minutes)', 'rate(1 fortnight)', 'every minute'])('refuses %s', (expression) => {
    expect(() => nextRun(expression, hanoi, thursday)).toThrow(expression);
  });
});

describe('the event of a schedule', () => {
  const plan = {
    name: 'sweep',
    expression: 'rate(1 minute)',
    timeZone: 'UTC',
    targetArn: '',
    input: undefined,
  } as const;

  it('is empty for a schedule without input and EventBridge’s own for a rule', () => {
    expect(scheduleEvent({ ...plan, origin: 'schedule' }, thursday, 'x')).toEqual({});
    expect(scheduleEvent({ ...plan, origin: 'rule' }, thursday, 'x')).toMatchObject({
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      time: '2020-02-06T02:00:00Z',
    });
  });

  it('fills in the scheduled time where the input names it', () => {
    const input = { at: '<aws.scheduler.scheduled-time>' };
    expect(scheduleEvent({ ...plan, origin: 'schedule', input }, thursday, 'x')).toEqual({
      at: '2020-02-06T02:00:00Z',
    });
  });
});
