import type { StaffId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { Instant } from '../time.ts';
import type { Discrepancy, HandoverCore } from './handover-state.ts';

export type HandoverEvent =
  | { readonly type: 'HandoverPrepared'; readonly core: HandoverCore; readonly transit: RunningClock }
  | {
      readonly type: 'HandoverSigned';
      readonly direction: HandoverCore['direction'];
      readonly signedBy: StaffId;
      readonly signedAt: Instant;
      readonly present: readonly string[];
      readonly missing: readonly string[];
      readonly discrepancies: readonly Discrepancy[];
      readonly clearUp: RunningClock;
    }
  | {
      readonly type: 'DiscrepancyResolved';
      readonly discrepancyId: string;
      readonly reason: string;
      readonly by: StaffId;
      readonly at: Instant;
    };
