import type { DossierTask, LevelTask } from '../../../shared/contracts/messages.ts';

/** In an office without a hotline every task of a level is about a dossier. @throws for one about a report. */
export function dossierTask(task: LevelTask): DossierTask {
  if (task.kind === 'assign-report') throw new Error('there are no reports here');
  return task;
}
