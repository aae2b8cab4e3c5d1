import * as z from 'zod/mini';
import type { Activity } from './activity.ts';

const Mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: z.optional(z.string()),
});

export function mentionsBot(activity: Activity): boolean {
  return ownMentions(activity).length > 0;
}

/** The text without the call of the hotline's name; of the names of others only the mark-up goes. */
export function withoutMentions(activity: Activity): string {
  const called = ownMentions(activity).flatMap(({ text = '' }) => (text === '' ? [] : [text]));
  return called
    .reduce((text, mention) => text.replaceAll(mention, ' '), activity.text ?? '')
    .replace(/<at\b[^>]*>([^<]*)<\/at>/giu, '$1')
    .replaceAll('&nbsp;', ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

function ownMentions({ entities = [], recipient }: Activity): readonly z.infer<typeof Mention>[] {
  return entities.flatMap((entity) => {
    const read = Mention.safeParse(entity);
    return read.success && read.data.mentioned.id === recipient.id ? [read.data] : [];
  });
}
