import type { MessageContent, MessageFile } from '../../../shared/domain/conversation/channel-message.ts';
import { contactOf } from '../providers/contacts.ts';
import { locationOf } from '../providers/locations.ts';
import type { ViberMessage } from './viber-event.ts';

const files: Readonly<Record<string, MessageFile['kind']>> = { picture: 'image', video: 'video', file: 'file' };

export function viberContent(message: ViberMessage): MessageContent {
  const { type, text = '', media = '', location, contact } = message;
  switch (type) {
    case 'text':
      return said(text);
    case 'url':
      return said(text === '' || text.includes(media) ? text || media : `${text}\n${media}`);
    case 'sticker':
      return { kind: 'other', what: 'sticker' };
    case 'location':
      return locationOf(location?.lat, location?.lon);
    case 'contact':
      return contactOf({ name: contact?.name, phone: contact?.phone_number });
    default: {
      const kind = files[type];
      return kind === undefined || media === '' ? said(text) : withFile(text, kind, message);
    }
  }
}

function said(text: string): MessageContent {
  return text === '' ? { kind: 'other', what: 'unknown' } : { kind: 'text', text };
}

function withFile(text: string, kind: MessageFile['kind'], { media, file_name: fileName }: ViberMessage) {
  const sent: readonly MessageFile[] = [
    { kind, ...(media !== undefined && { url: media }), ...(fileName !== undefined && { fileName }) },
  ];
  return text === ''
    ? ({ kind: 'files', files: sent } satisfies MessageContent)
    : ({ kind: 'text', text, files: sent } satisfies MessageContent);
}
