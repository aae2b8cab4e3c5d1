/** Mẫu số 05, Phiếu kiểm soát quá trình giải quyết hồ sơ: who had it, from when to when, and whether in time (A5). */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { punctuality } from '../../../shared/domain/dossier/decide-outcome.ts';
import type { Punctuality } from '../../../shared/domain/dossier/state.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import { longDateTime } from '../../../shared/shell/format.ts';
import { html } from '../../../shared/shell/html.ts';
import { field, lookUpUrl, placeAndDate, qrCode, staffName } from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { eventsOf, formTitleOn, headingOf, placesAt, type FormSource } from './form-source.ts';

const punctualityInWords: Readonly<Record<Punctuality, string>> = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
};

export async function processControlForm(source: FormSource): Promise<string | undefined> {
  const { dossier, parties, catalogue } = source;
  if (dossier.dossierCode === undefined || dossier.receivedAt === undefined) return undefined;
  const on = localDateOf(dossier.receivedAt);
  const { counterId, decidingId } = placesAt(source, dossier.receivedAt);
  const counter = unitOn(catalogue, counterId, on);
  const title = formTitleOn(catalogue, 'process-control', on);
  if (counter === undefined || title === undefined) return undefined;
  const rows = handovers(source);
  const deciding = unitOn(catalogue, decidingId, on)?.name;
  const others = [...new Set(rows.map((row) => row.unit))].filter((name) => name !== deciding && name !== counter.name);
  return formPage({
    title,
    heading: headingOf(catalogue, counter),
    code: { label: 'Mã hồ sơ', value: dossier.dossierCode },
    qr: await qrCode(lookUpUrl(source.baseUrl, dossier.dossierCode)),
    placeAndDate: placeAndDate(counter, dossier.receivedAt),
    body: html`
${field('Kèm theo hồ sơ của', parties.applicant.name)}
<p>Ngày nhận: <strong>${longDateTime(dossier.receivedAt)}</strong></p>
<p>Ngày, giờ hẹn trả kết quả: <strong>${dossier.clock === undefined ? '' : longDateTime(dossier.clock.dueAt)}</strong></p>
${field('Cơ quan giải quyết', deciding)}
${field('Cơ quan phối hợp', others.join('; '))}
<div class="wide" role="region" aria-label="Quá trình giải quyết" tabindex="0"><table><thead><tr><th scope="col">TÊN CƠ QUAN</th><th scope="col">THỜI GIAN GIAO, NHẬN HỒ SƠ</th><th scope="col">KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn / Đúng hạn / Quá hạn)</th><th scope="col">GHI CHÚ</th></tr></thead><tbody>
${rows.map(
  (row) =>
    html`<tr><td>${row.unit}</td><td>Giao: ${longDateTime(row.from)}${row.giver !== '' && ` (${row.giver})`}<br>${row.to === undefined ? '' : html`Xong: ${longDateTime(row.to)}<br>`}Người nhận: ${row.officer}</td><td class="number">${row.result}</td><td>${row.note}</td></tr>`,
)}
</tbody></table></div>`,
    signatures: [{ role: 'Người giao', name: staffName(catalogue, dossier.receivedBy) }, { role: 'Người nhận' }],
  });
}

interface HandoverRow {
  readonly unit: string;
  readonly from: Instant;
  readonly giver: string;
  readonly to: Instant | undefined;
  readonly officer: string;
  readonly result: string;
  readonly note: string;
}

