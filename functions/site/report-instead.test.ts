import { describe, expect, it } from 'vitest';
import { parseTrackingCode, trackingCodeFrom } from '../../shared/domain/codes/tracking-code.ts';
import { reportInstead } from './report-instead.ts';

const code = trackingCodeFrom(new Uint8Array(9).fill(7));
const NOT_FOUND = { kind: 'not-found', what: 'dossier' } as const;
/** Knows one report, as the store does. */
const reports = {
  load: (entityId: string) => Promise.resolve(entityId === `report#${code}` ? { version: 1, state: {} } : undefined),
};

describe('the field of the front page that takes every code', () => {
  it('leads a report’s code to its own page, however it is written', async () => {
    expect(parseTrackingCode(code).kind).toBe('tracking-code');
    for (const written of [code, code.toLowerCase(), ` ${code.slice(0, 3)}-${code.slice(3)} `]) {
      const reply = await reportInstead({ reports }, written, NOT_FOUND);
      expect(reply).toEqual({ kind: 'redirect', status: 303, location: `/1022/${code}` });
    }
  });

  it('lets the problem stand for what names nothing', async () => {
    expect(await reportInstead({ reports }, '0000000000', NOT_FOUND)).toBeUndefined();
    expect(await reportInstead({ reports }, 'H29.101-261123-0001', NOT_FOUND)).toBeUndefined();
  });

  it('asks nothing when the look-up failed for another reason', async () => {
    const never = { load: () => Promise.reject(new Error('asked')) };
    const throttled = { kind: 'throttled', retryAfterSeconds: 60 } as const;
    expect(await reportInstead({ reports: never }, code, throttled)).toBeUndefined();
  });
});
