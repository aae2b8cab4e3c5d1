/** The printed forms, field by field: titles and numbers by the day, as the circulars of 2018 and 2025 have them. */
import { describe, expect, it } from 'vitest';
import { apologyDraftForm, apologyForm } from '../../functions/site/forms/apology.ts';
import { processControlForm } from '../../functions/site/forms/process-control.ts';
import { receiptForm } from '../../functions/site/forms/receipt.ts';
import { refusalForm } from '../../functions/site/forms/refusal.ts';
import { returnSlipForm } from '../../functions/site/forms/return-slip.ts';
import { sendSlipForm } from '../../functions/site/forms/send-slip.ts';
import { supplementRequestForm } from '../../functions/site/forms/supplement-request.ts';
import type { FormSource } from '../../functions/site/forms/form-source.ts';
import { ringTimer } from '../../functions/timers/ring-timer.ts';
import { documentsExample, intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { clocksOfDossier } from '../../shared/domain/dossier/running-clocks.ts';
import { procedureVersion } from '../../shared/domain/catalogue/lookup.ts';
import { assignedDossier, decidedDossier, done, fileAtCounter, fileByPost, freshKey } from '../api/acts.ts';
import { BASE_URL, memorySystem, type MemorySystem } from '../api/memory-system.ts';
import { CLERK, HEAD, OFFICER, OFFICIAL } from '../api/people.ts';

const ITEMS = [{ lineId: 'to-khai', what: 'Tờ khai chưa có chữ ký' }];
const MOTTO = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

async function sourceOf(system: MemorySystem, code: string): Promise<FormSource> {
  const entityId = `case#${code}`;
  const [found, history, parties, catalogue] = await Promise.all([
    system.ports.cases.load(entityId),
    system.ports.cases.history(entityId),
    system.ports.people.parties(entityId),
    system.ports.catalogue.load(),
  ]);
  const dossier = found!.state;
  const procedure = procedureVersion(catalogue, dossier.procedure.code, dossier.procedure.version)!;
  return { dossier, history, parties: parties!, catalogue, procedure, baseUrl: BASE_URL };
}

/** The words of a page, as they are read, and what it is printed on. */
function read(page: string | undefined): { readonly words: string; readonly paper: string | undefined } {
  if (page === undefined) throw new Error('no such form');
  expect(page).toContain('<svg role="img" aria-label="Mã QR tra cứu"');
  const words = page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  for (const line of MOTTO) expect(words).toContain(line);
  return { words, paper: /@page \{ size: (A\d)/.exec(page)?.[1] };
}

function expectInOrder(words: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = words.indexOf(part, from);
    expect(at, `“${part}” after position ${String(from)} of: ${words}`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}

/** Filed in the pilot's own days at Phú Lợi, by its official of then. */
async function filedIn2020(system: MemorySystem): Promise<string> {
  system.clock.set('2020-02-06T02:00:00.000Z');
  const answer = await system.ask('fileAtCounter', {
    params: { unitId: 'phu-loi-2018-mot-cua' },
    body: { ...intakeExample, area: '25744', decision: 'receive' },
    as: 'nv-phu-loi-2018-mot-cua-1',
    key: freshKey(),
  });
  expect(answer.status).toBe(201);
  return String(answer.body['code']);
}

describe('the receipt (M01)', () => {
  it('has the fields of the form, in their order', async () => {
    const system = memorySystem();
    const { code } = await fileAtCounter(system, { decision: 'receive' });
    const { words, paper } = read(await receiptForm(await sourceOf(system, code)));
    expect(paper).toBe('A5');
    expectInOrder(words, [
      'Mã hồ sơ: H29.101-261123-0001',
      'ngày 23 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      '(Mẫu số 01)',
      'Quyển số: 2026',
      'Số thứ tự: 1',
      'Bộ phận tiếp nhận',
      'Tiếp nhận hồ sơ (trực tiếp) của: Nguyễn Thị Minh',
      'Địa chỉ',
      'Số điện thoại',
      'Email',
      'Số CCCD/CMND/Hộ chiếu: 074190001234',
      'Nội dung yêu cầu giải quyết',
      'Chủ hồ sơ',
      'Địa chỉ chủ hồ sơ',
      '1. Thành phần hồ sơ',
      'Bản chính',
      'Bản chứng thực',
      'Bản photo',
      '2. Số lượng hồ sơ: 1 (bộ)',
      '3. Thời gian giải quyết hồ sơ theo quy định: 3 ngày làm việc',
      '4. Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 23 tháng 11 năm 2026',
      '5. Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 00 phút, ngày 27 tháng 11 năm 2026',
      '6. Đăng ký nhận kết quả tại: Nơi đã tiếp nhận hồ sơ',
      `Tra cứu: ${BASE_URL}/tra-cuu`,
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ]);
  });
});

describe('the request to supplement (M02)', () => {
  it('numbers itself, lists what is missing and says why and until when', async () => {
    const system = memorySystem();
    const { code } = await fileAtCounter(system);
    await done(system, code, 'request-supplement', { as: OFFICIAL, body: { items: ITEMS, reason: 'Thiếu chữ ký.' } });
    const { words, paper } = read(await supplementRequestForm(await sourceOf(system, code)));
    expect(paper).toBe('A5');
    expectInOrder(words, [
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      '(Mẫu số 02)',
      `Số: 1/${code}`,
      'Nguyễn Thị Minh',
      'Nội dung yêu cầu giải quyết',
      'Địa chỉ',
      'Số điện thoại',
      'Tờ khai chưa có chữ ký',
      'Lý do: Thiếu chữ ký.',
      'Đề nghị bổ sung trước',
      'xin liên hệ',
      'NGƯỜI NHẬN PHIẾU',
      'NGƯỜI HƯỚNG DẪN',
    ]);
  });
});

describe('the refusal (M03)', () => {
  it('says what is refused and why, under the title of the day', async () => {
    const system = memorySystem();
    const { code } = await fileAtCounter(system);
    await done(system, code, 'refuse', { as: OFFICIAL, body: { reason: 'Không thuộc thẩm quyền.' } });
    const { words, paper } = read(await refusalForm(await sourceOf(system, code)));
    expect(paper).toBe('A5');
    expectInOrder(words, [
      'PHIẾU TỪ CHỐI (Mẫu số 03)',
      `Số: 1/${code}`,
      'Nguyễn Thị Minh',
      'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau: Không thuộc thẩm quyền.',
      'Liên hệ',
    ]);
  });
});

/** The reminder before the last day on which an apology is allowed has prepared one. */
async function withPreparedApology(system: MemorySystem): Promise<string> {
  const { code } = await assignedDossier(system);
  const entityId = `case#${code}`;
  for (;;) {
    const { state } = (await system.ports.cases.load(entityId))!;
    if (state.preparedApology !== undefined) return code;
    const { timer } = clocksOfDossier(state).find(({ clockId }) => clockId === 'case')!;
    system.clock.set(timer!.at);
    const due = { entityId, clockId: 'case', level: timer!.level, at: timer!.at, bucket: 0 };
    expect(await ringTimer(system.ports, due, system.clock.now())).toMatchObject({ kind: 'rung' });
  }
}

describe('the apology with another day (M04)', () => {
  const ORDER = [
    'Kính gửi: Nguyễn Thị Minh',
    'Địa chỉ',
    'Nội dung yêu cầu giải quyết',
    'Ngày tiếp nhận: 09 giờ 00 phút, ngày 23 tháng 11 năm 2026',
    'Ngày hẹn trả kết quả: 09 giờ 00 phút, ngày 27 tháng 11 năm 2026',
  ];

  it('is not there before it was sent, nor its draft before it was prepared', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    const source = await sourceOf(system, code);
    expect(await apologyForm(source)).toBeUndefined();
    expect(await apologyDraftForm(source)).toBeUndefined();
  });

  it('that waits for the head says that it is a draft, has no number and no signature, and is no paper yet', async () => {
    const system = memorySystem();
    const source = await sourceOf(system, await withPreparedApology(system));
    expect(await apologyForm(source)).toBeUndefined();
    const { words, paper } = read(await apologyDraftForm(source));
    expect(paper).toBe('A5');
    expectInOrder(words, [
      'DỰ THẢO, CHỜ LÃNH ĐẠO XÁC NHẬN',
      `Mã hồ sơ: ${source.dossier.dossierCode!}`,
      'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT (Mẫu số 04)',
      ...ORDER,
      'Lý do: Hồ sơ cần thêm thời gian thẩm tra, xác minh.',
      'Chúng tôi thành thật xin lỗi',
      'Ngày hẹn trả kết quả mới: 09 giờ 00 phút, ngày 02 tháng 12 năm 2026',
      'chưa gửi cho người nộp, ngày hẹn chưa thay đổi',
      'THỦ TRƯỞNG CƠ QUAN GIẢI QUYẾT',
    ]);
    expect(words).not.toContain('Số: 1/');
    expect(words).not.toContain(headName(source));
  });

  it('that was sent has its number, what the head wrote, both days and the head’s name, for the applicant and for staff', async () => {
    const system = memorySystem();
    const code = await withPreparedApology(system);
    await done(system, code, 'extend', {
      as: HEAD,
      body: { workingDays: 2, reason: 'Chờ xác minh nơi đăng ký cũ.', apology: 'Chúng tôi xin lỗi Ông/Bà.' },
    });
    const source = await sourceOf(system, code);
    const page = await apologyForm(source);
    expect(await apologyDraftForm(source)).toBe(page);
    const { words, paper } = read(page);
    expect(paper).toBe('A5');
    expectInOrder(words, [
      'ỦY BAN NHÂN DÂN',
      `Số: 1/${source.dossier.dossierCode!}`,
      ...ORDER,
      'Lý do: Chờ xác minh nơi đăng ký cũ.',
      'Chúng tôi xin lỗi Ông/Bà.',
      'Ngày hẹn trả kết quả mới: 09 giờ 00 phút, ngày 01 tháng 12 năm 2026',
      'Liên hệ',
      'THỦ TRƯỞNG CƠ QUAN GIẢI QUYẾT',
      headName(source),
    ]);
    expect(words).not.toMatch(/dự thảo/iu);
  });

  it('keeps the day that it moved when the clock stands still later', async () => {
    const system = memorySystem();
    const code = await withPreparedApology(system);
    const body = { workingDays: 2, reason: 'Chờ xác minh.', apology: 'Chúng tôi xin lỗi Ông/Bà.' };
    await done(system, code, 'extend', { as: HEAD, body });
    const before = await apologyForm(await sourceOf(system, code));
    const request = { items: ITEMS, reason: 'Thiếu chữ ký.', stepId: 'tham-dinh' };
    await done(system, code, 'request-supplement', { as: OFFICER, body: request });
    system.clock.set('2026-12-07T02:00:00.000Z');
    await done(system, code, 'accept-supplement', { as: OFFICIAL, body: { documents: documentsExample } });
    expect(await apologyForm(await sourceOf(system, code))).toBe(before);
  });
});

const headName = ({ catalogue }: FormSource) => catalogue.staff.find(({ id }) => id === HEAD)!.name;

describe('the process-control slip (M05 of 2018, M06 of 2025)', () => {
  it('has a row for each unit, also one that was consulted, and judges a step by the clock that a supplement started anew', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    const stepId = 'tham-dinh';
    const question = { unitId: 'thu-dau-mot-2025-cong-an', question: 'Xác nhận nơi cư trú?', workingHours: 16 };
    await done(system, code, 'consult', { as: OFFICER, body: { stepId, ...question } });
    const request = { items: ITEMS, reason: 'Thiếu chữ ký.', stepId };
    await done(system, code, 'request-supplement', { as: OFFICER, body: request });
    system.clock.set('2026-12-07T02:00:00.000Z');
    await done(system, code, 'accept-supplement', { as: OFFICIAL, body: { documents: documentsExample } });
    await done(system, code, 'answer-consultation', {
      as: 'nv-thu-dau-mot-2025-cong-an-lanh-dao',
      body: { consultationId: 'c1', answer: 'Đúng.' },
    });
    await done(system, code, 'complete-step', { as: OFFICER, body: { stepId } });
    const { words, paper } = read(await processControlForm(await sourceOf(system, code)));
    expect(paper).toBe('A5');
    expectInOrder(words, [
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT (Mẫu số 06)',
      'Kèm theo hồ sơ của: Nguyễn Thị Minh',
      'Ngày nhận',
      'Ngày, giờ hẹn trả kết quả',
      'Cơ quan giải quyết',
      'Cơ quan phối hợp',
      'TÊN CƠ QUAN',
      'THỜI GIAN GIAO, NHẬN HỒ SƠ',
      'KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn / Đúng hạn / Quá hạn)',
      'GHI CHÚ',
      'Trước hạn',
      'Trước hạn',
      'Phối hợp, cho ý kiến',
    ]);
    expect(words.match(/Quá hạn/g)).toHaveLength(1);
  });
});

describe('the send slip (phiếu gửi hồ sơ)', () => {
  it('has its number, the sender, the authority, the procedure and the papers', async () => {
    const system = memorySystem();
    const { code } = await fileByPost(system);
    const source = await sourceOf(system, code);
    const { words } = read(await sendSlipForm(source));
    expectInOrder(words, [
      `Số phiếu gửi: ${source.dossier.sendSlip!}`,
      'PHIẾU GỬI HỒ SƠ',
      'Người gửi: Nguyễn Thị Minh',
      'Địa chỉ',
      'Cơ quan nhận',
      'Địa chỉ cơ quan nhận',
      'Thủ tục hành chính',
      'Giấy tờ gửi kèm',
      'Bản chính',
      'NGƯỜI GỬI',
      'NHÂN VIÊN BƯU CHÍNH',
    ]);
  });
});

describe('the slip of the way back (phiếu gửi kết quả)', () => {
  it('has the authority as its sender, the result and the originals, and is not there before the post has it', async () => {
    const system = memorySystem();
    const returnAddress = { recipient: 'Trần Văn Nhận', phone: '0987654321', address: '9 đường Hư Cấu' };
    const { code } = await decidedDossier(system, { returnTo: 'home', returnAddress });
    expect(await returnSlipForm(await sourceOf(system, code))).toBeUndefined();
    const body = { parcelNumber: 'EX000000001VN', carrier: CLERK };
    await done(system, code, 'hand-result-to-post', { as: OFFICIAL, body });
    const { words, paper } = read(await returnSlipForm(await sourceOf(system, code)));
    expect(paper).toBe('A5');
    expectInOrder(words, [
      'Số bưu gửi: EX000000001VN',
      'PHIẾU GỬI HỒ SƠ',
      'Cơ quan gửi: Trung tâm Phục vụ hành chính công',
      'Người nhận: Trần Văn Nhận',
      'Địa chỉ nhận kết quả: 9 đường Hư Cấu',
      '0987654321',
      'Kết quả gửi kèm: Kết quả giải quyết số 12/2026',
      'CƠ QUAN GỬI',
      'NHÂN VIÊN BƯU CHÍNH',
      'Trần Hoàng Châu',
    ]);
  });
});

describe('after a reform', () => {
  it('the papers of before name the units of their day, and the control slip who took over', async () => {
    const system = memorySystem();
    system.clock.set('2025-06-30T02:00:00.000Z');
    const answer = await system.ask('fileAtCounter', {
      params: { unitId: 'phu-loi-2018-mot-cua' },
      body: { ...intakeExample, area: '25744', decision: 'receive' },
      as: 'nv-phu-loi-2018-mot-cua-1',
      key: freshKey(),
    });
    const code = String(answer.body['code']);
    const before = read(await receiptForm(await sourceOf(system, code))).words;
    system.clock.set('2025-07-01T02:00:00.000Z');
    const head = 'nv-phu-loi-2025-lanh-dao';
    await done(system, code, 'assign', { as: head, body: { stepId: 'tham-dinh', staffId: head, why: 'x' } });
    const source = await sourceOf(system, code);
    expect(source.dossier.counterId).toBe('phu-loi-2025-mot-cua');
    expect(read(await receiptForm(source)).words).toBe(before);
    const slip = read(await processControlForm(source)).words;
    expectInOrder(slip, ['PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ (Mẫu số 05)', ' → ']);
  });
});

describe('in the days of the pilot', () => {
  it('the forms bear the numbers and titles of 2018', async () => {
    const system = memorySystem();
    const code = await filedIn2020(system);
    const source = await sourceOf(system, code);
    expectInOrder(read(await receiptForm(source)).words, [
      'Mã hồ sơ: H09.',
      '200206-0001',
      'ngày 06 tháng 02 năm 2020',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    ]);
    expectInOrder(read(await processControlForm(source)).words, [
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ (Mẫu số 05)',
    ]);
  });
});
