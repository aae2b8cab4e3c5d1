/** What a line comes to. */
export type LineReading<Command> =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear' }
  /** More than one command: the line can mean any of them. `rest`: what the line says besides. */
  | { readonly kind: 'commands'; readonly commands: readonly Command[]; readonly rest: string };

export const NONE = { kind: 'none' } as const;
export const UNCLEAR = { kind: 'unclear' } as const;
