/** What a signed-in person can do in the case before them, each act behind a link made for this session: its page asks and does. */
import type { StaffActor } from '../../shared/domain/actor.ts';
import { procedureVersion } from '../../shared/domain/catalogue/lookup.ts';
import { availableActs, type Act } from '../../shared/domain/reply/available-acts.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { SESSION_HOURS } from '../../shared/shell/session.ts';
import { findDossier } from '../dossiers/find-dossier.ts';
import { actionLabels } from '../staff/action-labels.ts';
import { actionUrl } from '../staff/action-link.ts';
import type { SitePorts } from './site-ports.ts';

export interface OfferedAct {
  readonly label: { readonly vi: string; readonly en: string };
  /** Which step it is about, where several are open. */
  readonly step?: string;
  readonly href: string;
}

export async function offeredActs(
  ports: SitePorts,
  { code, actor }: { readonly code: string; readonly actor: StaffActor },
): Promise<readonly OfferedAct[]> {
  const [found, catalogue, keys] = await Promise.all([
    findDossier(ports, code),
    ports.catalogue.load(),
    ports.secrets.signingKeys(),
  ]);
  if (found === undefined) return [];
  const { entityId, state } = found;
  const { staffId } = actor;
  const now = ports.clock.now();
  const procedure = procedureVersion(catalogue, state.procedure.code, state.procedure.version);
  const steps = new Map((procedure?.stages.flat() ?? []).map(({ id, name }) => [id, name] as const));
  const several = openSteps(state) > 1;
  const stepOf = ({ stepId }: Act) => (several && stepId !== undefined ? steps.get(stepId) : undefined);
  return availableActs(state, { now, actor, catalogue })
    .filter(({ action }) => action !== 'note' && action !== 'undo')
    .map((act) => {
      const step = stepOf(act);
      return {
        label: actionLabels[act.action],
        href: actionUrl(keys, '', { ...act, entityId, staffId, now, lifeMinutes: SESSION_HOURS * 60 }),
        ...(step !== undefined && { step }),
      };
    });
}

function openSteps(state: Dossier): number {
  return state.status === 'processing' ? state.work.steps.filter(({ status }) => status !== 'done').length : 0;
}
