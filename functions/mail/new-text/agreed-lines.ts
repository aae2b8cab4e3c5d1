/**
 * Lines of the plain part that the HTML part holds to be new too. Some programs mark a quote in only one of the two. The parts wrap, list and emphasise
 * differently, so letters alone are compared, in order. When they differ on how it begins, nothing is certain: the first line is the one that acts.
 */
import { lettersOf } from './mail-lines.ts';

/** Letters of a line that must be found, and letters further on that are looked at for them: keeps the time proportional to the mail. */
const NEEDLE = 80;
const AHEAD = 3000;
/** What programs add to the plain part alone: targets of links, names of pictures. */
const added = /<(?:https?|mailto|cid|tel):[^<>\s]{1,2000}>|\[(?:cid|image|https?):[^[\]\n]{1,300}\]/giu;

export function agreedLines(plain: readonly string[], fromHtml: readonly string[]): readonly string[] {
  const letters = lettersOf(fromHtml.join('\n'));
  const agreed: string[] = [];
  let at = 0;
  for (const line of plain) {
    const needle = lettersOf(line.replaceAll(added, '')).slice(0, NEEDLE);
    if (needle === '') {
      // A number or an empty line: only below words.
      if (agreed.length > 0) agreed.push(line);
      continue;
    }
    const found = letters.slice(at, at + AHEAD).indexOf(needle);
    if (at === 0 && found !== 0) return [];
    if (found < 0) continue;
    at += found + needle.length;
    agreed.push(line);
  }
  return agreed;
}
