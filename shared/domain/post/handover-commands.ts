import type { UnitId } from '../catalogue/catalogue.ts';
import type { HandoverItem } from './handover-state.ts';

export type HandoverCommand =
  | {
      readonly type: 'PrepareHandover';
      readonly handoverId: string;
      readonly direction: 'in' | 'return';
      readonly fromUnitId: UnitId;
      readonly toUnitId: UnitId;
      readonly sealNumber: string;
      readonly items: readonly HandoverItem[];
    }
  | {
      readonly type: 'SignHandover';
      /** The entity ids counted out of the bag, on its list or not. */
      readonly counted: readonly string[];
      readonly sealIntact: boolean;
    }
  | { readonly type: 'ResolveDiscrepancy'; readonly discrepancyId: string; readonly reason: string };
