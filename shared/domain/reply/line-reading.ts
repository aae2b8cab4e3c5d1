import type { ReplyCommand } from './reply-command.ts';

/** What a line comes to. */
export type LineReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear' }
  /** More than one command: the line can mean any of them. `rest`: what the line says besides. */
  | { readonly kind: 'commands'; readonly commands: readonly ReplyCommand[]; readonly rest: string };

export const NONE: LineReading = { kind: 'none' };
export const UNCLEAR: LineReading = { kind: 'unclear' };
