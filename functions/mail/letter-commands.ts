import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import type { Dossier, FiledAttachment } from '../../shared/domain/dossier/state.ts';

export interface LetterToFile {
  readonly mailId: string;
  readonly files: readonly FiledAttachment[];
  /** What was written, as a file of its own. */
  readonly words: FiledAttachment;
}

/** As a supplement when the case waits for one and there are files, else as a letter; the first that the rules accept. */
export function letterCommands(state: Dossier, { mailId, files, words }: LetterToFile): readonly DossierCommand[] {
  const attachments = [...files, words];
  const asLetter = { type: 'RecordLetter', mailId, attachments } as const;
  const asSupplement = { type: 'SubmitSupplement', attachments } as const;
  return state.status === 'supplement-requested' && files.length > 0 ? [asSupplement, asLetter] : [asLetter];
}
