import { html, type Html } from '../../../shared/shell/html.ts';
import type { MailBlock, MailContent, MailLine } from './mail-content.ts';
import { hasContent } from './render-text.ts';

/** The HTML part: the same content in one column, no image, no script, nothing loaded from elsewhere (it could be used to watch a reader). */
export function renderHtml(content: MailContent): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.subject}</title>
</head>
<body style="margin:0;padding:16px;background:#fff;color:#1a1a1a;font:16px/1.5 sans-serif">
<div style="max-width:600px;margin:0 auto;overflow-wrap:anywhere">
${
  content.marker === undefined
    ? ''
    : html`<p style="color:#444;font-size:14px">${content.marker}</p>
`
}<p>${content.greeting}</p>
${content.blocks.filter(hasContent).map(renderBlock)}
<p lang="en" style="color:#444;border-left:3px solid #bbb;padding-left:12px">${content.english}</p>
<p style="color:#444;font-size:14px">${content.signature.map((line) => html`${line}<br>`)}</p>
</div>
</body>
</html>
`.toString();
}

function renderBlock(block: MailBlock): Html {
  switch (block.kind) {
    case 'text':
      return html`<p style="white-space:pre-wrap">${block.text}</p>
`;
    case 'facts':
      return html`<table role="presentation" style="border-collapse:collapse;margin:12px 0">
${block.rows.map(
  ([
    label,
    value,
  ]) => html`<tr><td style="width:30%;padding:4px 12px 4px 0;vertical-align:top;color:#444">${label}:</td><td style="padding:4px 0;vertical-align:top"><strong>${value}</strong></td></tr>
`,
)}</table>
`;
    case 'items':
      return html`<p>${block.title}</p>
<ol>${block.items.map((item) => html`<li>${item}</li>`)}</ol>
`;
    case 'links':
      return html`<p>${block.title}</p>
${block.links.map(
  (
    link,
  ) => html`<p style="margin:8px 0"><a href="${link.url}" style="display:inline-block;padding:12px 16px;border:2px solid #0b57d0;border-radius:4px;color:#0b57d0;text-decoration:none"><strong>${link.label}</strong></a></p>
`,
)}`;
    case 'lines':
      return html`<p><strong>${block.title}</strong></p>
${block.lines.map(renderLine)}`;
    default:
      return block satisfies never;
  }
}

function renderLine({ words: [first = '', ...others], answer, link }: MailLine): Html {
  return html`<p style="margin:8px 0;padding-left:12px;border-left:3px solid #0b57d0"><strong>${first}</strong>${others.map((other) => html`<br>${other}`)}${
    answer &&
    html`<br><a href="mailto:${answer.address}?subject=${encodeURIComponent(answer.subject)}" style="color:#0b57d0">${answer.label}</a><br><span style="color:#444;font-size:14px">${answer.address}</span>`
  }${link && html`<br><a href="${link.url}" style="color:#0b57d0">${link.label}</a>`}</p>
`;
}
