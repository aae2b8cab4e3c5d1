/** Who reported what, in their own words; apart from the record, in the table of people. */
export interface ReportPeople {
  readonly name: string;
  /** Home address (địa chỉ). */
  readonly address: string;
  /** E.164. */
  readonly phone: string;
  readonly email?: string;
  /** Tóm tắt, in the reporter's words. */
  readonly summary: string;
  /** Nội dung, faithfully. */
  readonly content: string;
  /** Where it is, in the reporter's words. */
  readonly place?: string;
  /** What the reporter said later, oldest first: answers to questions, reasons to reopen, comments to a rating. */
  readonly later: readonly { readonly at: string; readonly text: string }[];
  readonly fileNames: Readonly<Record<string, string>>;
  /** Contacts that were proven: the reporter wrote from there, or repeated a code sent there. Only these are sent contents. */
  readonly proven: readonly ('phone' | 'email')[];
}
