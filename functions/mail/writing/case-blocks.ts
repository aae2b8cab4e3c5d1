/** Blocks that several templates share. */
import { facts as factRows, links, text, type FactRow, type MailBlock } from './mail-content.ts';
import type { NoticeFacts, UnitFacts } from './notice-facts.ts';
import { actionLabels } from '../../staff/action-labels.ts';
import { inWords } from './words.ts';

export function codeRow(facts: NoticeFacts): FactRow {
  return [facts.received ? 'Mã hồ sơ' : 'Mã tra cứu', facts.code];
}

/** What an applicant wants to see first in any message about their case. */
export function applicantRows(
  facts: NoticeFacts,
  more: readonly (readonly [string, string | undefined])[] = [],
): MailBlock {
  return factRows([
    codeRow(facts),
    ['Thủ tục', facts.procedure.vi],
    ['Cơ quan giải quyết', facts.deciding.vi],
    ...more,
  ]);
}

/** What an officer needs to decide whether to open it now. */
export function officerRows(
  facts: NoticeFacts,
  more: readonly (readonly [string, string | undefined])[] = [],
): MailBlock {
  return factRows([
    codeRow(facts),
    ['Thủ tục', facts.procedure.vi],
    ['Địa bàn', facts.area],
    ['Người nộp hồ sơ', facts.applicant],
    ...more,
    ['Hẹn trả kết quả', facts.dueAt && inWords(facts.dueAt)],
    ['Thành phần hồ sơ', `${String(facts.documents)} loại giấy tờ`],
  ]);
}

/**
 * One link for each act; a link opens a page with one button, so that a mail scanner that follows it changes nothing. The mailbox of a unit
 * is nobody in person: it gets the case's page, which shows everything to whoever of the unit is signed in.
 */
export function actionLinks(facts: NoticeFacts): MailBlock {
  if (facts.actions.length === 0) return casePageLink(facts);
  return links(
    'Ông/bà có thể (mỗi liên kết mở một trang có một nút; chỉ dành riêng cho ông/bà, xin đừng chuyển tiếp):',
    facts.actions.map(({ action, url }) => ({ label: `${actionLabels[action].vi} (${actionLabels[action].en})`, url })),
  );
}

/** For staff who are signed in, it shows everything. */
export function casePageLink(facts: NoticeFacts): MailBlock {
  return links('Xem hồ sơ (sau khi đăng nhập bằng hộp thư công vụ):', [
    { label: 'Mở trang hồ sơ (open the case)', url: facts.lookupUrl },
  ]);
}

export function followLinks(facts: NoticeFacts): MailBlock {
  const secret =
    facts.secretUrl === undefined
      ? []
      : [{ label: 'Xem hồ sơ của tôi (liên kết riêng, xin đừng chuyển tiếp)', url: facts.secretUrl }];
  return links('Theo dõi hồ sơ:', [...secret, { label: `Tra cứu bằng mã ${facts.code}`, url: facts.lookupUrl }]);
}

export function placeRows(title: string, unit: UnitFacts): MailBlock {
  return factRows([
    [title, unit.vi],
    ['Địa chỉ', unit.address],
    ['Điện thoại', unit.phone],
    ['Giờ làm việc', unit.hours.join('; ')],
  ]);
}

/** Right to complain (quyền khiếu nại): Law on Complaints 02/2011/QH13. */
export function complaintBlock(facts: NoticeFacts): MailBlock {
  return text(
    `Nếu không đồng ý, ông/bà có quyền khiếu nại đến ${facts.deciding.vi} (${facts.deciding.address}; điện thoại ${facts.deciding.phone}) theo Luật Khiếu nại 02/2011/QH13, hoặc phản ánh qua tổng đài ${facts.hotline}.`,
  );
}

export function whereReturned(facts: NoticeFacts): string {
  switch (facts.returnTo) {
    case 'counter':
      return `tại ${facts.counter.vi}`;
    case 'home':
      return 'tại địa chỉ ông/bà đã đăng ký, qua dịch vụ bưu chính công ích';
    case 'deciding-agency':
      return `tại ${facts.deciding.vi}`;
    default:
      return facts.returnTo satisfies never;
  }
}
