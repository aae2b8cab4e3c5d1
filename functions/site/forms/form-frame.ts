/** The frame that every form shares: two-line agency heading, national motto, code with QR, place and date, signatures. */
import { html, type Html } from '../../../shared/shell/html.ts';
import type { FormTitle } from '../../../shared/domain/catalogue/catalogue.ts';

export interface FormFrame {
  readonly title: FormTitle;
  readonly heading: readonly [string, string];
  /** Mã hồ sơ, or the record's own number. */
  readonly code: { readonly label: string; readonly value: string };
  readonly qr: Html;
  /** "Phú Lợi, ngày 23 tháng 11 năm 2026". */
  readonly placeAndDate: string;
  /** "Quyển số …; Số thứ tự …" of the receipt, or "Số …/…" of the other forms. */
  readonly book?: { readonly volume: string; readonly number: string };
  readonly number?: string;
  /** Not in force: said at the head of the paper, so that a copy of it is never taken for the paper itself. */
  readonly draft?: string;
  readonly body: Html;
  readonly signatures: readonly [Signature] | readonly [Signature, Signature];
}

export interface Signature {
  readonly role: string;
  readonly name?: string;
}

export function formPage(form: FormFrame): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${form.title.title} ${form.code.value}</title>
<style>${html.trusted(styles(form.title.paper))}</style>
</head>
<body>
<main class="sheet">
${form.draft !== undefined && html`<p class="draft"><strong>${form.draft.toLocaleUpperCase('vi')}</strong></p>`}
<header class="top">
<p class="agency"><span>${form.heading[0].toLocaleUpperCase('vi')}</span><br><strong>${form.heading[1].toLocaleUpperCase('vi')}</strong></p>
<p class="motto"><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong><br><strong class="rule">Độc lập - Tự do - Hạnh phúc</strong></p>
</header>
<div class="line"><p>${form.code.label}: <strong>${form.code.value}</strong></p><p class="date"><em>${form.placeAndDate}</em></p></div>
<div class="name"><div><h1>${form.title.title.toLocaleUpperCase('vi')}</h1>
<p class="small">${form.title.number !== '' && `(${form.title.number})`}${form.book && ` Quyển số: ${form.book.volume} · Số thứ tự: ${form.book.number}`}${form.number !== undefined && ` Số: ${form.number}`}</p></div>
<div class="qr">${form.qr}</div></div>
${form.body}
<footer class="signatures${form.signatures.length === 1 && ' alone'}">
${form.signatures.map(
  (signature) =>
    html`<div><p><strong>${signature.role.toLocaleUpperCase('vi')}</strong><br><em>(Ký và ghi rõ họ tên)</em></p><p class="signed">${signature.name ?? ''}</p></div>`,
)}
</footer>
</main>
</body>
</html>`.toString();
}

function styles(paper: 'A4' | 'A5'): string {
  const size = paper === 'A5' ? { width: '148mm', font: '9pt' } : { width: '210mm', font: '12pt' };
  return `
@page { size: ${paper} portrait; margin: 7mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #e9e9e9; color: #000; font: ${size.font}/1.2 "Times New Roman", "Liberation Serif", "Noto Serif", serif; }
.sheet { background: #fff; max-width: ${size.width}; margin: 1rem auto; padding: 9mm; }
.top { display: flex; justify-content: space-between; gap: 4mm; text-align: center; }
.top p { margin: 0; }
.agency { flex: 1; }
.motto { white-space: nowrap; }
.rule { border-bottom: 1px solid #000; padding-bottom: 1px; }
.line { display: flex; justify-content: space-between; gap: 4mm; margin-top: 3mm; flex-wrap: wrap; }
.line p { margin: 0; }
.name { display: flex; align-items: center; justify-content: space-between; gap: 3mm; margin: 2mm 0; }
.name > div:first-child { flex: 1; text-align: center; }
h1 { font-size: 1.25em; margin: 0; }
h1, .agency { text-wrap: balance; }
.small { margin: 0; font-size: .9em; }
.qr svg { width: 20mm; height: 20mm; display: block; }
p { margin: .15em 0; }
p, li { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 1.5mm 0; font-size: .95em; }
th, td { border: 1px solid #000; padding: .6mm 1.2mm; vertical-align: top; text-align: left; overflow-wrap: break-word; }
th { text-align: center; }
td.number { text-align: center; }
ol { margin: .2em 0; padding-left: 1.6em; }
.signatures { display: flex; justify-content: space-around; gap: 4mm; text-align: center; margin-top: 4mm; break-inside: avoid; }
.signatures.alone { justify-content: flex-end; }
.signatures.alone > div { min-width: 45%; }
.signatures p { margin: 0; }
.draft { border: 2px solid #000; padding: 1mm; margin: 0 0 3mm; text-align: center; letter-spacing: .05em; }
.signed { padding-top: 11mm; }
.wide { overflow-x: auto; }
@media (max-width: 480px) { .top { flex-direction: column; gap: 2mm; } .motto { white-space: normal; } .wide table { min-width: var(--wide, 34rem); } .sheet { padding: 5mm; margin: 0; } }
@media print { body { background: none; } .sheet { max-width: none; margin: 0; padding: 0; } .top { flex-direction: row; } .wide { overflow: visible; } .wide table { min-width: 0; } }
`;
}
