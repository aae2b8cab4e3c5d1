/** What the first line of a reply says, before anybody asks whether it can be done. */

/** A command as it was written; names, codes and papers are still the writer's words. */
export type ReplyCommand =
  /** TIẾP NHẬN, ĐÃ NHẬN. */
  | { readonly kind: 'accept' }
  /** BỔ SUNG: bản sao CCCD; tờ khai chưa ký. Lý do: …; the items may also stand as a list under the line. */
  | { readonly kind: 'supplement'; readonly items: readonly string[]; readonly reason?: string }
  /** TRẢ LỜI: …, Ý KIẾN: … */
  | { readonly kind: 'answer'; readonly text: string }
  /** LẤY Ý KIẾN <unit>: question. */
  | { readonly kind: 'consult'; readonly unit: string; readonly question?: string; readonly workingHours?: number }
  /** CHUYỂN <unit's code or name>: reason. */
  | { readonly kind: 'forward'; readonly unit: string; readonly reason?: string }
  /** GIA HẠN 3 NGÀY: reason (working days). */
  | { readonly kind: 'extend'; readonly workingDays?: number; readonly reason?: string }
  /** TỪ CHỐI số 12/TB-UBND: reason. */
  | { readonly kind: 'refuse'; readonly number?: string; readonly reason?: string }
  /** HOÀN THÀNH, XONG; with the number of the result where the step decides: HOÀN THÀNH số 15/GP. */
  | { readonly kind: 'done'; readonly number?: string; readonly note?: string }
  /** GIAO CHO <colleague>: reason, BÀN GIAO …, CHUYỂN CHO <colleague>. */
  | { readonly kind: 'hand-over'; readonly colleague: string; readonly reason?: string }
  /** DỪNG: reason. */
  | { readonly kind: 'stop'; readonly reason?: string }
  /** TẠM DỪNG: reason. */
  | { readonly kind: 'pause'; readonly reason?: string }
  /** TIẾP TỤC. */
  | { readonly kind: 'resume' }
  /** ĐỒNG Ý: what was prepared or asked. */
  | { readonly kind: 'confirm' };

export type ReadReply =
  | { readonly kind: 'command'; readonly command: ReplyCommand; readonly note: string }
  /** The line can mean more than one thing (CHUYỂN to a unit or to a colleague): which, only the case can tell. */
  | { readonly kind: 'either'; readonly commands: readonly ReplyCommand[]; readonly note: string }
  /** Looks like a command and is none we know, or two commands in one line. */
  | { readonly kind: 'unclear'; readonly line: string; readonly note: string }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'empty' };
