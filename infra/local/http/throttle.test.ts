import { expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

it('lets a burst pass at once and then only the rate', () => {
  let now = 0;
  const mayPass = createThrottle({ ratePerSecond: 2, burst: 3 }, () => now);
  expect([mayPass(), mayPass(), mayPass(), mayPass()]).toEqual([true, true, true, false]);
  now += 500;
  expect([mayPass(), mayPass()]).toEqual([true, false]);
  now += 60_000;
  expect([mayPass(), mayPass(), mayPass(), mayPass()]).toEqual([true, true, true, false]);
});
