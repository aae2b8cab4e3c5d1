/** What a caller is told in a text, to the number that is kept with the call. */
import type { CallEvent } from './state.ts';

/** `call-deflected`: where to write instead, and when the hotline calls back. `call-back-missed`: that it called, and how to reach it. */
export type CallMessageTemplate = 'call-deflected' | 'call-back-missed';

export interface CallMessage {
  readonly template: CallMessageTemplate;
  readonly callId: string;
}

export function messagesForCall(event: CallEvent): readonly CallMessage[] {
  switch (event.type) {
    case 'CallOffered':
      return event.offer.text ? [{ template: 'call-deflected', callId: event.callId }] : [];
    case 'CallBackMissed':
      return [{ template: 'call-back-missed', callId: event.callId }];
    case 'CallWaited':
    case 'CallAnswered':
    case 'CallAbandoned':
    case 'CallEnded':
    case 'CallerCalledBack':
      return [];
    default:
      return event satisfies never;
  }
}
