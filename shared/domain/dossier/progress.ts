import type { Catalogue, PortalStatus } from '../catalogue/catalogue.ts';
import type { Dossier, DossierStatus } from './state.ts';

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

/** As the portal has it for the case: a pause stands under what its reason says, such as a financial obligation (mã trạng thái 6). */
export function portalStatusOfCase(
  catalogue: Pick<Catalogue, 'portalStatuses' | 'pauseReasons'>,
  state: Dossier,
): PortalStatus {
  const usual = portalStatusOf(catalogue, state.status);
  if (state.status !== 'paused') return usual;
  const reason = catalogue.pauseReasons.find(({ id }) => id === state.reason);
  return catalogue.portalStatuses.find(({ code }) => code === reason?.portalStatus) ?? usual;
}
