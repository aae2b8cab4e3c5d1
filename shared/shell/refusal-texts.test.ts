import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalText, refusalTexts } from './refusal-texts.ts';

/** Every literal that stands where a rule's id stands: `refuse('…'`, `fault('…'`, `rule: '…'`, `refusedAt(n, '…'`. */
const ruleInCode = /(?:\b(?:refuse|fault)\(\s*|\brule: |\brefusedAt\([^()]*, )'([a-z][a-z-]*)'/g;

const rulesInCode = new Set(
  globSync('{shared/domain,functions}/**/*.ts')
    .filter((file) => !/\.test\.ts$|\/testing\//.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(ruleInCode)].map(([, rule]) => rule ?? '')),
);

describe('a refusal', () => {
  it('has a sentence of its own in both languages, whatever the rule', () => {
    expect(rulesInCode.size).toBeGreaterThan(50);
    expect([...rulesInCode].filter((rule) => refusalTexts[rule] === undefined)).toEqual([]);
    for (const { vi, en } of Object.values(refusalTexts)) {
      expect(vi).toMatch(/^\p{Lu}.*[.]$/u);
      expect(en).toMatch(/^\p{Lu}.*[.]$/u);
    }
  });

  it('names times as people read them', () => {
    const refusal = {
      rule: 'apology-too-late',
      sort: 'rule',
      details: { dueAt: '2026-11-24T10:00:00.000Z', latest: '2026-11-23T10:00:00.000Z' },
    } as const;
    expect(refusalText(refusal, 'vi')).toBe(
      'Hạn trả là 17:00, 24/11/2026; xin lỗi và hẹn lại chậm nhất lúc 17:00, 23/11/2026.',
    );
    const early = { rule: 'attempt-too-early', sort: 'rule', details: { from: '2026-11-25' } } as const;
    expect(refusalText(early, 'en')).toBe('The next delivery may be tried from 25/11/2026.');
  });

  it('falls to the general sentence of its sort when the rule or a detail is unknown', () => {
    expect(refusalText({ rule: 'no-rule-of-ours', sort: 'forbidden' }, 'en')).toBe('You are not entrusted with this.');
    expect(refusalText({ rule: 'already-signed', sort: 'conflict' }, 'vi')).toContain('Hồ sơ đã chuyển');
  });
});
