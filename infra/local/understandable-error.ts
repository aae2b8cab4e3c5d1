/** A fault the person at the keyboard can mend. Its message is the whole answer: it is shown in Vietnamese and English without a stack. */
export class UnderstandableError extends Error {
  override readonly name = 'UnderstandableError';
}

export function bilingual(vietnamese: string, english: string): string {
  return `${vietnamese}\n${english}`;
}
