import type { MessageContent } from '../../../shared/domain/conversation/channel-message.ts';

/** A name and a phone that a citizen shared; with neither it is kept, not understood. */
export function contactOf({
  name = '',
  phone = '',
}: {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}): MessageContent {
  return name === '' && phone === ''
    ? { kind: 'other', what: 'unknown' }
    : { kind: 'contact', ...(name !== '' && { name }), ...(phone !== '' && { phone }) };
}
