/** Looks up, once for each notice, what templates may say. The catalogue of the day the case was filed comes before today's. */
import type { Catalogue, OfficeHours, Unit } from '../../../shared/domain/catalogue/catalogue.ts';
import {
  areaVersion,
  isValidOn,
  procedureVersion,
  provinceOn,
  unitOn,
} from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { appointAnew } from '../../../shared/domain/dossier/appoint-anew.ts';
import { isRefused } from '../../../shared/domain/dossier/context.ts';
import type { Parties } from '../../../shared/domain/dossier/parties.ts';
import { runningClocks } from '../../../shared/domain/dossier/running-clocks.ts';
import type { Dossier, Work } from '../../../shared/domain/dossier/state.ts';
import { localDateOf, type Instant, type LocalDate } from '../../../shared/domain/time.ts';
import type { Bilingual } from './mail-content.ts';
import type { NoticeFacts, UnitFacts } from './notice-facts.ts';

export interface FactSource {
  readonly dossier: Dossier;
  readonly parties: Parties | undefined;
  readonly catalogue: Catalogue;
  readonly now: Instant;
  readonly lookupUrl: string;
  readonly secretUrl?: string;
  readonly actions: NoticeFacts['actions'];
  readonly alongside: NoticeFacts['alongside'];
  readonly refusedFiles: NoticeFacts['refusedFiles'];
  readonly formUrl: NoticeFacts['formUrl'];
  readonly choiceUrl: NoticeFacts['choiceUrl'];
  readonly undoUrl: NoticeFacts['undoUrl'];
}

export function buildFacts(source: FactSource): NoticeFacts {
  const { dossier, parties, catalogue, now, lookupUrl, secretUrl } = source;
  const { actions, alongside, refusedFiles, formUrl, choiceUrl, undoUrl } = source;
  const filedOn = localDateOf(dossier.filedAt);
  const today = localDateOf(now);
  const { code, version } = dossier.procedure;
  const procedure = procedureVersion(catalogue, code, version);
  const work = workOf(dossier);
  const unit = (id: string) => unitFacts(catalogue, id, { filedOn, today });
  const step = (id: string) => work?.steps.find(({ stepId }) => stepId === id);
  const staffName = (id: string) => staffOn(catalogue, id, today)?.name ?? staffOn(catalogue, id, filedOn)?.name ?? id;
  const pauseReason: NoticeFacts['pauseReason'] = (id) => {
    const reason = catalogue.pauseReasons.find((one) => one.id === id);
    return { name: bilingual(reason, id), waitsFor: reason?.waitsFor ?? 'agency' };
  };

  return {
    code: dossier.dossierCode ?? dossier.caseId,
    trackingCode: dossier.caseId,
    received: dossier.dossierCode !== undefined,
    procedure: bilingual(procedure, code),
    area: areaVersion(catalogue, { code: dossier.area, validFrom: dossier.areaVersion }, filedOn)?.name ?? dossier.area,
    applicant: parties?.applicant.name ?? '',
    deciding: unit(dossier.deciding.unitId),
    counter: unit(dossier.counterId),
    ...(dossier.clock && { dueAt: dossier.clock.dueAt }),
    ...apologyOf(dossier, { catalogue, now }),
    ...(dossier.status === 'paused' && {
      pause: { reason: pauseReason(dossier.reason).name, reviewAt: dossier.review.dueAt },
    }),
    returnTo: dossier.returnTo,
    documents: dossier.documents.length,
    hotline: provinceOn(catalogue, today)?.hotline ?? '1022',
    lookupUrl,
    ...(secretUrl !== undefined && { secretUrl }),
    actions,
    alongside,
    refusedFiles,
    formUrl,
    choiceUrl,
    undoUrl,
    documentName: (lineId) =>
      bilingual(
        procedure?.documents.find(({ id }) => id === lineId),
        lineId,
      ),
    unit,
    stepName: (id) =>
      bilingual(
        procedure?.stages.flat().find((one) => one.id === id),
        id,
      ),
    stepDueAt: (id) => step(id)?.clock.dueAt,
    consultation: (id) => {
      const asked = work?.consultations.find(({ consultationId }) => consultationId === id);
      return asked && { question: asked.question, dueAt: asked.clock.dueAt };
    },
    holderOf: (clockId) => {
      const open = runningClocks(dossier).find((clock) => clock.clockId === clockId);
      if (open === undefined) return undefined;
      const since = open.heldSince ?? open.clock.startedAt;
      return {
        unit: unit(open.unitId),
        since,
        ...(open.officerId !== undefined && { officer: staffName(open.officerId) }),
      };
    },
    staffName,
    pauseReason,
  };
}

function apologyOf(
  dossier: Dossier,
  context: { readonly catalogue: Catalogue; readonly now: Instant },
): Pick<NoticeFacts, 'apology'> {
  if (dossier.status !== 'processing' || dossier.preparedApology === undefined) return {};
  const { workingDays, reason, apology: text } = dossier.preparedApology;
  const clock = appointAnew(dossier, workingDays, context);
  return isRefused(clock) ? {} : { apology: { text, reason, workingDays, dueAt: clock.dueAt } };
}

function workOf(dossier: Dossier): Work | undefined {
  if (dossier.status === 'processing') return dossier.work;
  return dossier.status === 'supplement-requested' || dossier.status === 'paused' ? dossier.suspended : undefined;
}

function bilingual(named: { readonly name: string; readonly nameEn: string } | undefined, id: string): Bilingual {
  return { vi: named?.name ?? id, en: named?.nameEn ?? id };
}

function unitFacts(
  catalogue: Catalogue,
  id: string,
  on: { readonly filedOn: LocalDate; readonly today: LocalDate },
): UnitFacts {
  const unit = unitOn(catalogue, id, on.today) ?? unitOn(catalogue, id, on.filedOn);
  return {
    ...bilingual(unit, id),
    phone: unit?.phone ?? '',
    address: unit?.address ?? '',
    hours: unit === undefined ? [] : hoursInWords(catalogue, unit, on.today),
  };
}

const dayNames = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** `thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00`; neighbouring days with the same hours are one line. */
function hoursInWords(catalogue: Catalogue, unit: Unit, on: LocalDate): readonly string[] {
  const hours = catalogue.officeHours.find((one) => one.id === unit.hours && isValidOn(one, on));
  if (hours === undefined) return [];
  const groups: { first: number; last: number; words: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const words = periodsOf(hours, day);
    const group = groups.at(-1);
    if (words === '') continue;
    if (group?.words === words && group.last === day - 1) group.last = day;
    else groups.push({ first: day, last: day, words });
  }
  return groups.map(({ first, last, words }) => {
    const name = dayNames[first] ?? '';
    return `${first === last ? name : `${name} đến ${dayNames[last] ?? ''}`}: ${words}`;
  });
}

function periodsOf(hours: OfficeHours, day: number): string {
  return (hours.weekdays[String(day)] ?? []).map(([open, close]) => `${open}–${close}`).join(', ');
}
