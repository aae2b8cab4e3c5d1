import { describe, expect, it } from 'vitest';
import { longDate, longDateTime, money, shortDate, shortDateTime } from './format.ts';

describe('what people read', () => {
  it('shows a moment on the clock of Viet Nam, in the words of the forms', () => {
    expect(longDateTime('2020-02-06T02:45:37.000Z')).toBe('09 giờ 45 phút, ngày 06 tháng 02 năm 2020');
    expect(longDate('2026-11-24')).toBe('ngày 24 tháng 11 năm 2026');
    expect(longDate('2026-03-04')).toBe('ngày 04 tháng 3 năm 2026');
  });

  it('turns the day at midnight in Viet Nam, not in Greenwich', () => {
    expect(shortDateTime('2020-02-06T17:00:00.000Z')).toBe('00:00, 07/02/2020');
    expect(shortDate('2020-02-06T16:59:59.999Z')).toBe('06/02/2020');
    expect(shortDate('2026-11-24')).toBe('24/11/2026');
  });

  it('groups whole đồng with points', () => {
    expect(money(1_200_000)).toBe('1.200.000\u00a0₫');
  });
});
