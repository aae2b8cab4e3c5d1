import { describe, expect, it } from 'vitest';
import { ALWAYS } from '../catalogue/testing/small-catalogue.ts';
import { at, staff } from '../dossier/testing/world.ts';
import type { ResolvedReply } from './resolved-reply.ts';
import { takePause } from './take-clock.ts';
import { examined, NAMED } from './testing/reply-world.ts';

const REASONS = [
  ['money', 'Chờ người nộp thực hiện nghĩa vụ tài chính'],
  ['above', 'Chờ ý kiến cơ quan cấp trên ngoài hệ thống'],
  ['nature', 'Thiên tai, dịch bệnh hoặc sự kiện bất khả kháng'],
] as const;

const catalogue = {
  ...NAMED,
  pauseReasons: REASONS.map(([id, name]) => ({
    ...{ id, name, nameEn: name, waitsFor: 'agency' as const, reviewDays: 5, portalStatus: 4 as const },
    ...{ source: 'test', ...ALWAYS },
  })),
};

function pausedFor(reason: string): ResolvedReply {
  return takePause({
    command: { kind: 'pause', reason },
    act: { action: 'pause' },
    note: '',
    state: examined().state,
    context: { now: at('04 09:40'), actor: { ...staff('officer'), via: 'mail' }, catalogue },
  });
}

describe('a pause', () => {
  it.each([
    ['chờ người nộp thực hiện nghĩa vụ tài chính', 'money'],
    ['nghĩa vụ tài chính theo thông báo 15', 'money'],
    ['cho nguoi dan thuc hien nghia vu tai chinh', 'money'],
    ['money', 'money'],
    ['chờ ý kiến cơ quan cấp trên ngoài hệ thống', 'above'],
    ['ý kiến của cấp trên, cơ quan ngoài hệ thống', 'above'],
    ['thiên tai, dịch bệnh, sự kiện bất khả kháng', 'nature'],
  ])('has the reason that is named: %s', (words, reason) => {
    expect(pausedFor(words)).toMatchObject({ kind: 'act', commands: [{ type: 'Pause', reason, note: words }] });
  });

  it.each([
    'chờ kết quả xác minh của cơ quan khác',
    'chờ ý kiến cơ quan công an',
    'chờ ý kiến cơ quan cấp trên',
    'vụ án tài chính',
    'chờ thực hiện',
    'hệ thống lỗi',
    'nghĩa vụ tài chính; chờ ý kiến cơ quan cấp trên ngoài hệ thống',
  ])('is asked about with every reason of the list: %s', (words) => {
    expect(pausedFor(words)).toEqual({
      kind: 'doubtful',
      why: 'detail-unclear',
      detail: words,
      choices: REASONS.map(([reason]) => ({ action: 'pause', fields: { reason, note: words } })),
    });
  });
});
