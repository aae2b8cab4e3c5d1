import type { MailBlock, MailContent, MailLine } from './mail-content.ts';

/** The plain-text part, which stands first: it is what a screen reader, a feature phone and a spam filter see. */
export function renderText(content: MailContent): string {
  const parts = [
    ...(content.marker === undefined ? [] : [content.marker]),
    content.greeting,
    ...content.blocks.filter(hasContent).map(renderBlock),
    `English: ${content.english}`,
    ['-- ', ...content.signature].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

export function hasContent(block: MailBlock): boolean {
  switch (block.kind) {
    case 'text':
      return block.text.length > 0;
    case 'facts':
      return block.rows.length > 0;
    case 'items':
      return block.items.length > 0;
    case 'links':
      return block.links.length > 0;
    case 'lines':
      return block.lines.length > 0;
    default:
      return block satisfies never;
  }
}

function renderBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'items':
      return [block.title, ...block.items.map((item, index) => `  ${String(index + 1)}. ${item}`)].join('\n');
    case 'links':
      return [block.title, ...block.links.map((link) => `- ${link.label}:\n  ${link.url}`)].join('\n');
    case 'lines':
      return [block.title, ...block.lines.map(renderLine)].join('\n\n');
    default:
      return block satisfies never;
  }
}

function renderLine({ words, answer, link }: MailLine): string {
  const [first = '', ...others] = [
    ...words,
    ...(answer === undefined ? [] : [`${answer.label}: ${answer.address}`]),
    ...(link === undefined ? [] : [`${link.label}: ${link.url}`]),
  ];
  return [`- ${first}`, ...others.map((other) => `  ${other}`)].join('\n');
}
