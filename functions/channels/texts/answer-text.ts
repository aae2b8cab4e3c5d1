/** The answer, with the question how satisfied its reader is, and how to come back when it is not right. */
import type { Outcome } from '../../../shared/domain/report/state.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';
import { asWritten, lines } from './message-text.ts';
import { followLine, isOwn, textFor, type ReportFacts } from './report-facts.ts';
import { saidTime } from './said-time.ts';

const OUTCOMES: Readonly<Record<Outcome, SaidText>> = {
  fixed: { vi: 'đã khắc phục', en: 'fixed' },
  scheduled: { vi: 'đã có kế hoạch xử lý', en: 'work is planned' },
  explained: { vi: 'đã giải thích', en: 'explained' },
  'no-basis': { vi: 'không có cơ sở để xử lý', en: 'no grounds to act' },
  'not-competent': { vi: 'không thuộc thẩm quyền, xin xem hướng dẫn', en: 'not our competence, see where to turn' },
};

export const answered = textFor(['ReportAnswered', 'SubscriberAdded'], (event, facts) => {
  const { answer } = event;
  if (answer === undefined) throw new Error('an answer that is not there');
  const { code } = facts;
  const outcome = OUTCOMES[answer.outcome];
  const units = facts.unitNames(answer.unitIds);
  return {
    headline: { vi: `Phản ánh ${code} đã có trả lời`, en: `Report ${code} has been answered` },
    body: lines(
      { vi: `Trả lời phản ánh ${code} (${units.vi}):`, en: `Answer to report ${code} (${units.en}):` },
      asWritten(answer.text),
      { vi: `Kết quả: ${outcome.vi}.`, en: `Result: ${outcome.en}.` },
      ...(isOwn(facts) ? afterwards(facts) : [notRight(facts)]),
      followLine(facts),
    ),
  };
});

function afterwards(facts: ReportFacts): readonly (SaidText | undefined)[] {
  return [howSatisfied(facts), howToReopen(facts)];
}

function howSatisfied({ answersHere }: ReportFacts): SaidText {
  return answersHere
    ? {
        vi: 'Ông/bà có hài lòng không? Xin nhắn một số từ 1 (rất không hài lòng) đến 5 (rất hài lòng).',
        en: 'Are you satisfied? Please write a number from 1 (not at all) to 5 (very).',
      }
    : {
        vi: 'Ông/bà có hài lòng không? Xin chấm từ 1 (rất không hài lòng) đến 5 (rất hài lòng) qua đường dẫn dưới đây.',
        en: 'Are you satisfied? Please give 1 (not at all) to 5 (very) by the link below.',
      };
}

/** Undefined when it cannot be reopened any more. */
function howToReopen({ code, report, event, policy, answersHere, hotline }: ReportFacts): SaidText | undefined {
  if (event.type !== 'ReportAnswered' || report.reopened >= policy.reopen.times) return undefined;
  const until = saidTime(event.reopenUntil);
  return answersHere
    ? {
        vi: `Nếu chưa đúng, xin nhắn "mở lại ${code}: lý do" trước ${until.vi}.`,
        en: `If it is not right, write "reopen ${code}: why" before ${until.en}.`,
      }
    : {
        vi: `Nếu chưa đúng, xin mở lại cũng ở đó hoặc gọi ${hotline} trước ${until.vi}.`,
        en: `If it is not right, reopen it there or call ${hotline} before ${until.en}.`,
      };
}

function notRight({ hotline }: ReportFacts): SaidText {
  return {
    vi: `Nếu nơi của ông/bà chưa được giải quyết, xin gửi phản ánh mới hoặc gọi ${hotline}.`,
    en: `If it is not settled at your place, please send a new report or call ${hotline}.`,
  };
}
