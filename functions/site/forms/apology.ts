/**
 * Mẫu số 04, Phiếu xin lỗi và hẹn lại ngày trả kết quả: the apology for a result that will be late, with the one new day, signed by the head of
 * the agency that decides (61/2018/NĐ-CP art. 19.9; 01/2018/TT-VPCP art. 9, A5).
 */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { appointAnew } from '../../../shared/domain/dossier/appoint-anew.ts';
import { isRefused } from '../../../shared/domain/dossier/context.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import { longDate, longDateTime } from '../../../shared/shell/format.ts';
import { html } from '../../../shared/shell/html.ts';
import { contactLine, field, lookUpUrl, placeAndDate, qrCode, staffName } from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { eventsOf, formTitleOn, headingOf, placesAt, type FormSource } from './form-source.ts';

interface Apology {
  readonly text: string;
  readonly reason: string;
  /** The day that was promised, and the day that is promised now. */
  readonly from: Instant;
  readonly to: Instant;
  /** When it was sent, or prepared. */
  readonly at: Instant;
  /** Absent while the head has not confirmed it. */
  readonly sent?: { readonly by: string; readonly number: number };
}

/** @returns undefined until it has been sent: nobody is promised a day before the head has said so. */
export async function apologyForm(source: FormSource): Promise<string | undefined> {
  const apology = sentApology(source);
  return apology && printed(source, apology);
}

/** For staff: what the head is asked to confirm; once it was confirmed, the paper that went out. */
export async function apologyDraftForm(source: FormSource): Promise<string | undefined> {
  const apology = preparedApology(source) ?? sentApology(source);
  return apology && printed(source, apology);
}

function sentApology({ history }: FormSource): Apology | undefined {
  const all = eventsOf(history, 'DeadlineExtended');
  const last = all.at(-1);
  if (last === undefined) return undefined;
  const { apology: text, reason, from, clock, at } = last.event;
  const by = last.actor.replace('staff:', '');
  return { text, reason, from, to: clock.dueAt, at, sent: { by, number: all.length } };
}

/** With the day that it would give: the days are counted from the one that was promised, whenever it is confirmed. */
function preparedApology({ dossier, catalogue }: FormSource): Apology | undefined {
  if (dossier.status !== 'processing' || dossier.preparedApology === undefined || dossier.clock === undefined) {
    return undefined;
  }
  const { apology: text, reason, workingDays, preparedAt: at } = dossier.preparedApology;
  const clock = appointAnew(dossier, workingDays, { catalogue, now: at });
  return isRefused(clock) ? undefined : { text, reason, from: dossier.clock.dueAt, to: clock.dueAt, at };
}

async function printed(source: FormSource, apology: Apology): Promise<string | undefined> {
  const { dossier, parties, catalogue, procedure } = source;
  const { at, sent } = apology;
  const on = localDateOf(at);
  const { counterId, decidingId } = placesAt(source, at);
  const [unit, counter] = [unitOn(catalogue, decidingId, on), unitOn(catalogue, counterId, on)];
  const title = formTitleOn(catalogue, 'apology', on);
  if (unit === undefined || title === undefined) return undefined;
  const code = dossier.dossierCode ?? dossier.caseId;
  const contact = counter ?? unit;
  return formPage({
    title,
    heading: headingOf(catalogue, unit),
    code: { label: 'Mã hồ sơ', value: code },
    qr: await qrCode(lookUpUrl(source.baseUrl, code)),
    placeAndDate: placeAndDate(unit, at),
    ...(sent === undefined
      ? { draft: 'Dự thảo, chờ lãnh đạo xác nhận' }
      : { number: `${String(sent.number)}/${code}` }),
    body: html`
<p>Kính gửi: <strong>${parties.applicant.name}</strong></p>
${field('Địa chỉ', parties.applicant.address)}
${contactLine(parties.applicant)}
${field('Nội dung yêu cầu giải quyết', `${procedure.name} (mã ${procedure.code})`)}
${field('Ngày tiếp nhận', dossier.receivedAt && longDateTime(dossier.receivedAt))}
<p>Ngày hẹn trả kết quả: <strong>${longDateTime(apology.from)}</strong></p>
<p>${unit.name} chưa thể trả kết quả giải quyết hồ sơ của Ông/Bà vào ngày đã hẹn.</p>
<p>Lý do: <strong>${apology.reason}</strong></p>
<p>${apology.text}</p>
<p>Ngày hẹn trả kết quả mới: <strong>${longDateTime(apology.to)}</strong></p>
${sent === undefined && html`<p class="small">Soạn ngày ${longDate(at).replace(/^ngày /u, '')}; chưa gửi cho người nộp, ngày hẹn chưa thay đổi.</p>`}
<p class="small">Liên hệ: ${contact.name}, điện thoại ${contact.phone}, hoặc tra cứu tại ${source.baseUrl}/tra-cuu.</p>`,
    signatures: [{ role: 'Thủ trưởng cơ quan giải quyết', ...(sent && { name: staffName(catalogue, sent.by) }) }],
  });
}
