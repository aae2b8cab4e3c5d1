/**
 * How mail programs write an answer, made from what was answered and what is quoted: for the corpus of mails and for properties over all of them.
 * Shapes as the programs leave them in 2026, names and addresses of our own.
 */
export interface Original {
  /** Plain text of the mail that is answered. */
  readonly text: string;
  readonly name: string;
  readonly address: string;
}

export interface Body {
  readonly text: string;
  readonly html: string;
}

export interface ClientShape {
  readonly name: string;
  /** The answer above the quote. */
  top(answer: string, original: Original): Body;
  /** Answers below the lines of the original that they answer; only where quoted lines carry marks. */
  between?(answers: readonly (readonly [afterLine: number, answer: string])[], original: Original): Body;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function divs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : escapeHtml(line)}</div>`)
    .join('');
}

function breaks(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>\n');
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p class=MsoNormal>${line === '' ? '&nbsp;' : escapeHtml(line)}<o:p></o:p></p>`)
    .join('\n');
}

export function marked(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}

type HeaderWords = Readonly<Record<'from' | 'sent' | 'to' | 'subject' | 'when', string>>;

const vietnamese: HeaderWords = {
  from: 'Từ',
  sent: 'Đã gửi',
  to: 'Đến',
  subject: 'Chủ đề',
  when: 'Thứ Hai, 23 Tháng Mười Một 2026 9:12 SA',
};
const english: HeaderWords = {
  from: 'From',
  sent: 'Sent',
  to: 'To',
  subject: 'Subject',
  when: 'Monday, November 23, 2026 9:12 AM',
};
const ANSWERER = 'Lê Văn An <an.lv@phuong-a.example>';
const SUBJECT = '[H29.18-261123-0001] Hồ sơ cần xử lý';

function headerLines(
  words: HeaderWords,
  { name, address }: Original,
  bold: (label: string) => string,
): readonly string[] {
  return [
    `${bold(`${words.from}:`)} ${name} <${address}>`,
    `${bold(`${words.sent}:`)} ${words.when}`,
    `${bold(`${words.to}:`)} ${ANSWERER}`,
    `${bold(`${words.subject}:`)} ${SUBJECT}`,
  ];
}

const plainLabel = (label: string) => label;

function htmlHeaders(words: HeaderWords, original: Original): string {
  return headerLines(words, original, (label) => `\u0001${label}\u0002`)
    .map((line) => escapeHtml(line).replace('\u0001', '<b>').replace('\u0002', '</b>'))
    .join('<br>\n');
}

/** Web and new Outlook: a line of underscores in the plain part, `divRplyFwdMsg` in HTML. */
function outlook(name: string, words: HeaderWords): ClientShape {
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n${'_'.repeat(32)}\n${headerLines(words, original, plainLabel).join('\n')}\n\n${original.text}`,
      html: `<html><head><style type="text/css" style="display:none;">P {margin-top:0;margin-bottom:0;}</style></head><body dir="ltr"><div class="elementToProof" style="font-family: Aptos">${breaks(answer)}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif">${htmlHeaders(words, original)}</font><div>&nbsp;</div></div><div>${paragraphs(original.text)}</div></body></html>`,
    }),
  };
}

/** The desktop program: Word writes its HTML, and the plain part has the headers alone. */
function outlookDesktop(name: string, words: HeaderWords): ClientShape {
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n \n\n${headerLines(words, original, plainLabel).join(' \n')}\n\n \n\n${original.text}`,
      html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--></head><body lang=VI><div class=WordSection1>${paragraphs(answer)}<p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>${htmlHeaders(words, original)}<o:p></o:p></p></div></div>${paragraphs(original.text)}</div></body></html>`,
    }),
  };
}

interface AttributedWords {
  readonly name: string;
  sentence(original: Original): string;
}

type Answers = readonly (readonly [afterLine: number, answer: string])[];

/** Stretches of the original with the answers after them. */
function stretches(
  { text }: Original,
  answers: Answers,
): readonly (readonly [quoted: string, answer: string | undefined])[] {
  const lines = text.split('\n');
  let from = 0;
  const found = answers.map(([after, answer]) => {
    const stretch = lines.slice(from, after).join('\n');
    from = after;
    return [stretch, answer] as const;
  });
  return from < lines.length ? [...found, [lines.slice(from).join('\n'), undefined]] : found;
}

function plainBetween(original: Original, answers: Answers): string {
  return stretches(original, answers)
    .map(([quoted, answer]) => (answer === undefined ? marked(quoted) : `${marked(quoted)}\n\n${answer}\n`))
    .join('\n');
}

