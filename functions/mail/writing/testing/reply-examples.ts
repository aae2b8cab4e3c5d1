/** Every result of a staff member's answer that somebody is told about. */
import type { DossierEvent } from '../../../../shared/domain/dossier/events.ts';
import type { ReplyChoice, ReplyResult } from '../../../../shared/domain/dossier/reply-result.ts';
import type { Step } from '../../../../shared/domain/dossier/state.ts';

const at = '2026-11-23T02:00:00.000Z';
const until = '2026-11-23T02:10:00.000Z';

/** @param step as it stood before it was handed over. */
export function replyExamples(step: Step): readonly DossierEvent[] {
  return replies.map((result, index) => {
    const mailId = `mail${String(index)}`;
    const act = { kind: 'hand-over', before: step, to: 'binh' } as const;
    return {
      type: 'ReplyAnswered',
      mailId,
      staffId: 'an',
      result,
      answer: true,
      ...(result.kind === 'taken' && { undoable: { mailId, staffId: 'an', at, until, act } }),
      at,
    };
  });
}

const handOver: ReplyChoice = {
  action: 'hand-over',
  stepId: 'tham-tra',
  fields: { to: 'binh', reason: 'Tôi nghỉ phép từ ngày mai.' },
};
const supplementChoice: ReplyChoice = {
  action: 'request-supplement',
  stepId: 'tham-tra',
  fields: { lineId: ['giay-to'], line: ['to-khai', 'giay-to'], what: ['', 'bản sao mờ'] },
};

const replies: readonly ReplyResult[] = [
  { kind: 'taken', choice: handOver, noted: true },
  { kind: 'noted' },
  {
    kind: 'doubtful',
    why: 'ambiguous',
    detail: 'Bình',
    choices: [handOver, { action: 'forward', stepId: 'tham-tra', fields: { unitId: 'justice-department' } }],
  },
  { kind: 'doubtful', why: 'detail-missing', detail: 'reason', choices: [supplementChoice] },
  { kind: 'doubtful', why: 'not-authenticated', choices: [] },
  {
    kind: 'refused',
    choice: { action: 'extend', fields: { workingDays: '3', reason: 'Cần xác minh.' } },
    refusal: {
      rule: 'apology-too-late',
      sort: 'rule',
      article: '61/2018/NĐ-CP Điều 19.9',
      details: { dueAt: '2026-11-27T02:00:00.000Z', latest: '2026-11-26T02:00:00.000Z' },
    },
  },
  {
    kind: 'to-confirm',
    choice: {
      action: 'refuse',
      stepId: 'ky-duyet',
      fields: { resultNumber: '13/TB', reason: 'Không có thông tin trong sổ gốc.' },
    },
  },
];

/** What is committed with the event of a reply, by its result. */
export const committedWith: Readonly<Partial<Record<ReplyResult['kind'], readonly DossierEvent[]>>> = {
  taken: [
    {
      type: 'StepHandedOver',
      stepId: 'tham-tra',
      from: 'an',
      to: 'binh',
      unitId: 'ward-25750',
      reason: 'Tôi nghỉ phép từ ngày mai.',
      at,
    },
    { type: 'NoteAdded', text: 'Hồ sơ giấy để ở ngăn số 2.', by: 'an', at },
  ],
  noted: [
    {
      type: 'NoteAdded',
      text: 'Đã gọi cho người nộp.',
      attachments: [{ uploadId: 'u3', sha256: 'c'.repeat(64), bytes: 5000, contentType: 'application/pdf' }],
      by: 'an',
      at,
    },
  ],
};
