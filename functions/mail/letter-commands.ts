import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import type { Dossier, FiledAttachment } from '../../shared/domain/dossier/state.ts';

export interface LetterToFile {
  readonly mailId: string;
  readonly files: readonly FiledAttachment[];
  /** What was written, as a file of its own. */
  readonly words: FiledAttachment;
  /** Only the applicant hands in a supplement. */
  readonly of?: 'applicant' | 'other';
}

/**
 * As a letter with less and less of it: the case may be full, and what waited too long is no longer kept. That it came is told all the same.
 */
export function lettersWithoutFiles({ mailId, files, words, of }: LetterToFile): readonly DossierCommand[] {
  const letter = { type: 'RecordLetter', mailId, ...(of !== undefined && { of }) } as const;
  return [
    { ...letter, attachments: [words], left: files.length },
    { ...letter, attachments: [], left: files.length + 1 },
  ];
}

/** As a supplement when the case waits for one and there are files, else as a letter; the first that the rules accept. */
export function letterCommands(state: Dossier, { mailId, files, words, of }: LetterToFile): readonly DossierCommand[] {
  const attachments = [...files, words];
  const asLetter = { type: 'RecordLetter', mailId, attachments, ...(of !== undefined && { of }) } as const;
  const asSupplement = { type: 'SubmitSupplement', attachments } as const;
  return state.status === 'supplement-requested' && files.length > 0 && of !== 'other'
    ? [asSupplement, asLetter]
    : [asLetter];
}
