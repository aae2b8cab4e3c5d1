/** Answers to what a member of staff wrote: the receipt, the question when it was not clear, and the second proof. */
import type { ReplyChoice } from '../../../../shared/domain/dossier/reply-result.ts';
import { UNDO_MINUTES } from '../../../../shared/domain/reply/reply-acts.ts';
import { localTimeOf } from '../../../../shared/domain/time.ts';
import { refusalText } from '../../../../shared/shell/refusal-texts.ts';
import { actionLinks, codeRow } from '../case-blocks.ts';
import { choiceLabel, understood } from '../choice-in-words.ts';
import { doubtText } from '../doubt-texts.ts';
import { facts as factRows, items, links, text, type MailBlock } from '../mail-content.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { templateFor, type MailBody } from '../template.ts';
import { whatChanged } from '../what-changed.ts';
import { inWords } from '../words.ts';
import { actionLabels } from '../../../staff/action-labels.ts';

/** What was understood and what changed. */
export const replyReceipt = templateFor(['ReplyAnswered'], ({ result, undoable }, facts) => {
  if (result.kind === 'noted') {
    return {
      subject: 'Đã giữ ghi chú, hồ sơ không thay đổi',
      withoutHowTo: true,
      blocks: [
        text('Thư trả lời của ông/bà được giữ làm ghi chú nội bộ. Hồ sơ không thay đổi gì khác.'),
        rows(facts, notedStep(facts)),
        text(filesKept(facts)),
        ...files(facts),
      ],
      english: `Your note to ${facts.code} was kept; nothing else changed.`,
    };
  }
  if (result.kind !== 'taken') throw new Error(`a receipt for a reply that was ${result.kind}`);
  const { vi, en } = actionLabels[result.choice.action];
  return {
    subject: `Đã làm theo thư trả lời: ${vi}`,
    withoutHowTo: true,
    blocks: [
      text('Hệ thống hiểu thư trả lời của ông/bà như sau và đã làm:'),
      choiceRows(result.choice, facts),
      items('Đã thay đổi:', whatChanged(facts)),
      ...files(facts),
      ...(undoable === undefined ? [] : [undoLink(undoable.until, facts)]),
    ],
    english: `Done as you wrote on ${facts.code}: ${en}.${undoable === undefined ? '' : ` The link takes it back within ${String(UNDO_MINUTES)} minutes.`}`,
  };
});

/** Nothing was done: why not, and what could be meant, each behind a link of its own. */
export const replyQuestion = templateFor(['ReplyAnswered'], ({ result }, facts) => {
  if (result.kind !== 'doubtful' && result.kind !== 'refused')
    throw new Error(`a question about a reply: ${result.kind}`);
  if (result.kind === 'doubtful' && result.why === 'already-so') return alreadySo(facts);
  const choices = result.kind === 'doubtful' ? result.choices : [result.choice];
  return {
    subject: 'Chưa làm theo thư trả lời: xem lý do',
    blocks: [
      text('Thư trả lời của ông/bà chưa được thực hiện. Hồ sơ không thay đổi.'),
      ...(result.kind === 'doubtful'
        ? [text(doubtText(result.why, result.detail, facts)), rows(facts, oneStepOf(choices))]
        : [
            choiceRows(result.choice, facts),
            text(refusalText(result.refusal, 'vi')),
            factRows([['Căn cứ', result.refusal.article]]),
          ]),
      ...files(facts),
      choiceLinks(choices, facts),
    ],
    english: `Nothing was done on ${facts.code}: ${result.kind === 'refused' ? refusalText(result.refusal, 'en') : 'your answer was not clear or could not be accepted; the links show what it could mean.'}`,
  };
});

/** What ends a citizen's matter waits for the button behind this link, which only the registered mailbox gets. */
export const replyConfirm = templateFor(['ReplyAnswered'], ({ result }, facts) => {
  if (result.kind !== 'to-confirm') throw new Error(`a confirmation of a reply that was ${result.kind}`);
  const { choice } = result;
  const { vi, en } = actionLabels[choice.action];
  return {
    subject: `Cần xác nhận: ${vi}`,
    withoutHowTo: true,
    blocks: [
      text(
        'Việc này có ảnh hưởng lớn đến người nộp hồ sơ nên cần ông/bà xác nhận thêm một lần. Khi ông/bà bấm nút trên trang của liên kết, hệ thống sẽ làm như sau và báo cho người nộp hồ sơ; cho đến lúc đó hồ sơ không thay đổi.',
      ),
      choiceRows(choice, facts),
      ...files(facts),
      links('Để xác nhận (liên kết chỉ dành riêng cho ông/bà, xin đừng chuyển tiếp):', [
        { label: `${vi} (${en})`, url: facts.choiceUrl(choice, 0) },
      ]),
    ],
    english: `Please confirm on the page behind the link: ${en}, ${facts.code}. Nothing happens before.`,
  };
});

