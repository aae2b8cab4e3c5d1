/** The dossiers that are to go into a bag: each must be there to be put in, and what is wrong with any is told at once. */
import type { StaffActor } from '../../shared/domain/actor.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { refuse, type Fault, type Refused } from '../../shared/domain/decision.ts';
import { decidingCounter, permissionSubject } from '../../shared/domain/dossier/permission-of-command.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { HandoverItem } from '../../shared/domain/post/handover-state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { findDossier, type FoundDossier } from '../dossiers/find-dossier.ts';
import type { PostPorts } from './post-ports.ts';

export interface Manifest {
  readonly codes: readonly string[];
  readonly direction: 'in' | 'return';
  readonly toUnitId: string;
  readonly actor: StaffActor;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export type ReadManifest = { readonly kind: 'read'; readonly items: readonly HandoverItem[] } | Refused;

export async function readManifest(
  ports: Pick<PostPorts, 'cases' | 'queries'>,
  manifest: Manifest,
): Promise<ReadManifest> {
  const found = await Promise.all(manifest.codes.map((code) => findDossier(ports, code)));
  const faults = found.flatMap((dossier, index) => faultOf(dossier, `/codes/${String(index)}`, manifest));
  if (faults.length > 0) {
    return refuse('manifest-faulty', {
      faults,
      ...(faults[0] && { pointer: faults[0].pointer }),
      article: '45/2016/QĐ-TTg Điều 7.3',
    });
  }
  const items = found.flatMap((dossier) => (dossier === undefined ? [] : [itemOf(dossier)]));
  return { kind: 'read', items };
}

function faultOf(found: FoundDossier | undefined, pointer: string, manifest: Manifest): readonly Fault[] {
  const rule =
    found === undefined
      ? 'dossier-unknown'
      : manifest.direction === 'in'
        ? wayIn(found.state, manifest)
        : wayBack(found.state, manifest);
  return rule === undefined ? [] : [{ rule, pointer }];
}

/** A clerk puts in only what he took in himself (45/2016/QĐ-TTg art. 16), and what an official need not look at first. */
function wayIn(state: Dossier, { actor, toUnitId, catalogue }: Manifest): string | undefined {
  if (state.status !== 'with-clerk') return 'dossier-not-with-clerk';
  if (state.intakeBy !== actor.staffId) return 'dossier-of-another-clerk';
  if (state.handoverId !== undefined) return 'dossier-in-another-bag';
  if (state.countersign === 'required') return 'countersign-outstanding';
  // Whoever signs for the bag receives what is in it, which is for its counter or the deciding authority's, and nobody else's.
  return [state.counterId, ...decidingCounter(state, { catalogue })].includes(toUnitId)
    ? undefined
    : 'dossier-for-another-counter';
}

/** Sealed by an official of the deciding authority's one-stop section: nobody else has the paper. */
function wayBack(state: Dossier, { toUnitId, actor, catalogue, now }: Manifest): string | undefined {
  if (state.status !== 'decided') return 'result-not-there';
  const subject = permissionSubject(state, { catalogue, now });
  const inHand = authorise({ operation: 'hand-result-to-post', actor, subject, catalogue, now });
  if (inHand.kind === 'denied') return 'result-of-another-authority';
  if (state.handoverId !== undefined) return 'dossier-in-another-bag';
  return state.counterId === toUnitId ? undefined : 'result-for-another-counter';
}

function itemOf({ entityId, state }: FoundDossier): HandoverItem {
  return {
    entityId,
    ...(state.dossierCode !== undefined && { dossierCode: state.dossierCode }),
    ...(state.sendSlip !== undefined && { sendSlip: state.sendSlip }),
  };
}
