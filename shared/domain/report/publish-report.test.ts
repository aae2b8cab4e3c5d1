import { describe, expect, it } from 'vitest';
import { listingsOfReport } from './report-listings.ts';
import { CITIZEN, HOTLINE_WORKER, ROUTING, sortedLife, triage, type ReportLife } from './testing/report-life.ts';

const publish = (changes: { personal?: readonly string[]; reason?: string; summary?: string; answer?: string } = {}) =>
  ({ type: 'Publish', summary: 'Ổ gà trước chợ', answer: 'Đã vá', personal: [], ...changes }) as const;

function answered(category: 'roads' | 'conduct' = 'roads'): ReportLife {
  const life = sortedLife(triage({ category }));
  life.do({ type: 'AssignWork', workId: 'w1', staffId: category === 'roads' ? 'an' : 'giang', why: 'x' }, ROUTING);
  life.do(
    { type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá cho anh Ba' },
    category === 'roads' ? 'an' : 'giang',
  );
  if (category === 'conduct') life.do({ type: 'ApproveAnswer' }, 'shift-head');
  return life;
}

const feed = (life: ReportLife) => listingsOfReport(life.report()).filter(({ list }) => list.startsWith('published#'));

describe('publication', () => {
  it('is a moderated text beside the answer, in the list of its month', () => {
    const life = answered();
    life.later(90);
    life.do(publish(), 'shift-head');
    expect(feed(life)).toEqual([
      {
        list: 'published#2026-11',
        key: '2026-11-23T03:30:00.000Z#AAAA000001',
        attributes: {
          summary: 'Ổ gà trước chợ',
          answer: 'Đã vá',
          category: 'roads',
          area: '25750',
          unitIds: 'roads',
          answeredAt: '2026-11-23T02:00:00.000Z',
          outcome: 'fixed',
        },
      },
    ]);
  });

  it.each([
    [{ personal: ['0912 345 678', 'anh Ba'] }, 'personal-data-in-text'],
    [{ summary: ' ' }, 'summary-missing'],
    [{ answer: '' }, 'answer-missing'],
  ])('is refused with %o: %s', (changes, rule) => {
    expect(answered().try(publish(changes), 'shift-head')).toMatchObject({ refusal: { rule } });
  });

  it('is for the head of the shift, and only of what is answered', () => {
    expect(answered().try(publish(), 'operator')).toMatchObject({ refusal: { rule: 'not-permitted' } });
    expect(sortedLife().try(publish(), 'shift-head')).toMatchObject({ refusal: { rule: 'report-not-now' } });
  });

  it('of a sensitive category needs a reason, which the event keeps', () => {
    const life = answered('conduct');
    expect(life.try(publish(), 'shift-head')).toMatchObject({ refusal: { rule: 'sensitive-needs-reason' } });
    expect(life.do(publish({ reason: 'Báo chí đã nêu' }), 'shift-head')[0]).toMatchObject({ reason: 'Báo chí đã nêu' });
  });

  it('is replaced by another, and taken off with a reason', () => {
    const life = answered();
    life.do(publish(), 'shift-head');
    life.later(1);
    life.do(publish({ summary: 'Ổ gà trên đường' }), 'shift-head');
    expect(feed(life)).toMatchObject([{ attributes: { summary: 'Ổ gà trên đường' } }]);
    const off = { type: 'DoNotPublish', reason: 'Người dân đề nghị' } as const;
    expect(life.try({ ...off, reason: '' }, 'shift-head')).toMatchObject({ refusal: { rule: 'reason-missing' } });
    life.do(off, 'shift-head');
    expect(feed(life)).toEqual([]);
    life.do(publish(), 'shift-head');
    expect(life.report()).not.toHaveProperty('notPublished');
  });

  it('does not outlive the answer: a report that is opened again is taken off', () => {
    const life = answered();
    life.do(publish(), 'shift-head');
    life.do({ type: 'Reopen' }, CITIZEN);
    expect(feed(life)).toEqual([]);
  });
});

describe('what is kept beside', () => {
  it('is the note of whoever works on it, and each dossier once', () => {
    const life = answered();
    expect(life.try({ type: 'AddNote', text: ' ' }, 'an')).toMatchObject({ refusal: { rule: 'note-missing' } });
    life.do({ type: 'AddNote', text: 'Đã gọi lại' }, 'an');
    expect(life.report().notes).toMatchObject([{ by: 'an', text: 'Đã gọi lại' }]);
    life.do({ type: 'LinkDossier', caseId: 'CASE' }, HOTLINE_WORKER);
    expect(life.try({ type: 'LinkDossier', caseId: 'CASE' }, HOTLINE_WORKER).kind).toBe('ignored');
    expect(life.report().dossiers).toEqual(['CASE']);
  });
});
