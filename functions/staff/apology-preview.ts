/** What pressing the button of `extend` would promise: asked of the rule itself, so that the page never names another day than the act gives. */
import { actionForms } from '../../shared/contracts/http/staff.ts';
import type { Refusal } from '../../shared/domain/decision.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { DEFAULT_WORKING_DAYS } from './action-fields.ts';
import type { FormFields } from './command-of-form.ts';

export type ApologyPreview =
  | { readonly kind: 'new-date'; readonly from: Instant; readonly to: Instant; readonly workingDays: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The new day follows from the days alone; the texts may still be missing while the form is filled in. */
const ANY_TEXT = '…';

/** @returns undefined when the days are no number of days. */
export function previewApology(
  fields: FormFields,
  state: Dossier,
  context: DossierContext,
): ApologyPreview | undefined {
  const days = actionForms.extend.shape.workingDays.safeParse(fields['workingDays'] ?? DEFAULT_WORKING_DAYS);
  if (!days.success) return undefined;
  const command = { type: 'Extend', workingDays: days.data, reason: ANY_TEXT, apology: ANY_TEXT } as const;
  const decision = decideDossier(command, state, context);
  if (decision.kind === 'refused') return { kind: 'refused', refusal: decision.refusal };
  const events = decision.kind === 'accepted' ? decision.events : [];
  return events
    .flatMap((event) =>
      event.type === 'DeadlineExtended'
        ? [{ kind: 'new-date', from: event.from, to: event.clock.dueAt, workingDays: days.data } as const]
        : [],
    )
    .at(0);
}
