import { evolveDossier } from './evolve.ts';
import { indexOfDossier } from './index-of.ts';
import { clocksOfDossier } from './running-clocks.ts';

/** The dossier as the shell executes it: fold, clock items and index attributes. Decisions are `decideDossier`. */
export const dossierDecider = { evolve: evolveDossier, clocksOf: clocksOfDossier, indexOf: indexOfDossier };
