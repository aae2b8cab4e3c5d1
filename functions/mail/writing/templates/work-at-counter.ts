import { actionLinks, officerRows } from '../case-blocks.ts';
import { items, text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inWords } from '../words.ts';

/** To the mailbox of the one-stop section: an online filing waits to be checked. */
export const filedOnline = templateFor(['DossierFiled'], (event, facts) => ({
  subject: 'Hồ sơ mới cần kiểm tra',
  blocks: [
    text(
      'Có hồ sơ mới gửi đến bộ phận một cửa, cần kiểm tra tính đầy đủ và tiếp nhận, yêu cầu bổ sung hoặc từ chối có lý do.',
    ),
    officerRows(facts, [['Hạn kiểm tra', event.as.status === 'submitted' ? inWords(event.as.check.dueAt) : undefined]]),
    actionLinks(facts),
  ],
  english: `A new filing ${facts.code} waits to be checked.`,
}));

/** To the mailbox of the one-stop section: the applicant has sent what was missing. */
export const supplementSubmitted = templateFor(['SupplementSubmitted'], (event, facts) => ({
  subject: 'Đã có giấy tờ bổ sung, cần kiểm tra',
  blocks: [
    text(
      `Người nộp hồ sơ đã gửi ${String(event.attachments.length)} tệp bổ sung. Đề nghị kiểm tra và xác nhận đã đủ, hoặc yêu cầu tiếp.`,
    ),
    officerRows(facts),
    actionLinks(facts),
  ],
  english: `The applicant of ${facts.code} has sent the supplement; please check it.`,
}));

/** Examination found something missing: the applicant is asked through the one-stop section (61/2018/NĐ-CP art. 19.4). */
export const supplementRequestedAtCounter = templateFor(['SupplementRequested'], (event, facts) => ({
  subject: 'Cơ quan giải quyết yêu cầu bổ sung hồ sơ',
  blocks: [
    text('Hồ sơ được trả lại để bổ sung qua bộ phận một cửa:'),
    items(
      'Nội dung cần bổ sung:',
      event.items.map((item) => `${facts.documentName(item.lineId).vi}: ${item.what}`),
    ),
    text(`Lý do: ${event.reason}`),
    officerRows(facts, [['Người nộp bổ sung chậm nhất', inWords(event.wait.dueAt)]]),
  ],
  english: `The authority asks the applicant of ${facts.code} for a supplement through your counter.`,
}));

/** To the mailbox of the one-stop section that received it: there is a decision, the paper is on its way. */
export const decidedAtCounter = templateFor(['DossierDecided'], ({ result }, facts) => ({
  subject: 'Hồ sơ đã có quyết định, chuẩn bị trả kết quả',
  blocks: [
    text('Hồ sơ tiếp nhận tại quầy đã có quyết định. Khi kết quả về, đề nghị ghi nhận để người nộp được báo.'),
    officerRows(facts, [['Số văn bản', result.resultNumber]]),
    actionLinks(facts),
  ],
  english: `${facts.code} was decided; please record when the result arrives.`,
}));

/** To the postal clerk who took it in (45/2016/QĐ-TTg art. 8.4): he fetches the result, the same day for a same-day procedure (art. 16.3). */
export const decidedForClerk = templateFor(['DossierDecided'], ({ result }, facts) => ({
  subject: 'Hồ sơ ông/bà nhận đã có kết quả',
  blocks: [
    text(
      `Hồ sơ ông/bà nhận qua bưu chính đã có kết quả. Đề nghị liên hệ ${facts.counter.vi} để nhận và trả cho người nộp; thủ tục trả trong ngày phải nhận và trả ngay.`,
    ),
    officerRows(facts, [['Số văn bản', result.resultNumber]]),
  ],
  english: `${facts.code}, which you took in, was decided; please fetch the result from ${facts.counter.en}.`,
}));

/** To the mailbox of the one-stop section: both attempts failed (17/2017/TT-BTTTT art. 5). */
export const resultUndelivered = templateFor(['DeliveryFailed'], (event, facts) => ({
  subject: 'Kết quả không phát được, chuyển hoàn về quầy',
  blocks: [
    text(
      `Bưu chính đã phát ${String(event.attempt)} lần không thành công. Lý do lần cuối: ${event.reason}. Kết quả được chuyển hoàn về quầy; đề nghị giữ và trả khi người nộp đến.`,
    ),
    officerRows(facts),
  ],
  english: `The post could not deliver the result of ${facts.code}; it comes back to your counter.`,
}));

/** To whoever had the work: there is nothing left to do. */
export const workEnded = templateFor(
  ['DossierWithdrawn', 'DossierStopped', 'DeadlineExtended', 'ActUndone'],
  (event, facts) => ({
    subject: event.type === 'DeadlineExtended' ? 'Hồ sơ được hẹn lại ngày trả kết quả' : 'Hồ sơ không cần xử lý nữa',
    blocks: [
      text(
        event.type === 'DeadlineExtended'
          ? `Hồ sơ được hẹn lại một lần. Ngày hẹn trả kết quả mới: ${inWords(event.clock.dueAt)}. Lý do: ${event.reason}`
          : event.type === 'ActUndone'
            ? 'Người chuyển việc này đến ông/bà vừa hoàn tác (rút việc lại). Đề nghị không xử lý tiếp.'
            : event.type === 'DossierWithdrawn'
              ? 'Người nộp hồ sơ đã rút hồ sơ. Đề nghị không xử lý tiếp.'
              : `Hồ sơ đã dừng giải quyết. Lý do: ${event.reason}`,
      ),
      officerRows(facts),
    ],
    english:
      event.type === 'DeadlineExtended'
        ? `${facts.code} has a new due date.`
        : `There is nothing left to do on ${facts.code}.`,
  }),
);

/** To the postal clerk or the counter: the official's answer about an intake, or a bag that did not hold what its list says. */
export const intakeSentBack = templateFor(['IntakeSentBack'], (event, facts) => ({
  subject: 'Hồ sơ nhận qua bưu chính cần chỉnh sửa',
  blocks: [text(`Cán bộ một cửa trả lại hồ sơ. Lý do: ${event.reason}`), officerRows(facts)],
  english: `The official sent the intake ${facts.code} back to you; the reason is above.`,
}));

export const handoverMissed = templateFor(['HandoverMissed'], (event, facts) => ({
  subject: 'Thiếu hồ sơ khi mở túi bàn giao',
  blocks: [
    text(
      `Hồ sơ có trong danh sách của biên bản ${event.handoverId} nhưng không có trong túi khi mở. Đề nghị tìm và lập biên bản chênh lệch.`,
    ),
    officerRows(facts),
  ],
  english: `${facts.code} was on the manifest but not in the bag. Please look for it.`,
}));
