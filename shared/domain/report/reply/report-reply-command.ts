/** What the first line of a reply about a report says, before anybody asks whether it can be done; names are still the writer's words. */
import type { Outcome } from '../state.ts';

export type ReportReplyCommand =
  /** TIẾP NHẬN. */
  | { readonly kind: 'accept' }
  /** TRẢ LỜI, ĐÃ XỬ LÝ, HẸN XỬ LÝ, GIẢI THÍCH, KHÔNG CÓ CƠ SỞ: what the citizen is told. */
  | { readonly kind: 'answer'; readonly outcome: Outcome; readonly text: string }
  /** TIẾN ĐỘ: … */
  | { readonly kind: 'progress'; readonly text: string }
  /** TỔNG HỢP: …; `outcome` when the text begins with it. */
  | { readonly kind: 'consolidate'; readonly outcome?: Outcome; readonly text: string }
  /** KHÔNG THUỘC THẨM QUYỀN: reason; thuộc <unit>. */
  | { readonly kind: 'decline'; readonly text: string }
  /** CHUYỂN <unit>: reason. */
  | { readonly kind: 'forward'; readonly unit: string; readonly text: string }
  /** GIAO CHO <colleague>: reason. */
  | { readonly kind: 'hand-over'; readonly colleague: string; readonly text: string }
  /** GIỮ NGUYÊN: reason; who settles a dispute leaves the work where it is. */
  | { readonly kind: 'keep'; readonly text: string }
  /** DUYỆT. */
  | { readonly kind: 'approve' }
  /** TRẢ LẠI: reason. */
  | { readonly kind: 'return'; readonly text: string };

export type ReadReportReply =
  | { readonly kind: 'command'; readonly command: ReportReplyCommand; readonly note: string }
  /** CHUYỂN CHO: a unit or a colleague, which only the report can tell. */
  | { readonly kind: 'either'; readonly commands: readonly ReportReplyCommand[]; readonly note: string }
  | { readonly kind: 'unclear'; readonly line: string; readonly note: string }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'empty' };
