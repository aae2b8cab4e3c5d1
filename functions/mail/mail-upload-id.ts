/** Ids of what came by mail follow from the mail's, so that a redelivery writes the same again instead of more. */
export function mailUploadId(mailId: string, part: string): string {
  return `mail-${mailId}-${part}`;
}

/** The part that a letter's words are; what follows in their id is of their content. */
export const WORDS = 'thu';
