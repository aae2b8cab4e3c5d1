import type { ConversationEvent } from './events.ts';

/** The work that an event makes in a report: the worker reads the event again by its place in the history. */
export function tasksForConversation(
  event: ConversationEvent,
): readonly { readonly kind: 'file-report' | 'take-words' }[] {
  if (event.type === 'DraftCompleted') return [{ kind: 'file-report' }];
  return event.type === 'ReporterSpoke' ? [{ kind: 'take-words' }] : [];
}
