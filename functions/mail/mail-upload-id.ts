/** Ids of what came by mail follow from the mail's, so that a redelivery writes the same again instead of more. */
export function mailUploadId(mailId: string, part: string): string {
  return `mail-${mailId}-${part}`;
}

/** The part that a letter's words are. */
export const WORDS = 'thu';
