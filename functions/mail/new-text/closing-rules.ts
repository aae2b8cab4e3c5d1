/** What stands below a person's words in every mail of theirs: signature, device, legal footer. */
import type { MailLine } from './mail-lines.ts';

export interface ClosingRule {
  readonly name: string;
  /** The rest of what was written goes, or this line alone. */
  readonly takes: 'rest' | 'line';
  /** @param at place among the person's own lines, quotes already gone. */
  matches(lines: readonly MailLine[], at: number): boolean;
}

const closing =
  /^(?:(?:xin )?(?:tran trong|chan thanh)(?: cam on| kinh chao)?|kinh thu|kinh chao|kinh|than(?: ai| men| chao)?|chao than ai|(?:best|kind|warm|many)? ?regards|(?:yours )?(?:sincerely|faithfully|truly)|best(?: wishes)?|br|b\/r|cheers)(?: ?[/&] ?(?:best|kind|warm)? ?regards)? ?[,.!…]*$/u;
/** These may also begin a mail, so they close only what stands above them. */
const thanks =
  /^(?:xin )?(?:cam on(?: (?:anh|chi|em|ong|ba|quy [a-z ]{1,20}))?|thanks?(?: you)?(?: (?:&|and) (?:best )?regards)?|many thanks|tks|thks) ?[,.!…]*$/u;

const device =
  /^(?:(?:da |duoc )?gui tu (?:iphone|ipad|dien thoai|thiet bi|yahoo mail|outlook|samsung|galaxy|thu|mail|gmail|may tinh|ung dung|zalo)|sent (?:from|via|with) (?:my |the )?(?:iphone|ipad|phone|mobile|samsung|galaxy|android|yahoo|outlook|mail|gmail|blackberry|windows|workspace|huawei|xiaomi|oppo|vivo|proton)|(?:get|lay|tai|nhan) outlook (?:for|cho|danh cho) |yahoo mail: |yahoo mail tren )/u;

const legalOpening =
  /^[*_#[( ]*(?:luu y|chu y|canh bao|thong bao|tuyen bo|khuyen cao|confidential|disclaimer|important|legal|privacy|notice|caution|email nay|e-mail nay|thu dien tu nay|thu nay|thong diep nay|thong tin trong|noi dung (?:email|thu)|this (?:e-?mail|message|communication)|the (?:information|contents)|nguoi nhan|please consider|hay (?:can nhac|nghi)|truoc khi in)/u;
const legalWords =
  /bao mat|bi mat|mien tru|khong phai la nguoi nhan|nguoi nhan (?:du dinh|duoc chi dinh|co chu dich)|confidential|privileged|intended (?:recipient|solely|only|for)|unauthori[sz]ed|before printing|khi in (?:email|thu)|in (?:email|thu) nay/u;
const aboutMail = /e-?mail|thu dien tu|thu nay|thong diep|message|tep dinh kem|communication|printing/u;

const contact =
  /^(?:dt|sdt|dtdd|tel|phone|mobile|mob|cell|hotline|fax|dien thoai|di dong|email|e-mail|mail|dia chi|address|website|web|chuc vu|don vi|co quan|m|t|e) ?[:.]|^(?:\+84|0)[\d .-]{8,13}$|^https?:\/\/|^www\./u;
/** Of the paragraph at the end. */
const LONGEST_BLOCK = 10;

export const CLOSING_RULES: readonly ClosingRule[] = [
  { name: 'two dashes', takes: 'rest', matches: (lines, at) => /^--[ \u00A0]?$/u.test(lines[at]?.raw ?? '') },
  { name: 'closing words', takes: 'rest', matches: (lines, at) => isClosing(lines, at) },
  { name: 'device', takes: 'line', matches: (lines, at) => device.test(lines[at]?.folded ?? '') },
  { name: 'legal footer', takes: 'rest', matches: isLegalFooter },
  { name: 'name and numbers', takes: 'rest', matches: isContactBlock },
];

function isClosing(lines: readonly MailLine[], at: number): boolean {
  const folded = lines[at]?.folded ?? '';
  if (folded.length > 60) return false;
  return closing.test(folded) || (thanks.test(folded) && lines.slice(0, at).some(({ blank }) => !blank));
}

function isLegalFooter(lines: readonly MailLine[], at: number): boolean {
  if (!legalOpening.test(lines[at]?.folded ?? '')) return false;
  const told: string[] = [];
  for (const line of lines.slice(at, at + 8)) {
    if (line.blank && told.length > 1) break;
    told.push(line.folded);
  }
  const all = told.join(' ');
  return legalWords.test(all) && aboutMail.test(all);
}

/** The last paragraph, when it is a name above at least one line of how to reach its bearer. Never the first: that is what was said. */
function isContactBlock(lines: readonly MailLine[], at: number): boolean {
  if (at === 0 || lines[at - 1]?.blank !== true) return false;
  const block = lines.slice(at, at + LONGEST_BLOCK + 1);
  const end = block.findIndex(({ blank }) => blank);
  const paragraph = end < 0 ? block : block.slice(0, end);
  if (paragraph.length > LONGEST_BLOCK || paragraph.length < 2) return false;
  if (lines.slice(at + paragraph.length, at + paragraph.length + 20).some(({ blank }) => !blank)) return false;
  return isName(paragraph[0]?.raw ?? '') && paragraph.slice(1).some(({ folded }) => contact.test(folded));
}

/** Two to six words, each with a capital: "Lê Văn An", "(Mr.) LE VAN AN". */
function isName(line: string): boolean {
  return (
    line.length <= 60 &&
    /^[\s*_(]*(?:\p{Lu}[\p{L}\p{M}'.]{0,12}[\s*_)]+){1,5}\p{Lu}[\p{L}\p{M}'.]{0,12}[\s*_),]*$/u.test(line)
  );
}
