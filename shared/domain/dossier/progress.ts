import type { Catalogue, PortalStatus } from '../catalogue/catalogue.ts';
import type { DossierStatus } from './state.ts';

/**
 * How far a dossier is, in the words and the code (1-10) of the national portal: a mapping that is data. With the code alone nothing else
 * is shown (Circular 01/2018/TT-VPCP art. 16-17).
 *
 * @throws when the published mapping has no row for a status: the catalogue's checks refuse such a mapping.
 */
export function portalStatusOf(catalogue: Pick<Catalogue, 'portalStatuses'>, status: DossierStatus): PortalStatus {
  const found = catalogue.portalStatuses.find(({ statuses }) => statuses.includes(status));
  if (found === undefined) throw new Error(`no portal status for ${status}`);
  return found;
}
