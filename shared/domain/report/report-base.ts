import type { ReportBase } from './state.ts';

/** What a report keeps in every status, without what belongs to the present one. */
export function baseOf(state: ReportBase): ReportBase {
  const { core, triage, work, declined, subscribers, dossiers, reopened, notes, progress, heard } = state;
  const { publication, notPublished } = state;
  return {
    core,
    ...(triage && { triage }),
    work,
    declined,
    subscribers,
    dossiers,
    reopened,
    notes,
    progress,
    heard,
    ...(publication && { publication }),
    ...(notPublished && { notPublished }),
  };
}