function htmlBetween(original: Original, answers: Answers, open: string): string {
  return stretches(original, answers)
    .map(
      ([quoted, answer]) => `${open}${divs(quoted)}</blockquote>${answer === undefined ? '' : divs(`\n${answer}\n`)}`,
    )
    .join('');
}

function gmail({ name, sentence }: AttributedWords): ClientShape {
  const open =
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">';
  // Gmail breaks the plain part at 78 characters, the sentence too.
  const broken = (original: Original) => sentence(original).replace(/ (?=\S+ <)|(?<=<)(?=\S+@)/u, () => '\n');
  const attribution = (original: Original) =>
    `<div dir="ltr" class="gmail_attr">${escapeHtml(sentence(original))}<br></div>`;
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n${broken(original)}\n\n${marked(original.text)}\n`,
      html: `<div dir="ltr">${divs(answer)}</div><br><div class="gmail_quote gmail_quote_container">${attribution(original)}${open}${divs(original.text)}</blockquote></div>`,
    }),
    between: (answers, original) => ({
      text: `${broken(original)}\n\n${plainBetween(original, answers)}\n`,
      html: `<div dir="ltr"><div dir="ltr"></div><br><div class="gmail_quote gmail_quote_container">${attribution(original)}${htmlBetween(original, answers, open)}</div></div>`,
    }),
  };
}

function apple({ name, sentence }: AttributedWords, device: string): ClientShape {
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n${device}\n\n${sentence(original)}\n\n${marked(original.text)}\n`,
      html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">${divs(answer)}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">${device}</div><div dir="ltr"><br><blockquote type="cite">${escapeHtml(sentence(original))}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${divs(original.text)}</div></blockquote></body></html>`,
    }),
    between: (answers, original) => ({
      text: `${sentence(original)}\n\n${plainBetween(original, answers)}\n`,
      html: `<html><body style="overflow-wrap: break-word;"><div><blockquote type="cite"><div>${escapeHtml(sentence(original))}</div></blockquote></div>${htmlBetween(original, answers, '<blockquote type="cite">')}</body></html>`,
    }),
  };
}

function zimbra(name: string, words: HeaderWords, to: string): ClientShape {
  const lines = (original: Original) => [
    `${words.from}: "${original.name}" <${original.address}>`,
    `${to}: "Lê Văn An" <an.lv@phuong-a.example>`,
    `${words.sent}: ${words.when}`,
    `${words.subject}: ${SUBJECT}`,
  ];
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n${lines(original).join('\n')}\n\n${original.text}\n`,
      html: `<html><body><div style="font-family: arial, helvetica, sans-serif; font-size: 12pt; color: #000000">${divs(answer)}<div><br></div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">${lines(
        original,
      )
        .map(
          (line) =>
            `<b>${escapeHtml(line.slice(0, line.indexOf(':') + 1))}</b>${escapeHtml(line.slice(line.indexOf(':') + 1))}<br>`,
        )
        .join(
          '',
        )}</div><div><br></div><div data-marker="__QUOTED_TEXT__">${divs(original.text)}</div></div></body></html>`,
    }),
  };
}

/** The same with "use prefix for original text", and its line of dashes. */
function zimbraMarked(name: string, title: string, words: HeaderWords): ClientShape {
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n----- ${title} -----\n${marked(`${headerLines(words, original, plainLabel).join('\n')}\n\n${original.text}`)}\n`,
      html: `<html><body>${divs(answer)}<hr id="zwchr"><blockquote style="border-left:2px solid #1010FF;margin-left:5px;padding-left:5px;">${htmlHeaders(words, original)}<br><br>${divs(original.text)}</blockquote></body></html>`,
    }),
  };
}

/** Its plain part quotes by leading spaces, without marks. */
function yahoo({ name, sentence }: AttributedWords): ClientShape {
  return {
    name,
    top: (answer, original) => ({
      text: ` ${answer}\n\n    ${sentence(original)}  \n \n ${original.text.replaceAll('\n', '\n ')}  `,
      html: `<html><head></head><body><div class="ydp1a2b3cyahoo-style-wrap" style="font-family:Helvetica Neue"><div></div><div dir="ltr" data-setdir="false">${breaks(answer)}</div><div><br></div></div><div id="ydp4d5e6fyahoo_quoted_1234567890" class="ydp4d5e6fyahoo_quoted"><div style="font-family:'Helvetica Neue'"><div>${escapeHtml(sentence(original))}</div><div><br></div><div>${divs(original.text)}</div></div></div></body></html>`,
    }),
  };
}

function thunderbird({ name, sentence }: AttributedWords): ClientShape {
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n${sentence(original)}\n${marked(original.text)}\n`,
      html: `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body><p>${breaks(answer)}</p><div class="moz-cite-prefix">${escapeHtml(sentence(original))}<br></div><blockquote type="cite" cite="mid:notice.1@mot-cua.example">${breaks(original.text)}</blockquote></body></html>`,
    }),
    between: (answers, original) => ({
      text: `${sentence(original)}\n${plainBetween(original, answers)}\n`,
      html: `<!DOCTYPE html><html><body><div class="moz-cite-prefix">${escapeHtml(sentence(original))}<br></div>${htmlBetween(original, answers, '<blockquote type="cite">')}</body></html>`,
    }),
  };
}

