/** The morning's digest: one mail instead of many reminders. Each line is answered to its own address. No citizen is named in it. */
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { shortDate, shortDateTime } from '../../../shared/shell/format.ts';
import { replyAddress } from '../../../shared/shell/reply-address.ts';
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import { heldMailUrl } from '../desk/held-mail-link.ts';
import { greetingOf } from '../outgoing/frame-mail.ts';
import { firstLinesFor } from '../writing/how-to-answer.ts';
import { links, text, type MailBlock, type MailContent, type MailLine } from '../writing/mail-content.ts';
import { upperFirst } from '../writing/words.ts';
import type { MailPorts, Today } from '../outgoing/prepare-mail.ts';
import type { Addressee } from '../outgoing/recipient-address.ts';
import { addressActs, recipientOf } from '../outgoing/reply-to.ts';
import { placeOf, type Digest, type DigestEntry } from './digest-entries.ts';
import { reportFirstLines } from '../writing/reports/how-to-answer-report.ts';
import { reportLine } from './report-line.ts';
import { signatureOf } from './signature.ts';
import type { DigestGroup } from './whose-digest.ts';
import { caseInWords } from './work-in-words.ts';

const TITLES: Readonly<Record<DigestGroup, string>> = {
  late: 'Quá hạn',
  today: 'Đến hạn hôm nay',
  waiting: 'Đang chờ người nộp hồ sơ',
};

export interface DigestReader {
  readonly reader: Addressee;
  /** Whose work it is, where the mail goes to somebody in their place. */
  readonly insteadOf?: string;
  readonly digest: Digest;
}

export function digestContent(
  ports: Pick<MailPorts, 'publicBaseUrl' | 'replyDomain'>,
  { reader, insteadOf, digest }: DigestReader,
  today: Today,
): MailContent {
  const { entries, rest } = digest;
  const count = (group: DigestGroup) =>
    [...entries.map((entry) => entry.group), ...rest].filter((one) => one === group);
  const [late, due, waiting] = [count('late').length, count('today').length, count('waiting').length];
  const block = (group: DigestGroup, total: number): MailBlock => ({
    kind: 'lines',
    title: `${TITLES[group]} (${String(total)})`,
    lines: entries.filter((entry) => entry.group === group).map((entry) => lineOf(entry, { ports, reader, today })),
  });
  const whole = entries.every(({ about }) => about.kind === 'case') ? 'hồ sơ' : 'việc';
  const day = shortDate(localDateOf(today.now)).slice(0, 'dd/mm'.length);
  return {
    marker: REPLY_MARKER,
    subject: `Việc hôm nay ${day}: ${String(late)} quá hạn, ${String(due)} đến hạn`,
    greeting: greetingOf(reader),
    blocks: [
      ...(insteadOf === undefined
        ? []
        : [text(`Đây là việc của ${insteadOf}; hộp thư ấy không nhận được thư nên thư này gửi đến ông/bà.`)]),
      howToAnswer(entries),
      block('late', late),
      block('today', due),
      block('waiting', waiting),
      ...(rest.length === 0 ? [] : [text(`… và ${String(rest.length)} ${whole} khác, trong danh sách việc.`)]),
      links('Toàn bộ việc đang mở (sau khi đăng nhập bằng hộp thư công vụ):', [
        { label: 'Mở danh sách việc (open the work list)', url: `${ports.publicBaseUrl}/staff` },
      ]),
    ],
    english: `Your work today: ${String(late)} overdue, ${String(due)} due today, ${String(waiting)} waiting for the applicant. Answer each case at the address on its own line, not this mail as a whole.`,
    signature: signatureOf(reader, today),
  };
}

function howToAnswer(entries: readonly DigestEntry[]): MailBlock {
  const cases = entries.flatMap(({ about }) => (about.kind === 'case' ? [about] : []));
  const reports = entries.flatMap(({ about }) => (about.kind === 'report' ? [about] : []));
  if (cases.length + reports.length === 0) return text('');
  const lines = firstLinesFor(cases.flatMap(({ acts }) => acts.map(({ action }) => action)));
  const ofReports = reportFirstLines(reports.flatMap(({ acts }) => acts.map(({ action }) => action)));
  const whole = cases.length === 0 ? 'phản ánh' : 'hồ sơ';
  return text(
    [
      `Mỗi ${whole} dưới đây có địa chỉ trả lời riêng. Xin viết đến địa chỉ ghi ở dòng của ${whole} đó, đừng trả lời chung cả thư này.`,
      ...(lines.length === 0 && ofReports.length === 0 ? [`Thư được giữ trong ${whole} làm ghi chú nội bộ.`] : []),
      ...(lines.length === 0
        ? []
        : ['Dòng đầu là một trong các câu sau, nếu hợp với hồ sơ:', ...lines.map((line) => `  ${line}`)]),
      ...(ofReports.length === 0
        ? []
        : ['Với phản ánh 1022, dòng đầu là một trong các câu sau:', ...ofReports.map((line) => `  ${line}`)]),
    ].join('\n'),
  );
}

interface Writing {
  readonly ports: Pick<MailPorts, 'publicBaseUrl' | 'replyDomain'>;
  readonly reader: Addressee;
  readonly today: Today;
}

function lineOf({ about, work, group }: DigestEntry, { ports, reader, today }: Writing): MailLine {
  const { catalogue, keys, now } = today;
  const due = shortDateTime(work.dueAt);
  switch (about.kind) {
    case 'case': {
      const { state, acts } = about;
      const { code, procedure, what } = caseInWords(state, work.clockId, catalogue);
      const address = replyAddress(keys, ports.replyDomain, {
        caseId: state.caseId,
        recipient: recipientOf(reader),
        acts: addressActs(acts),
        ...placeOf(work.clockId),
        now,
      });
      const over = group === 'waiting' && work.dueAt < now ? ' (đã hết thời hạn chờ)' : '';
      return {
        words: [`${code} – ${procedure}`, `${upperFirst(what)}. Hạn: ${due}${over}`],
        answer: { label: 'Trả lời riêng hồ sơ này', address, subject: `[${code}]` },
      };
    }
    case 'report':
      return reportLine(about, work, { ports, reader, today });
    case 'call':
      return {
        words: ['Cuộc gọi cần gọi lại', `Hạn: ${due}`],
        link: { label: 'Mở trang tổng đài', url: `${ports.publicBaseUrl}/hotline` },
      };
    case 'bag':
      return {
        words: [`Túi hồ sơ bàn giao ${about.id}`, `Hạn: ${due}`],
        link: { label: 'Mở biên bản bàn giao', url: `${ports.publicBaseUrl}/handovers/${about.id}/record` },
      };
    case 'mail': {
      const { publicBaseUrl } = ports;
      // The link names a person; whoever reads a shared mailbox signs in.
      const url =
        reader.kind === 'staff'
          ? heldMailUrl(keys, publicBaseUrl, { mailId: about.id, staffId: reader.staffId, now })
          : `${publicBaseUrl}/staff`;
      return { words: ['Thư chờ phân loại', `Hạn: ${due}`], link: { label: 'Mở trang phân loại thư', url } };
    }
    default:
      return about satisfies never;
  }
}

/** The name of whoever the digest was planned for, if another gets it. */
export function insteadOf(
  planned: Addressee,
  reader: Addressee,
  { catalogue, now }: Today,
): { readonly insteadOf?: string } {
  if (planned.address === reader.address) return {};
  const name = planned.kind === 'staff' ? staffOn(catalogue, planned.staffId, localDateOf(now))?.name : planned.name;
  return { insteadOf: name ?? planned.name };
}
