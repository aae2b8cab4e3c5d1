import { actionLinks, officerRows } from '../case-blocks.ts';
import { whatOf } from '../clock-words.ts';
import { text, type MailBlock } from '../mail-content.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { templateFor, type Template } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';
import { inEnglishOf, preparedApologyBlocks } from './apology-prepared.ts';

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

/**
 * To the head who decides, while there is still time for the one apology (61/2018/NĐ-CP art. 19.9): it is prepared, and only the
 * head's word is missing.
 */
export const reminderToExtend: Template = written({
  soon: 'Hồ sơ của đơn vị chưa giải quyết xong. Nếu không kịp đúng hẹn, phải xin lỗi và hẹn lại ngày trả kết quả (một lần), chậm nhất 01 ngày làm việc trước khi hết hạn.',
  late: 'Hồ sơ của đơn vị đã quá hạn, không còn hẹn lại được nữa. Đề nghị chỉ đạo xử lý ngay.',
  english:
    'If it cannot be done in time, apologise and appoint another day now, at the latest one working day before it is due.',
  more: ({ apology, formUrl }) =>
    apology && { blocks: preparedApologyBlocks(apology, formUrl), english: inEnglishOf(apology) },
});

/** To the counter: something that waits for the one-stop section itself. */
export const reminderToCounter: Template = written({
  soon: 'Hồ sơ đang chờ bộ phận một cửa và sắp đến hạn.',
  late: 'Hồ sơ đang chờ bộ phận một cửa đã quá hạn. Đề nghị xử lý ngay.',
  english: 'The one-stop section is waited for.',
});

interface Words {
  readonly soon: string;
  readonly late: string;
  readonly english: string;
  readonly more?: (
    facts: NoticeFacts,
  ) => { readonly blocks: readonly MailBlock[]; readonly english: string } | undefined;
}

function written(words: Words): Template {
  return templateFor(['TimerRang'], (event, facts) => {
    const holder = facts.holderOf(event.clockId);
    const late = event.at > event.dueAt;
    const what = whatOf(event.clockId, facts);
    const more = words.more?.(facts);
    return {
      subject: `${late ? 'Quá hạn' : 'Sắp đến hạn'}: ${what.vi}`,
      blocks: [
        text(late ? words.late : words.soon),
        ...(more?.blocks ?? []),
        officerRows(facts, [
          ['Việc', what.vi],
          ['Hạn', inWords(event.dueAt)],
          ['Đơn vị', holder?.unit.vi],
          ['Người xử lý', holder?.officer],
        ]),
        actionLinks(facts),
      ],
      english: [
        `${facts.code}: ${what.en} ${late ? 'is overdue' : 'is due soon'} (${inEnglish(event.dueAt)}).`,
        words.english,
        ...(more === undefined ? [] : [more.english]),
      ].join(' '),
    };
  });
}
