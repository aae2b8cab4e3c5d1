/** Which case a mail was written to: the first of its recipients that is an address of ours and verifies, else the best of the others. */
import { staffIdsEver, unitIdsEver } from './known-names.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion } from '../../../shared/domain/catalogue/lookup.ts';
import { workOf } from '../../../shared/domain/dossier/work-of.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { caseIdIn, readReplyAddress, type ReplyAddress } from '../../../shared/shell/reply-address.ts';
import type { KnownNames } from '../../../shared/shell/signed-address.ts';
import { caseEntityId, type FoundDossier } from '../../dossiers/find-dossier.ts';
import type { ReceiverPorts } from './receiver-ports.ts';

export type AddressedTo =
  | {
      readonly kind: 'valid' | 'expired';
      readonly address: ReplyAddress;
      /** As it stands in the mail. */
      readonly written: string;
      readonly found: FoundDossier;
    }
  /** The case is there, the address does not verify: only good for a guess. */
  | { readonly kind: 'unreadable'; readonly found: FoundDossier }
  | { readonly kind: 'unknown-case' }
  | { readonly kind: 'none' };

/** Whoever writes to more addresses of ours than this writes to none. */
const MOST_ADDRESSES = 5;
const ORDER = ['valid', 'expired', 'unreadable', 'unknown-case', 'none'] as const;

export async function addressedTo(
  ports: Pick<ReceiverPorts, 'cases' | 'secrets' | 'replyDomain'>,
  recipients: readonly string[],
  today: { readonly now: Instant; readonly catalogue: Catalogue },
): Promise<AddressedTo> {
  const ours = [...new Set(recipients)].filter((one) => caseIdIn(one, ports.replyDomain) !== undefined);
  const read = await Promise.all(ours.slice(0, MOST_ADDRESSES).map((address) => readOne(ports, address, today)));
  return (
    ORDER.map((kind) => read.find((one) => one.kind === kind)).find((one) => one !== undefined) ?? { kind: 'none' }
  );
}

async function readOne(
  ports: Pick<ReceiverPorts, 'cases' | 'secrets' | 'replyDomain'>,
  address: string,
  { now, catalogue }: { readonly now: Instant; readonly catalogue: Catalogue },
): Promise<AddressedTo> {
  const entityId = caseEntityId(caseIdIn(address, ports.replyDomain) ?? '');
  const snapshot = await ports.cases.load(entityId);
  if (snapshot === undefined) return { kind: 'unknown-case' };
  const found = { entityId, ...snapshot };
  const names = () => namesOf(snapshot.state, catalogue);
  const read = readReplyAddress(await ports.secrets.signingKeys(), address, { domain: ports.replyDomain, now, names });
  if (read.kind === 'valid' || read.kind === 'expired') {
    return { kind: read.kind, address: read.address, written: address, found };
  }
  return { kind: 'unreadable', found };
}

/** Anybody whom a notice of the case can have gone to: heads and levels above are no hands of the case. */
function namesOf(state: Dossier, catalogue: Catalogue): KnownNames {
  const { consultations } = workOf(state) ?? { consultations: [] };
  const { code, version } = state.procedure;
  // Also after the work has gone from the state: who answers an old mail is told that it is done, and not that nobody knows the address.
  const steps = procedureVersion(catalogue, code, version)?.stages.flat() ?? [];
  return {
    staffIds: staffIdsEver(catalogue),
    unitIds: unitIdsEver(catalogue),
    places: [
      ...steps.map(({ id: stepId }) => ({ stepId })),
      ...consultations.map(({ consultationId, stepId }) => ({ consultationId, stepId })),
      ...consultations.map(({ consultationId }) => ({ consultationId })),
    ],
  };
}
