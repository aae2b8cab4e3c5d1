import * as z from 'zod/mini';
import type { MessageContent, MessageFile } from '../../../shared/domain/conversation/channel-message.ts';
import { maybe } from '../providers/maybe.ts';
import type { Activity } from './activity.ts';
import { withoutMentions } from './mentions.ts';

const Attachment = z.object({
  contentType: z.string(),
  contentUrl: maybe(z.string()),
  name: maybe(z.string()),
  content: maybe(z.object({ downloadUrl: z.string() })),
});

export function contentOf(activity: Activity): MessageContent {
  const text = withoutMentions(activity);
  const files = (activity.attachments ?? []).flatMap(fileOf);
  if (text !== '') return { kind: 'text', text, ...(files.length > 0 && { files }) };
  return files.length > 0 ? { kind: 'files', files } : { kind: 'other', what: 'unknown' };
}

/** Cards and the copy of the text that Teams adds as HTML have no address, and are no files. */
function fileOf(attachment: unknown): readonly MessageFile[] {
  const read = Attachment.safeParse(attachment);
  if (!read.success) return [];
  const { contentType, contentUrl, content, name } = read.data;
  // A file shared in Teams says where its bytes are in its content.
  const url = content?.downloadUrl ?? contentUrl;
  return url === undefined ? [] : [{ kind: kindOf(contentType), url, ...(name !== undefined && { fileName: name }) }];
}

function kindOf(contentType: string): MessageFile['kind'] {
  const kind = contentType.split('/')[0]?.toLowerCase();
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
