import { describe, expect, it } from 'vitest';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { signToken } from '../../shared/shell/signed-token.ts';
import { readReportLink, reportActionUrl } from './report-link.ts';

const keys: SigningKeys = { current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(7)]]) };
const now = '2026-11-23T02:00:00.000Z';
const link = { reportId: 'ABCDEFGHJK', workId: 'w1', staffId: 'officer', action: 'answer-report' } as const;
const tokenOf = (url: string): string => url.replace('https://example.test/w/', '');

describe('the link of a mail about a report', () => {
  it('says which act, on which part, for whom, for thirty days', () => {
    const token = tokenOf(reportActionUrl(keys, 'https://example.test', { ...link, now }));
    expect(readReportLink(keys, token, '2026-12-23T01:59:00.000Z')).toEqual({ kind: 'valid', link });
    expect(readReportLink(keys, token, '2026-12-23T02:00:00.000Z')).toEqual({ kind: 'expired' });
  });

  it('is about the whole report when it names no part', () => {
    const whole = { reportId: link.reportId, staffId: link.staffId, action: 'approve-answer' } as const;
    const token = tokenOf(reportActionUrl(keys, 'https://example.test', { ...whole, now }));
    expect(readReportLink(keys, token, now)).toEqual({ kind: 'valid', link: whole });
  });

  it('is worth nothing when it is altered, of another purpose, or says what we never write', () => {
    const token = tokenOf(reportActionUrl(keys, 'https://example.test', { ...link, now }));
    const other = {
      claims: { r: 'ABCDEFGHJK', p: 'officer', a: 'answer-report' },
      expiresAt: '2026-12-01T00:00:00.000Z',
    };
    expect(
      readReportLink(
        keys,
        token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        now,
      ).kind,
    ).toBe('unreadable');
    expect(readReportLink(keys, signToken(keys, { purpose: 'action', ...other }), now).kind).toBe('unreadable');
    const strange = { ...other, claims: { ...other.claims, a: 'delete-report' } };
    expect(readReportLink(keys, signToken(keys, { purpose: 'report-action', ...strange }), now).kind).toBe(
      'unreadable',
    );
  });
});