function rows(facts: NoticeFacts, stepId: string | undefined): MailBlock {
  return factRows([codeRow(facts), ['Thủ tục', facts.procedure.vi], ...dueRows(facts, stepId)]);
}

function choiceRows(choice: ReplyChoice, facts: NoticeFacts): MailBlock {
  return factRows([codeRow(facts), ...understood(choice, facts), ...dueRows(facts, choice.stepId)]);
}

/** Of clocks that run: what is over or stands still has no date that anybody could keep. */
function dueRows(
  facts: NoticeFacts,
  stepId: string | undefined,
): readonly (readonly [label: string, value: string | undefined])[] {
  const open = stepId !== undefined && facts.holderOf(`step:${stepId}`) !== undefined;
  const stepDueAt = open ? facts.stepDueAt(stepId) : undefined;
  const dueAt = facts.holderOf('case') === undefined ? undefined : facts.dueAt;
  return [
    ['Hạn bước này', stepDueAt && inWords(stepDueAt)],
    ['Hẹn trả kết quả', dueAt && inWords(dueAt)],
  ];
}

function notedStep({ alongside }: NoticeFacts): string | undefined {
  return alongside.find((event) => event.type === 'NoteAdded')?.stepId;
}

/** The step that all of them are about. */
function oneStepOf(choices: readonly ReplyChoice[]): string | undefined {
  const steps = new Set(choices.flatMap(({ stepId }) => stepId ?? []));
  return steps.size === 1 ? [...steps][0] : undefined;
}

/** Said twice: no question, and no reason to offer other work. */
function alreadySo(facts: NoticeFacts): MailBody {
  const kept = whatChanged(facts);
  return {
    subject: 'Việc này đã được ghi nhận từ trước',
    withoutHowTo: true,
    blocks: [
      text(doubtText('already-so', undefined, facts)),
      rows(facts, notedStep(facts)),
      ...(kept.length === 0 ? [] : [text(kept.join(' '))]),
      ...files(facts),
    ],
    english: `This was recorded on ${facts.code} before; your answer changed nothing more.`,
  };
}

/** A note has no page: only an answer makes one. */
function choiceLinks(choices: readonly ReplyChoice[], facts: NoticeFacts): MailBlock {
  const pages = choices.flatMap((choice, index) =>
    choice.action === 'note' ? [] : [{ label: choiceLabel(choice, facts), url: facts.choiceUrl(choice, index) }],
  );
  if (pages.length === 0) return actionLinks(facts);
  return links('Nếu đúng ý ông/bà là việc sau, xin mở liên kết (trang đã điền sẵn, sửa được, có một nút):', pages);
}

function filesKept({ alongside }: NoticeFacts): string {
  const kept = alongside.flatMap((event) => (event.type === 'NoteAdded' ? (event.attachments ?? []) : []));
  return kept.length === 0 ? '' : `Đã lưu ${String(kept.length)} tệp kèm theo vào hồ sơ (nội bộ).`;
}

function undoLink(until: string, facts: NoticeFacts): MailBlock {
  return links(`Nếu nhầm, có thể hoàn tác đến ${localTimeOf(until)}:`, [
    { label: `${actionLabels.undo.vi} (${actionLabels.undo.en})`, url: facts.undoUrl() },
  ]);
}

const whyRefused = {
  type: 'loại tệp không được nhận',
  size: 'quá lớn',
  number: 'quá số tệp được nhận',
} as const;

function files({ refusedFiles }: NoticeFacts): readonly MailBlock[] {
  if (refusedFiles.length === 0) return [];
  const names = refusedFiles.map(({ fileName, why }) => `${fileName}: ${whyRefused[why]}`);
  return [items('Tệp kèm theo không nhận được:', names)];
}
