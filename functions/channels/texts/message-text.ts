import type { SaidText } from '../../../shared/shell/said-text.ts';

/** What a citizen is told: a headline, which is a mail's subject and a short text's content, and the whole. */
export interface MessageText {
  readonly headline: SaidText;
  readonly body: SaidText;
}

/** The same words in both languages, such as an official's. */
export function asWritten(text: string): SaidText {
  return { vi: text, en: text };
}

/** Lines one under the other; those that are absent are left out. */
export function lines(...said: readonly (SaidText | undefined)[]): SaidText {
  const all = said.filter((one) => one !== undefined);
  return { vi: all.map(({ vi }) => vi).join('\n'), en: all.map(({ en }) => en).join('\n') };
}

/** Both languages in one text: whoever reads it may not have said yet which is theirs. */
export function inBoth({ vi, en }: SaidText): SaidText {
  const both = `${vi}\n${en}`;
  return { vi: both, en: both };
}
