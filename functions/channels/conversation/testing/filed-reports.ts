/** Reports to begin a test with. */
import type { RunningHotline } from '../../testing/running-hotline.ts';

/** Everything that a report needs. */
export const ALL = 'Họ tên: Lê An ĐC: 12 Bạch Đằng SĐT: 0909 123 456 Địa điểm: chợ Nội dung: Ổ gà to.';

/** The smallest picture that is one by its content. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Reported on a chat, sorted, and answered by its unit. @returns its code. */
export async function answered(hotline: RunningHotline): Promise<string> {
  await hotline.says(ALL);
  const [reportId = ''] = hotline.reportIds();
  await hotline.act(reportId, 'operator', {
    type: 'Triage',
    category: 'roads',
    urgency: 'normal',
    area: '25750',
    summary: 'Ổ gà trước chợ',
  });
  const { work } = await hotline.report(reportId);
  const workId = work[0]?.workId ?? '';
  await hotline.act(
    reportId,
    { kind: 'system', name: 'routing' },
    { type: 'AssignWork', workId, staffId: 'an', why: 'x' },
  );
  hotline.later(60);
  await hotline.act(reportId, 'an', { type: 'AnswerWork', workId, outcome: 'fixed', text: 'Đã vá.' });
  return reportId;
}
