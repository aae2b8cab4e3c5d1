import { actionLinks, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { templateFor, type Template } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** To whoever has the work: soon due, or overdue. */
export const reminder: Template = written({
  soon: 'Hồ sơ sắp đến hạn, đề nghị xử lý.',
  late: 'Hồ sơ đã quá hạn, đề nghị xử lý ngay. Nếu cần thêm thời gian, phải xin lỗi và hẹn lại ngày trả kết quả một lần.',
  english: 'Please act on it.',
});

/** To the head of the unit whose work it is. */
export const reminderToHead: Template = written({
  soon: 'Hồ sơ của đơn vị sắp đến hạn mà chưa xử lý xong.',
  late: 'Hồ sơ của đơn vị đã quá hạn. Đề nghị chỉ đạo xử lý, hoặc xin lỗi và hẹn lại ngày trả kết quả.',
  english: 'The work of your unit needs your attention.',
});

/** To the unit above, which supervises. */
export const reminderToLevelAbove: Template = written({
  soon: 'Hồ sơ của đơn vị cấp dưới sắp đến hạn mà chưa xử lý xong.',
  late: 'Hồ sơ của đơn vị cấp dưới đã quá hạn. Đề nghị theo dõi, đôn đốc.',
  english: 'This is told to you as the level above.',
});

/** To the head who decides, while there is still time for the one apology (61/2018/NĐ-CP art. 19.9). */
export const reminderToExtend: Template = written({
  soon: 'Hồ sơ của đơn vị chưa giải quyết xong. Nếu không kịp đúng hẹn, phải xin lỗi và hẹn lại ngày trả kết quả (một lần), chậm nhất 01 ngày làm việc trước khi hết hạn.',
  late: 'Hồ sơ của đơn vị đã quá hạn, không còn hẹn lại được nữa. Đề nghị chỉ đạo xử lý ngay.',
  english:
    'If it cannot be done in time, apologise and appoint another day now, at the latest one working day before it is due.',
});

/** To the counter: something that waits for the one-stop section itself. */
export const reminderToCounter: Template = written({
  soon: 'Hồ sơ đang chờ bộ phận một cửa và sắp đến hạn.',
  late: 'Hồ sơ đang chờ bộ phận một cửa đã quá hạn. Đề nghị xử lý ngay.',
  english: 'The one-stop section is waited for.',
});

function written(words: { readonly soon: string; readonly late: string; readonly english: string }): Template {
  return templateFor(['TimerRang'], (event, facts) => {
    const holder = facts.holderOf(event.clockId);
    const late = event.at > event.dueAt;
    return {
      subject: `${late ? 'Quá hạn' : 'Sắp đến hạn'}: ${whatOf(event.clockId, facts).vi}`,
      blocks: [
        text(late ? words.late : words.soon),
        officerRows(facts, [
          ['Việc', whatOf(event.clockId, facts).vi],
          ['Hạn', inWords(event.dueAt)],
          ['Đơn vị', holder?.unit.vi],
          ['Người xử lý', holder?.officer],
        ]),
        actionLinks(facts),
      ],
      english: `${facts.code}: ${whatOf(event.clockId, facts).en} ${late ? 'is overdue' : 'is due soon'} (${inEnglish(event.dueAt)}). ${words.english}`,
    };
  });
}

const kinds: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  case: { vi: 'trả kết quả hồ sơ', en: 'the result' },
  check: { vi: 'kiểm tra hồ sơ nộp trực tuyến', en: 'the check of an online filing' },
  forward: { vi: 'chuyển hồ sơ đến cơ quan giải quyết', en: 'forwarding to the authority' },
  supplement: { vi: 'chờ giấy tờ bổ sung', en: 'the supplement' },
  'supplement-check': { vi: 'kiểm tra giấy tờ bổ sung', en: 'the check of a supplement' },
  transit: { vi: 'bàn giao hồ sơ nhận qua bưu chính', en: 'hand-over of an intake by post' },
  delivery: { vi: 'phát kết quả', en: 'delivery of the result' },
  result: { vi: 'trả kết quả', en: 'return of the result' },
  'return-trip': { vi: 'túi kết quả chuyển về nơi tiếp nhận', en: 'the bag that brings the result back' },
  consultation: { vi: 'trả lời lấy ý kiến', en: 'a consultation' },
};

function whatOf(clockId: string, facts: NoticeFacts): { readonly vi: string; readonly en: string } {
  const [kind = '', id] = clockId.split(':');
  if (kind === 'step' && id !== undefined) return facts.stepName(id);
  return kinds[kind] ?? { vi: 'công việc của hồ sơ', en: 'work on the case' };
}
