import type { DossierEvent } from './events.ts';
import type { Dossier, Processing } from './state.ts';

export function evolveUndo(state: Processing, event: Extract<DossierEvent, { type: 'ActUndone' }>): Dossier {
  throw new Error(`being written: ${event.type} in ${state.status}`);
}
