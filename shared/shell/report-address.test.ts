import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_REPLY_ACTS } from '../domain/report/reply/report-reply-acts.ts';
import type { SigningKeys } from '../ports/outside.ts';
import { caseIdIn, readReplyAddress, replyAddress } from './reply-address.ts';
import { readReportAddress, reportAddress, reportIdIn, type ReportAddress } from './report-address.ts';

const keys: SigningKeys = { current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(1)]]) };
const domain = 'tra-loi.mot-cua.test';
const now = '2026-11-23T02:00:00.000Z';
const reportId = '7K3M9Q2XRD';
const names = { staffIds: ['binh', 'an'], unitIds: ['ward-25750'], workIds: ['w1', 'w2'] };
const anyAddress: fc.Arbitrary<ReportAddress> = fc.record(
  {
    reportId: fc.constant(reportId),
    recipient: fc.constantFrom(
      { kind: 'staff', staffId: 'an' } as const,
      { kind: 'unit', unitId: 'ward-25750' } as const,
      { kind: 'applicant' } as const,
    ),
    acts: fc.subarray([...REPORT_REPLY_ACTS]),
    workId: fc.constantFrom('w1', 'w2'),
  },
  { requiredKeys: ['reportId', 'recipient', 'acts'] },
);

describe('the reply address of a report', () => {
  it('gives back what it was made of', () => {
    fc.assert(
      fc.property(anyAddress, (made) => {
        const written = reportAddress(keys, domain, { ...made, now });
        expect(reportIdIn(written.toUpperCase(), domain)).toBe(reportId);
        expect(readReportAddress(keys, written, { domain, now, names })).toEqual({ kind: 'valid', address: made });
      }),
    );
  });

  it('is none of a dossier, and the other way round, whichever letter is put in front', () => {
    const made = { recipient: { kind: 'staff', staffId: 'an' }, now } as const;
    const ofReport = reportAddress(keys, domain, { ...made, reportId, acts: ['answer-report'] });
    const ofCase = replyAddress(keys, domain, { ...made, caseId: reportId, acts: ['complete-step'] });
    expect(caseIdIn(ofReport, domain)).toBeUndefined();
    expect(reportIdIn(ofCase, domain)).toBeUndefined();
    const use = { domain, now, names: () => ({ ...names, places: [] }) };
    expect(readReplyAddress(keys, ofReport.replace('p.', 'r.'), use).kind).toBe('unreadable');
    expect(readReportAddress(keys, ofCase.replace('r.', 'p.'), { domain, now, names }).kind).toBe('unreadable');
  });

  it('is good for a part that the report has, and for thirty days', () => {
    const made: ReportAddress = { reportId, recipient: { kind: 'staff', staffId: 'an' }, acts: ['note'], workId: 'w2' };
    const written = reportAddress(keys, domain, { ...made, now });
    const read = (at: string, workIds = names.workIds) =>
      readReportAddress(keys, written, { domain, now: at, names: { ...names, workIds } }).kind;
    expect(read(now, ['w1'])).toBe('unreadable');
    expect(read('2026-12-23T16:59:59.000Z')).toBe('valid');
    expect(read('2026-12-23T17:00:00.000Z')).toBe('expired');
  });
});
