/**
 * A text in as many messages as the channel's longest one asks for, cut between words and numbered `(1/3) …`, so that the reader knows that
 * more comes. Characters are UTF-16 units, as providers count them; no letter is ever cut in two.
 */
export function cutText(text: string, longest: number): readonly string[] {
  const whole = text.trim();
  if (whole.length <= longest) return [whole];
  // With more parts their numbers take more room, which may make one part more.
  for (let digits = 1; ; digits += 1) {
    const room = longest - `(/) `.length - 2 * digits;
    if (room < 1) throw new Error(`messages of ${String(longest)} characters are too short to be numbered`);
    const parts = pieces(whole, Math.max(room, 2));
    if (String(parts.length).length <= digits) {
      return parts.map((part, index) => `(${String(index + 1)}/${String(parts.length)}) ${part}`);
    }
  }
}

function pieces(text: string, room: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const at = lastBorder(rest, room);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** After the last word that fits; a word that is longer than all the room is cut, between two letters. */
function lastBorder(text: string, room: number): number {
  const border = text.slice(0, room + 1).search(/\s\S*$/u);
  if (border > 0) return border;
  const code = text.charCodeAt(room - 1);
  const cutsPair = code >= 0xd800 && code <= 0xdbff;
  return cutsPair ? room - 1 : room;
}
