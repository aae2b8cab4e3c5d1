import { describe, expect, it } from 'vitest';
import {
  filing,
  HOTLINE_WORKER,
  reportLife,
  ROUTING,
  sortedLife,
  triage,
  type ReportLife,
} from '../testing/report-life.ts';
import { readReportReply } from './read-report-reply.ts';
import { REPORT_REPLY_ACTS } from './report-reply-acts.ts';
import { resolveReportReply, type ReportReplyAbout } from './resolve-report-reply.ts';
import { suggestedUnitIn } from './suggested-unit.ts';

function atWork(life: ReportLife = sortedLife()): ReportLife {
  life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'test' }, ROUTING);
  return life;
}

function resolve(life: ReportLife, staffId: string, text: string, about: Partial<ReportReplyAbout> = {}) {
  const { now, catalogue } = life;
  const context = { now, catalogue, actor: life.staff(staffId) };
  return resolveReportReply(readReportReply(text), {
    state: life.report(),
    context,
    offered: REPORT_REPLY_ACTS,
    ...about,
  });
}

describe('a reply about a report', () => {
  it('by CHUYỂN CHO means a colleague or a unit, whichever there is', () => {
    expect(resolve(atWork(), 'an', 'CHUYỂN CHO binh: tôi nghỉ')).toMatchObject({
      kind: 'act',
      command: { type: 'HandWorkOver', to: 'binh', reason: 'tôi nghỉ' },
    });
    expect(resolve(atWork(), 'an', 'CHUYỂN CHO culture: biển quảng cáo')).toMatchObject({
      kind: 'act',
      command: { type: 'DeclineWork', suggested: 'culture' },
    });
  });

  it('says with one word that it is fixed, and with no other that is empty', () => {
    expect(resolve(atWork(), 'an', 'ĐÃ XỬ LÝ')).toMatchObject({
      command: { type: 'AnswerWork', outcome: 'fixed', text: 'Đơn vị đã xử lý xong nội dung ông/bà phản ánh.' },
    });
    for (const line of ['HẸN XỬ LÝ:', 'GIẢI THÍCH', 'KHÔNG CÓ CƠ SỞ', 'TIẾN ĐỘ']) {
      expect(resolve(atWork(), 'an', line)).toMatchObject({ kind: 'doubtful', why: 'detail-missing', detail: 'text' });
    }
  });

  it('about a report with several open parts is of the writer’s own, or asked about', () => {
    const life = atWork(sortedLife(triage({ units: ['roads', 'culture'], reason: 'hai việc' })));
    expect(resolve(life, 'an', 'ĐÃ XỬ LÝ: xong phần đường')).toMatchObject({ command: { workId: 'w1' } });
    life.do({ type: 'AssignWork', workId: 'w2', staffId: 'chau', why: 'test' }, ROUTING);
    expect(resolve(life, 'chau', 'ĐÃ XỬ LÝ: xong phần biển')).toMatchObject({ command: { workId: 'w2' } });
    expect(resolve(life, 'chau', 'ĐÃ XỬ LÝ: xong phần đường', { workId: 'w1' })).toMatchObject({ kind: 'doubtful' });
  });

  it('takes the outcome of the whole from its parts when they agree', () => {
    const life = atWork(sortedLife(triage({ units: ['roads', 'culture'], reason: 'hai việc' })));
    life.do({ type: 'AssignWork', workId: 'w2', staffId: 'chau', why: 'test' }, ROUTING);
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong.' }, 'an');
    life.do({ type: 'AnswerWork', workId: 'w2', outcome: 'fixed', text: 'Xong.' }, 'chau');
    expect(resolve(life, 'an', 'TỔNG HỢP: Hai đơn vị đều làm xong.')).toMatchObject({
      command: { type: 'Consolidate', outcome: 'fixed' },
    });
  });

  it('of somebody who has nothing to do with it offers nothing', () => {
    expect(resolve(atWork(), 'dung', 'ĐÃ XỬ LÝ: xong')).toEqual({
      kind: 'doubtful',
      why: 'no-longer-theirs',
      choices: [],
    });
  });

  it('that the hotline cannot act upon by mail is said so: sorting has a page', () => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    expect(resolve(life, 'operator', 'CHUYỂN roads: của đơn vị')).toMatchObject({ why: 'no-longer-theirs' });
  });
});

describe('the unit that a refusal names', () => {
  it.each([
    ['đường tỉnh; thuộc Sở Xây dựng', 'Sở Xây dựng'],
    ['Đường tỉnh. Thuộc thẩm quyền của Sở Xây dựng.', 'Sở Xây dựng'],
    ['đường tỉnh, đề nghị chuyển Sở Xây dựng', 'Sở Xây dựng'],
    ['không thuộc phường', ''],
    ['đường tỉnh', ''],
  ])('in “%s” is “%s”', (reason, unit) => {
    expect(suggestedUnitIn(reason)).toBe(unit);
  });
});
