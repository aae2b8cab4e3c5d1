/** The papers of BỔ SUNG: in the line, separated by semicolons, and as a list right under it. */
import { reasonAt } from './details.ts';
import { findText, textFrom, type Line } from './parts.ts';

export interface ListedItems {
  readonly items: readonly string[];
  readonly reason?: string;
  /** Lines that belong to neither. */
  readonly rest: readonly string[];
}

const BULLET = /^\s*(?:[-–—*•+·▪]|\(?[0-9]{1,2}[.)]|\(?[a-zđ][.)])\s+(?=\S)/iu;
const REASON = /^\s*(?:[-–—*•+]\s*)?(?:lý|lí|ly) do\s*[:：]\s*(.+)$/iu;
const MOST_ITEMS = 30;
const LONGEST_PLAIN_ITEM = 120;

export function itemsOfLine(parts: Line, at: number): Omit<ListedItems, 'rest'> {
  const mark = findText(parts, at, ['lý do', 'vì']);
  const papers = textFrom(parts, at, mark === -1 ? parts.words.length : mark);
  const items = papers.split(';').flatMap((item) => cleaned(item));
  if (mark === -1) return { items };
  const reason = textFrom(parts, reasonAt(parts, mark));
  return reason === '' ? { items } : { items, reason };
}

/** `plain`: the line ended with a colon and nothing after it, so that lines without a bullet are items too, up to an empty line. */
export function itemsBelow(below: readonly string[], plain: boolean): ListedItems {
  const lines = below[0]?.trim() === '' && (plain || BULLET.test(below[1] ?? '')) ? below.slice(1) : below;
  const items: string[] = [];
  let reason: string | undefined;
  let used = 0;
  for (const line of lines) {
    const said = REASON.exec(line)?.[1];
    const listed = BULLET.test(line) || (plain && line.trim() !== '' && line.length <= LONGEST_PLAIN_ITEM);
    if (said !== undefined && reason === undefined) reason = said.trim();
    else if (!listed || items.length === MOST_ITEMS || reason !== undefined) break;
    else items.push(...cleaned(line.replace(BULLET, '')));
    used += 1;
  }
  const nothing = items.length === 0;
  return { items, rest: nothing ? below : lines.slice(used), ...(reason !== undefined && !nothing && { reason }) };
}

function cleaned(item: string): readonly string[] {
  const text = item
    .replace(/^[\s,."'“”-]{1,20}/u, '')
    .replace(/[\s.,;:"'“”]{1,20}$/u, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(text) ? [text] : [];
}
