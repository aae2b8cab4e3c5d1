import { refuse, type Refused } from '../decision.ts';
import { currentWork } from './report-work.ts';
import type { Report } from './state.ts';

/** A unit's answer is not thrown away, and a decision of the common superior not gone round. */
export function refuseOnceAnswered(state: Report): Refused | undefined {
  for (const { unitId, answer, dispute } of currentWork(state)) {
    if (answer !== undefined) {
      const { by, at } = answer;
      return refuse('unit-has-answered', { sort: 'conflict', details: { unitId, by, at } });
    }
    if (dispute?.decidedBy.kind === 'superior') {
      return refuse('superior-decides', { sort: 'conflict', details: { unitId: dispute.decidedBy.unitId } });
    }
  }
  return undefined;
}