/** Phones: a title between dashes, headers on lines of their own, and no marks. */
function phone(name: string, title: string, words: HeaderWords): ClientShape {
  return {
    name,
    top: (answer, original) => ({
      text: `${answer}\n\n\n-------- ${title} --------\n${headerLines(words, original, plainLabel).join('\n')}\n\n${original.text}\n`,
      html: `<html><body dir="auto"><div dir="auto">${breaks(answer)}</div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">${words.from === 'Từ' ? 'Đã gửi từ thiết bị Galaxy của tôi' : 'Sent from my Galaxy'}</div></div><div dir="auto"><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- ${title} --------</div><div>${headerLines(
        words,
        original,
        plainLabel,
      )
        .map((line) => `${escapeHtml(line)} </div><div>`)
        .join('')}</div></div>${divs(original.text)}</body></html>`,
    }),
  };
}

const written = {
  gmailVi: ({ name, address }: Original) => `Vào Th 2, 23 thg 11, 2026 vào lúc 09:12 ${name} <${address}> đã viết:`,
  gmailEn: ({ name, address }: Original) => `On Mon, Nov 23, 2026 at 9:12 AM ${name} <${address}> wrote:`,
  appleVi: ({ name, address }: Original) => `Vào ngày 23 thg 11, 2026, lúc 09:12, ${name} <${address}> đã viết:`,
  appleEn: ({ name, address }: Original) => `On 23 Nov 2026, at 09:12, ${name} <${address}> wrote:`,
  yahooVi: ({ name, address }: Original) =>
    `Vào Thứ Hai, 23 tháng 11, 2026 lúc 09:12:33 GMT+7, ${name} <${address}> đã viết:`,
  yahooEn: ({ name, address }: Original) =>
    `On Monday, November 23, 2026 at 09:12:33 AM GMT+7, ${name} <${address}> wrote:`,
  thunderbirdVi: ({ name }: Original) => `Vào lúc 09:12 23/11/2026, ${name} viết:`,
  thunderbirdEn: ({ name }: Original) => `On 11/23/26 09:12, ${name} wrote:`,
};

export const CLIENT_SHAPES: readonly ClientShape[] = [
  outlook('outlook-vi', vietnamese),
  outlook('outlook-en', english),
  outlookDesktop('outlook-desktop-vi', vietnamese),
  outlookDesktop('outlook-desktop-en', english),
  gmail({ name: 'gmail-vi', sentence: written.gmailVi }),
  gmail({ name: 'gmail-en', sentence: written.gmailEn }),
  apple({ name: 'apple-vi', sentence: written.appleVi }, 'Đã gửi từ iPhone của tôi'),
  apple({ name: 'apple-en', sentence: written.appleEn }, 'Sent from my iPhone'),
  zimbra('zimbra-vi', vietnamese, 'Tới'),
  zimbra('zimbra-en', english, 'To'),
  zimbraMarked('zimbra-marked-vi', 'Thư gốc', { ...vietnamese, to: 'Tới' }),
  zimbraMarked('zimbra-marked-en', 'Original Message', english),
  yahoo({ name: 'yahoo-vi', sentence: written.yahooVi }),
  yahoo({ name: 'yahoo-en', sentence: written.yahooEn }),
  thunderbird({ name: 'thunderbird-vi', sentence: written.thunderbirdVi }),
  thunderbird({ name: 'thunderbird-en', sentence: written.thunderbirdEn }),
  phone('samsung-vi', 'Tin nhắn gốc', vietnamese),
  phone('samsung-en', 'Original message', english),
];
