import type { Report } from './state.ts';

/** What the reporter's conversation is to wait for; nothing to say for reports that came from none. */
export function awaits(
  { core }: Pick<Report, 'core'>,
  what: 'info' | 'rating' | 'nothing',
): { readonly awaits?: { readonly conversationId: string; readonly for: 'info' | 'rating' | 'nothing' } } {
  return core.conversationId === undefined ? {} : { awaits: { conversationId: core.conversationId, for: what } };
}

/** It waited for an answer that does not matter any more. */
export function awaitsNoInfo(state: Report): ReturnType<typeof awaits> {
  return state.status === 'needs-info' ? awaits(state, 'nothing') : {};
}
