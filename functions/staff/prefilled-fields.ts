/**
 * What a page's form is filled in with before anybody types: the words of the reply that asked for the act, or the apology that was prepared.
 * They are defaults only. The person sees them and presses the button, which is the second proof: the link reached the registered mailbox
 * and nobody else's.
 */
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { ReplyChoice, ReplyResult } from '../../shared/domain/dossier/reply-result.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { isSameAct } from '../../shared/domain/reply/available-acts.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { ActionLink } from './action-link.ts';
import type { FormFields } from './command-of-form.ts';

export interface Prefilled {
  readonly fields: FormFields;
  readonly from: 'nothing' | 'reply' | 'prepared-apology';
}

export async function prefilledFields(
  cases: Pick<EntityStore<Dossier, DossierEvent>, 'history'>,
  link: ActionLink,
  state: Dossier,
): Promise<Prefilled> {
  const prepared = link.action === 'extend' ? preparedApology(state) : undefined;
  const asked = link.mailId === undefined ? undefined : choiceOf(await repliesOf(cases, link), link);
  if (asked !== undefined) return { fields: { ...prepared, ...asked.fields }, from: 'reply' };
  return prepared === undefined ? { fields: {}, from: 'nothing' } : { fields: prepared, from: 'prepared-apology' };
}

/** Form M04 as it waits for the head's confirmation. */
function preparedApology({ preparedApology: prepared }: Dossier): FormFields | undefined {
  if (prepared === undefined) return undefined;
  const { workingDays, reason, apology } = prepared;
  return { workingDays: String(workingDays), reason, apology };
}

/** Only the person's own replies: a link made for one never shows what another wrote. */
async function repliesOf(
  cases: Pick<EntityStore<Dossier, DossierEvent>, 'history'>,
  { entityId, mailId, staffId }: ActionLink,
): Promise<readonly ReplyResult[]> {
  const history = await cases.history(entityId);
  return history
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.type === 'ReplyAnswered' && event.mailId === mailId && event.staffId === staffId ? [event.result] : [],
    );
}

function choiceOf(results: readonly ReplyResult[], link: ActionLink): ReplyChoice | undefined {
  const choices = results.flatMap((result) => {
    if (result.kind === 'to-confirm' || result.kind === 'refused') return [result.choice];
    return result.kind === 'doubtful' ? result.choices : [];
  });
  const choice = choices[link.choice ?? 0];
  return choice !== undefined && isSameAct(choice, link) ? choice : undefined;
}
