import type { DossierContext } from '../dossier/context.ts';
import type { Dossier } from '../dossier/state.ts';
import type { Act } from './available-acts.ts';
import type { ReplyCommand } from './reply-command.ts';

/** A command, the one act it means here, and everything to look at. */
export interface Taking<Kind extends ReplyCommand['kind'] = ReplyCommand['kind']> {
  readonly command: Extract<ReplyCommand, { readonly kind: Kind }>;
  readonly act: Act;
  /** What was written under the first line. */
  readonly note: string;
  readonly state: Dossier;
  readonly context: DossierContext;
}
