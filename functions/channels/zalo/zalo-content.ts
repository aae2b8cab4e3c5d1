import type { MessageContent, MessageFile } from '../../../shared/domain/conversation/channel-message.ts';
import { contactOf } from '../providers/contacts.ts';
import { parseExactJson } from '../providers/exact-json.ts';
import { locationOf } from '../providers/locations.ts';
import type { ZaloEvent, ZaloPayload } from './zalo-event.ts';

type ZaloMessage = NonNullable<ZaloEvent['message']>;

const files: Readonly<Record<string, MessageFile['kind']>> = {
  user_send_image: 'image',
  user_send_gif: 'image',
  user_send_video: 'video',
  user_send_file: 'file',
};

/** Whatever a citizen sends is something: kinds of messages that Zalo adds later are kept, not understood. */
export function zaloContent(name: string, message: ZaloMessage): MessageContent {
  const { text = '' } = message;
  const payloads = (message.attachments ?? []).flatMap(({ payload }) => (payload === undefined ? [] : [payload]));
  const [first = {}] = payloads;
  switch (name) {
    case 'user_send_sticker':
      return { kind: 'other', what: 'sticker' };
    case 'user_send_audio':
      return { kind: 'other', what: 'voice' };
    case 'user_send_location':
      return locationOf(first.coordinates?.latitude, first.coordinates?.longitude);
    case 'user_send_business_card':
      return cardOf(first);
    case 'user_send_link':
      return textOr([text, first.title ?? '', first.url ?? '']);
    default: {
      const kind = files[name];
      return kind === undefined ? textOr([text]) : withFiles(text, filesOf(kind, payloads));
    }
  }
}

function cardOf({ title, description }: Partial<ZaloPayload>): MessageContent {
  const described = parseExactJson(description ?? '')?.value;
  const phone: unknown =
    typeof described === 'object' && described !== null && 'phone' in described ? described.phone : undefined;
  return contactOf({ name: title, phone: typeof phone === 'string' ? phone : undefined });
}

function filesOf(kind: MessageFile['kind'], payloads: readonly ZaloPayload[]): readonly MessageFile[] {
  return payloads.flatMap(({ url, name: fileName }) =>
    url === undefined ? [] : [{ kind, url, ...(fileName !== undefined && { fileName }) }],
  );
}

function withFiles(text: string, sent: readonly MessageFile[]): MessageContent {
  if (sent.length === 0) return textOr([text]);
  return text === '' ? { kind: 'files', files: sent } : { kind: 'text', text, files: sent };
}

/** Each part on a line of its own, said once. */
function textOr(parts: readonly string[]): MessageContent {
  const said = parts.filter((part, index) => part !== '' && !parts.slice(0, index).some((one) => one.includes(part)));
  return said.length === 0 ? { kind: 'other', what: 'unknown' } : { kind: 'text', text: said.join('\n') };
}
