/** Every form that is printed for a case, as its address names it. */
export type PrintedForm =
  | 'receipt'
  | 'supplement-request'
  | 'refusal'
  | 'apology'
  | 'apology-draft'
  | 'process-control'
  | 'send-slip'
  | 'return-slip';

/** @param token of the secret link, for its owner; staff come with their session. @param form.baseUrl without a slash at the end. */
export function formAddress(
  { baseUrl, form, code }: { readonly baseUrl: string; readonly form: PrintedForm; readonly code: string },
  token?: string,
): string {
  const address = `${baseUrl}/forms/${form}/${code}`;
  return token === undefined ? address : `${address}?k=${encodeURIComponent(token)}`;
}
