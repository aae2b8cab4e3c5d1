/** One slip of the fingers: a letter too many, one missing, one wrong, or two exchanged. */
export function isOneSlipAway(written: string, meant: string): boolean {
  if (written === meant) return false;
  const at = commonStart(written, meant);
  const after = (text: string, skipped: number) => text.slice(at + skipped);
  const wrong = after(written, 1) === after(meant, 1);
  const tooMany = after(written, 1) === after(meant, 0);
  const missing = after(written, 0) === after(meant, 1);
  const exchanged =
    written[at] === meant[at + 1] && written[at + 1] === meant[at] && after(written, 2) === after(meant, 2);
  return wrong || tooMany || missing || exchanged;
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
