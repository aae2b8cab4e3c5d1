import { describe, expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const night = { from: '22:00', to: '07:00' };

describe('the quiet hours', () => {
  it.each([
    ['21:59', '2026-11-23T14:59:59.999Z', undefined],
    ['22:00', '2026-11-23T15:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['midnight', '2026-11-23T17:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['06:59', '2026-11-23T23:59:59.999Z', '2026-11-24T00:00:00.000Z'],
    ['07:00', '2026-11-24T00:00:00.000Z', undefined],
  ])('at %s in Viet Nam', (_time, now, until) => {
    expect(quietUntil(night, now)).toBe(until);
  });

  it('may lie within a day', () => {
    const noon = { from: '12:00', to: '13:30' };
    expect(quietUntil(noon, '2026-11-23T05:00:00.000Z')).toBe('2026-11-23T06:30:00.000Z');
    expect(quietUntil(noon, '2026-11-23T06:30:00.000Z')).toBeUndefined();
    expect(quietUntil(noon, '2026-11-23T16:30:00.000Z')).toBeUndefined();
  });

  it('of no length are none', () => {
    expect(quietUntil({ from: '07:00', to: '07:00' }, '2026-11-24T00:00:00.000Z')).toBeUndefined();
  });
});
