import type { Catalogue } from '../catalogue.ts';

/** What the checks read: a catalogue that has no version yet. */
export type CheckedCatalogue = Omit<Catalogue, 'version'>;
