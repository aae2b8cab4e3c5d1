/** The frame of every page: readable on a phone, without script, high contrast, keyboard first, and printable. */
import type { Language } from './http.ts';
import { html, type Html } from './html.ts';

export interface Page {
  /** Vietnamese first; also the heading of the browser's tab. */
  readonly title: string;
  readonly body: Html;
  readonly language?: Language;
  /** Rules for paper, such as `@page { size: A5 }`; from our code only. */
  readonly printCss?: string;
  /** Who is signed in, shown at the top. */
  readonly signedIn?: string;
}

const styles = `
:root { --ink: #1a1a1a; --paper: #fff; --line: #595959; --accent: #0b4f8a; --accent-ink: #fff; --wrong: #a40000; --quiet: #f2f4f7; --gap: 1rem; color-scheme: light; }
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: var(--gap); top: var(--gap); background: var(--paper); padding: .5rem; z-index: 1; }
.top, .bottom, main { max-width: 46rem; margin: 0 auto; padding: var(--gap); }
.top { border-bottom: 3px solid var(--accent); display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem; }
.top p, .bottom p { margin: 0; }
.bottom { border-top: 1px solid var(--line); margin-top: 2rem; font-size: .9rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
label, legend { display: block; font-weight: 600; margin-top: var(--gap); }
fieldset { border: 1px solid var(--line); margin: var(--gap) 0; padding: 0 var(--gap) var(--gap); }
input:not([type=radio]):not([type=checkbox]), select, textarea { width: 100%; min-height: 2.75rem; padding: .5rem; font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--line); border-radius: 2px; }
input[aria-invalid=true], textarea[aria-invalid=true] { border-color: var(--wrong); }
button, .button { display: inline-block; min-height: 2.75rem; margin-top: var(--gap); padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: var(--accent-ink); background: var(--accent); border: 2px solid var(--accent); border-radius: 2px; text-decoration: none; cursor: pointer; }
.quiet { background: var(--quiet); padding: var(--gap); }
.wrong { border-left: 6px solid var(--wrong); padding-left: var(--gap); }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem var(--gap); }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
p, li, code { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@media (prefers-contrast: more) { :root { --ink: #000; --line: #000; --accent: #003366; } }
@media print { .top, .bottom, .skip, form, .screen-only { display: none; } main { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
`;

export function page({ title, body, language = 'vi', printCss, signedIn }: Page): string {
  const words = frameWords[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} | Một cửa 1022</title>
<style>${html.trusted(styles)}${printCss !== undefined && html.trusted(`@media print { ${printCss} }`)}</style>
</head>
<body>
<a class="skip" href="#noi-dung">${words.skip}</a>
<header class="top"><p><strong>Một cửa 1022</strong></p>${signedIn !== undefined && html`<p>${words.signedIn} ${signedIn}</p>`}</header>
<main id="noi-dung" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer class="bottom"><p>${words.help}</p></footer>
</body>
</html>`.toString();
}

const frameWords: Readonly<
  Record<Language, { readonly skip: string; readonly signedIn: string; readonly help: string }>
> = {
  vi: { skip: 'Tới nội dung chính', signedIn: 'Đang làm việc:', help: 'Cần giúp đỡ: gọi 1022.' },
  en: { skip: 'Skip to content', signedIn: 'Signed in:', help: 'Need help? Call 1022.' },
};
