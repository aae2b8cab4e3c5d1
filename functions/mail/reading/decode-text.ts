/**
 * A text part's bytes as text. postal-mime knows the names of character sets and joins flowed lines (RFC 3676); before it, what Vietnamese mails
 * get wrong: no name at all, UTF-8 under the name of an older set, UTF-7 of old Exchange servers, and names that nobody knows.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import PostalMime from 'postal-mime';
import { cleanMailText } from './clean-mail-text.ts';

/** Names under which UTF-8 is met. What reads as UTF-8 and is not plain ASCII is hardly ever anything else. */
const oftenWrong = new Set(['', 'us-ascii', 'ascii', 'iso-8859-1', 'latin1', 'windows-1252', 'cp1252', 'windows-1258']);
/** No name, or one that says nothing: then the older Vietnamese set. */
const saysNothing =
  /^(?:|us-ascii|ascii|7bit|8bit|binary|default|none|unknown|unknown-8bit|x-unknown|x-viet-.*|cp-?1258|x-cp1258)$/u;
const UTF_7 = /^(?:unicode-1-1-|x-unicode-2-0-|cs)?utf-?7(?:-imap)?$/u;

export async function decodeText(
  bytes: Uint8Array,
  declared: { readonly charset?: string; readonly parameters: string },
): Promise<string> {
  const name = (declared.charset ?? '').trim().toLowerCase();
  if (UTF_7.test(name)) return cleanMailText(decodeUtf7(Buffer.from(bytes).toString('latin1')));
  const charset = charsetOf(bytes, name);
  const flowed = /format=["\s]*flowed/iu.test(declared.parameters);
  if (!flowed && (charset === 'utf-8' || charset === 'windows-1258'))
    return cleanMailText(new TextDecoder(charset).decode(bytes));
  const delSp = /delsp=["\s]*yes/iu.test(declared.parameters) ? '; delsp=yes' : '';
  // In base64, whatever it was in: postal-mime keeps an object for each line of anything else.
  const { text } = await PostalMime.parse(
    `Content-Type: text/plain; charset="${charset.replaceAll(/[^\w.:+-]/gu, '')}"${flowed ? `; format=flowed${delSp}` : ''}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString('base64')}`,
  );
  return cleanMailText(text ?? '');
}

function charsetOf(bytes: Uint8Array, name: string): string {
  const isPlain = isAscii(bytes);
  if (isUtf8(bytes) && (oftenWrong.has(name) || saysNothing.test(name)) && !(isPlain && name === 'iso-2022-jp'))
    return 'utf-8';
  if (saysNothing.test(name)) return 'windows-1258';
  return name;
}

/** RFC 2152: between + and - stands UTF-16 in base64. */
function decodeUtf7(text: string): string {
  return text.replaceAll(/\+([A-Za-z0-9+/]*)-?/gu, (_, encoded: string) =>
    encoded === '' ? '+' : new TextDecoder('utf-16be').decode(Buffer.from(encoded, 'base64')),
  );
}
