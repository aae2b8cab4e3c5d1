/** Personal data that an act brings: who collected the result with a written authorisation, and the names of files. */
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { Proxy } from '../../shared/domain/dossier/parties.ts';
import type { Commit } from '../../shared/ports/entity-store.ts';
import { phoneHash } from '../../shared/shell/phone-hash.ts';
import type { DossierPorts } from './dossier-ports.ts';
import type { FoundDossier } from './find-dossier.ts';

/** The people whole, as the commit writes them: right only for the version of the case that was read. Nothing when nothing changes. */
export async function changedParties(
  ports: Pick<DossierPorts, 'people' | 'secrets'>,
  found: FoundDossier,
  change: { readonly proxy: Proxy | undefined; readonly fileNames: Readonly<Record<string, string>> },
): Promise<NonNullable<Commit<Dossier, never>['parties']> | undefined> {
  if (change.proxy === undefined && Object.keys(change.fileNames).length === 0) return undefined;
  const parties = await ports.people.parties(found.entityId);
  // Erased after its time: the record goes on without the people.
  if (parties === undefined) return undefined;
  return {
    value: {
      ...parties,
      fileNames: { ...parties.fileNames, ...change.fileNames },
      ...(change.proxy && { collectedBy: change.proxy }),
    },
    phoneHash: phoneHash(await ports.secrets.signingKeys(), parties.applicant.phone),
    filedAt: found.state.filedAt,
  };
}
