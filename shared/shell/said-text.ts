/** A sentence said to people in both languages, with `{placeholders}` filled from details. */
import type { Language } from './http.ts';

export interface SaidText {
  readonly vi: string;
  readonly en: string;
}

type Details = Readonly<Record<string, string | number>>;

export function say(text: SaidText, language: Language, details: Details = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(details[name] ?? placeholder));
}
