/** An activity of the Bot Framework, as far as we read it. A member that is not as expected is as if it were not there. */
import * as z from 'zod/mini';
import { parseExactJson } from '../providers/exact-json.ts';
import { maybe } from '../providers/maybe.ts';

const id = z.string().check(z.minLength(1), z.maxLength(1000));
const account = z.object({ id, name: maybe(z.string()) });
const members = maybe(z.array(account));

const Activity = z.object({
  type: z.string(),
  /** Skype, which the hotline had in its first year, and Microsoft Teams, which took its place; no other is ours. */
  channelId: z.enum(['skype', 'msteams']),
  serviceUrl: z.string().check(z.maxLength(2000)),
  conversation: z.object({ id, conversationType: maybe(z.string()), isGroup: maybe(z.boolean()) }),
  recipient: account,
  from: maybe(account),
  id: maybe(id),
  timestamp: maybe(z.string()),
  text: maybe(z.string()),
  attachments: maybe(z.array(z.unknown())),
  entities: maybe(z.array(z.unknown())),
  membersAdded: members,
  membersRemoved: members,
  /** Of `contactRelationUpdate` and `installationUpdate`. */
  action: maybe(z.string()),
});
export type Activity = z.infer<typeof Activity>;

/** @returns undefined for what is none, or of a channel that is not ours. */
export function readActivity(body: Uint8Array): Activity | undefined {
  const read = Activity.safeParse(parseExactJson(body)?.value);
  return read.success ? read.data : undefined;
}
