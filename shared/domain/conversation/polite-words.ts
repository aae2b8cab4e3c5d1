/** Thanks and greetings: a whole message of nothing else is answered with nothing, or with how to report. */
type Polite = { readonly kind: 'thanks' } | { readonly kind: 'greeting' };

const THANKS = new Set([
  'cam on',
  'thank you',
  'thanks',
  'thank',
  'tks',
  'thx',
  'ok',
  'oke',
  'okay',
  'oki',
  'okie',
  'da',
  'vang',
  'da roi',
  'good',
]);
const GREETINGS = new Set([
  'xin chao',
  'chao',
  'alo',
  'hello',
  'hi',
  'hey',
  'help',
  'huong dan',
  'tro giup',
  'menu',
  'bat dau',
  'start',
]);
/** Stand beside them and say nothing more. */
const FILLING = new Set(
  'a ad admin anh ban bac bot buoi chi cac cho chieu chu co da duoc em gi good hieu hotline ich lam minh morning much nha nhan nhe nhieu nhung oi ong qua quy rat roi sang so team toi tong dai trung tam u very vay 1022'.split(
    ' ',
  ),
);
const MOST_WORDS = 8;

/** @param plain lower case, without marks. */
export function isPolite(plain: string): Polite | undefined {
  if (/^\?+$/u.test(plain)) return { kind: 'greeting' };
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  // Only signs, hearts or thumbs.
  if (words.length === 0) return { kind: 'thanks' };
  if (words.length > MOST_WORDS || plain.includes('\n')) return undefined;
  const kinds = new Set<Polite['kind']>();
  for (let at = 0; at < words.length;) {
    const one = words[at] ?? '';
    const two = `${one} ${words[at + 1] ?? ''}`;
    if (THANKS.has(two) || GREETINGS.has(two)) {
      kinds.add(THANKS.has(two) ? 'thanks' : 'greeting');
      at += 2;
      continue;
    }
    if (THANKS.has(one)) kinds.add('thanks');
    else if (GREETINGS.has(one)) kinds.add('greeting');
    else if (!FILLING.has(one)) return undefined;
    at += 1;
  }
  if (kinds.has('thanks')) return { kind: 'thanks' };
  return kinds.has('greeting') ? { kind: 'greeting' } : undefined;
}
