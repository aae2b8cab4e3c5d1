import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import { runningClocks } from '../../../shared/domain/dossier/running-clocks.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import { isTouched } from '../../../shared/domain/dossier/touch.ts';

/**
 * True when a notice asks for work that has been done, or is somebody else's, by the time it is sent: late and reordered deliveries
 * would otherwise send people to a page that only says so. News for an applicant is never outdated.
 */
export function isOutdated(
  { event, template }: { readonly event: DossierEvent; readonly template: string },
  dossier: Dossier,
): boolean {
  return (CHECKS[event.type] as Check<DossierEvent['type']> | undefined)?.(event, dossier, template) ?? false;
}

type Check<Type extends DossierEvent['type']> = (
  event: Extract<DossierEvent, { readonly type: Type }>,
  dossier: Dossier,
  template: string,
) => boolean;

const CHECKS: { readonly [Type in DossierEvent['type']]?: Check<Type> } = {
  // Whoever filed hears of it all the same.
  DossierFiled: (_event, { status }, template) => template === 'filed-online' && status !== 'submitted',
  StepAssigned: ({ stepId, staffId }, dossier) => openStep(dossier, stepId)?.officerId !== staffId,
  StepHandedOver: ({ stepId, to }, dossier) => openStep(dossier, stepId)?.officerId !== to,
  StepUnassignable: ({ stepId }, dossier) => openStep(dossier, stepId)?.status !== 'awaiting-assignment',
  ConsultationAssigned: ({ consultationId, staffId }, dossier) =>
    openConsultation(dossier, consultationId)?.officerId !== staffId,
  ConsultationUnassignable: ({ consultationId }, dossier) => {
    const consultation = openConsultation(dossier, consultationId);
    return consultation === undefined || consultation.officerId !== undefined;
  },
  // Sent meanwhile, or asked for anew.
  ApologyPrepared: ({ prepared }, { preparedApology }) => preparedApology?.preparedAt !== prepared.preparedAt,
  TimerRang: ({ clockId, told }, dossier) =>
    !runningClocks(dossier).some((clock) => clock.clockId === clockId) ||
    (told === 'if-untouched' && isTouched(dossier, clockId)),
};

function openStep(dossier: Dossier, stepId: string) {
  if (dossier.status !== 'processing') return undefined;
  return dossier.work.steps.find((step) => step.stepId === stepId && step.status !== 'done');
}

function openConsultation(dossier: Dossier, consultationId: string) {
  if (dossier.status !== 'processing') return undefined;
  return dossier.work.consultations.find((one) => one.consultationId === consultationId && one.answer === undefined);
}