/** One row for each step and each consultation, in the order in which they were given, read from the events. */
function handovers(source: FormSource): readonly HandoverRow[] {
  return [...steps(source), ...consultations(source)].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function steps({ catalogue, history, dossier }: FormSource): readonly HandoverRow[] {
  const completed = new Map(eventsOf(history, 'StepCompleted').map(({ event }) => [event.stepId, event]));
  const decided = eventsOf(history, 'DossierDecided').at(-1)?.event;
  const assigned = new Map(eventsOf(history, 'StepAssigned').map(({ event }) => [event.stepId, event.staffId]));
  for (const { event } of eventsOf(history, 'StepHandedOver')) assigned.set(event.stepId, event.to);
  // A supplement starts the clocks anew; the step is judged by its last one.
  const resumed = eventsOf(history, 'SupplementAccepted').flatMap(({ event }) => event.resumed?.steps ?? []);
  const due = new Map(resumed.map(({ stepId, clock }) => [stepId, clock.dueAt]));
  // After a reform the one who took over did it.
  const moved = new Map(
    eventsOf(history, 'CompetenceTransferred').flatMap(({ event }) =>
      event.steps.map((one) => [one.stepId, one.unitId]),
    ),
  );
  const opened = [
    ...eventsOf(history, 'DossierForwarded').map((one) => ({ ...one, giver: dossier.receivedBy })),
    ...eventsOf(history, 'StageOpened').map((one) => ({ ...one, giver: whoFinished(history, one.version) })),
  ].flatMap(({ event, at, giver }) => event.steps.map((step) => ({ step, at, giver })));
  return opened.map(({ step, at, giver }) => {
    const done = completed.get(step.stepId);
    const deciding = decided?.stepId === step.stepId ? decided.result : undefined;
    const to = done?.at ?? deciding?.decidedAt;
    return {
      unit: [step.unitId, moved.get(step.stepId)]
        .flatMap((id) => (id === undefined ? [] : unitName(catalogue, id, at)))
        .join(' → '),
      from: at,
      giver: staffName(catalogue, giver),
      to,
      officer: staffName(catalogue, assigned.get(step.stepId)),
      result: to === undefined ? '' : inTime(to, due.get(step.stepId) ?? step.clock.dueAt),
      note: deciding === undefined ? (done?.note ?? '') : decisionNote(deciding),
    };
  });
}

/** Whose work opened the next stage: the step completed in the same commit. */
function whoFinished(history: FormSource['history'], version: number): string | undefined {
  return eventsOf(history, 'StepCompleted').find((one) => one.version === version)?.event.by;
}

/** Cơ quan phối hợp: what was asked of another unit, in its own time (61/2018/NĐ-CP art. 19.5). */
function consultations({ catalogue, history }: FormSource): readonly HandoverRow[] {
  const answered = new Map(
    eventsOf(history, 'ConsultationAnswered').map(({ event }) => [event.consultationId, event.at]),
  );
  const assigned = new Map(
    eventsOf(history, 'ConsultationAssigned').map(({ event }) => [event.consultationId, event.staffId]),
  );
  const resumed = eventsOf(history, 'SupplementAccepted').flatMap(({ event }) => event.resumed?.consultations ?? []);
  const due = new Map(resumed.map(({ consultationId, clock }) => [consultationId, clock.dueAt]));
  return eventsOf(history, 'ConsultationRequested').map(({ event, actor }) => {
    const { consultationId, unitId, askedAt, clock } = event.consultation;
    const to = answered.get(consultationId);
    return {
      unit: unitOn(catalogue, unitId, localDateOf(askedAt))?.name ?? unitId,
      from: askedAt,
      giver: staffName(catalogue, actor.replace('staff:', '')),
      to,
      officer: staffName(catalogue, assigned.get(consultationId)),
      result: to === undefined ? '' : inTime(to, due.get(consultationId) ?? clock.dueAt),
      note: 'Phối hợp, cho ý kiến',
    };
  });
}

/** A unit that took over after a reform did not exist yet when the step was given. */
function unitName(catalogue: FormSource['catalogue'], unitId: string, at: Instant): string {
  const unit = unitOn(catalogue, unitId, localDateOf(at)) ?? catalogue.units.find(({ id }) => id === unitId);
  return unit?.name ?? unitId;
}

function inTime(doneAt: Instant, dueAt: Instant): string {
  return punctualityInWords[punctuality(doneAt, dueAt)];
}

function decisionNote(result: { readonly outcome: 'granted' | 'refused'; readonly resultNumber: string }): string {
  return `${result.outcome === 'granted' ? 'Đã giải quyết' : 'Từ chối'}, số ${result.resultNumber}`;
}
