import type { StaffId, UnitId } from '../catalogue/catalogue.ts';

/** To whom a notice goes; the address is looked up when it is sent, so that no event holds one. */
export type NoticeRecipient =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'staff'; readonly staffId: StaffId }
  | { readonly kind: 'unit-head'; readonly unitId: UnitId }
  | { readonly kind: 'unit-mailbox'; readonly unitId: UnitId }
  /** Whoever wrote the mail that the notice is about; read from the stored message when it is sent. */
  | { readonly kind: 'mail-sender' }
  /** Who reported; of a delivery that goes by e-mail. */
  | { readonly kind: 'reporter' };
