/**
 * The bag of a postal trip and its hand-over record (biên bản giao nhận hồ sơ, 45/2016/QĐ-TTg art. 7.3): what was sealed in, what was
 * counted out, and the differences. On the way in its signature is the legal moment of filing for every dossier in it (art. 7.4).
 */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { Instant } from '../time.ts';

export type Handover = OnTheWay | Signed;

export interface HandoverCore {
  readonly handoverId: string;
  /** `in`: dossiers to the one-stop section; `return`: results back to the counter. */
  readonly direction: 'in' | 'return';
  readonly fromUnitId: UnitId;
  readonly toUnitId: UnitId;
  readonly sealNumber: string;
  readonly preparedBy: StaffId;
  readonly preparedAt: Instant;
  readonly items: readonly HandoverItem[];
}

export interface HandoverItem {
  readonly entityId: string;
  readonly dossierCode?: string;
  /** Number of its Phiếu gửi hồ sơ; the record lists it for every dossier on the way in. */
  readonly sendSlip?: string;
}

export interface OnTheWay extends HandoverCore {
  readonly status: 'on-the-way';
  readonly transit: RunningClock;
}

export interface Signed extends HandoverCore {
  readonly status: 'signed';
  readonly signedBy: StaffId;
  readonly signedAt: Instant;
  /** Counted out of the bag and on its list. */
  readonly present: readonly string[];
  readonly discrepancies: readonly Discrepancy[];
  /** Until when the differences are to be cleared up. */
  readonly clearUp: RunningClock;
}

/** `missing`: on the list, not in the bag. `unexpected`: in the bag, not on the list. `seal`: the seal was broken or another. */
export interface Discrepancy {
  readonly discrepancyId: string;
  readonly kind: 'missing' | 'unexpected' | 'seal';
  readonly entityId?: string;
  readonly resolved?: { readonly reason: string; readonly by: StaffId; readonly at: Instant };
}
