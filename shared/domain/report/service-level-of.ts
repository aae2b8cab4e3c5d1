import type { ServiceLevelId } from '../catalogue/hotline.ts';
import type { Triage } from './state.ts';

/** Danger does not wait longer because several units are in it. */
export function serviceLevelOf(urgency: Triage['urgency'], units: number): ServiceLevelId {
  return urgency !== 'urgent' && units > 1 ? 'several-units' : urgency;
}
