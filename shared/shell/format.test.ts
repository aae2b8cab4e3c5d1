import { describe, expect, it } from 'vitest';
import { dateInWords, momentInWords, money, shortDate, shortMoment } from './format.ts';

describe('what people read', () => {
  it('shows a moment on the clock of Viet Nam, in the words of the forms', () => {
    expect(momentInWords('2020-02-06T02:45:37.000Z')).toBe('09 giờ 45 phút, ngày 06 tháng 02 năm 2020');
  });

  it('turns the day at midnight in Viet Nam, not in Greenwich', () => {
    expect(shortMoment('2020-02-06T17:00:00.000Z')).toBe('00:00 07/02/2020');
  });

  it('writes dates as people write them', () => {
    expect(dateInWords('2026-11-24')).toBe('ngày 24 tháng 11 năm 2026');
    expect(shortDate('2026-11-24')).toBe('24/11/2026');
  });

  it('groups whole đồng with points', () => {
    expect(money(1200000)).toBe('1.200.000 đồng');
  });
});
