/** What Zalo calls us with, as far as we need it. Shapes from its developers' forum and from other people's receivers, not from its own pages. */
import * as z from 'zod/mini';
import { parseExactJson } from '../providers/exact-json.ts';
import { maybe } from '../providers/maybe.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const party = z.object({ id });
const text = maybe(z.string());

const Payload = z.object({
  url: text,
  name: text,
  title: text,
  /** Of a business card: JSON in a text. */
  description: text,
  coordinates: maybe(z.object({ latitude: text, longitude: text })),
});
export type ZaloPayload = z.infer<typeof Payload>;

const ZaloEvent = z.object({
  event_name: z.string(),
  app_id: id,
  /** Epoch milliseconds, of the first try. */
  timestamp: z.string(),
  oa_id: maybe(id),
  sender: maybe(party),
  recipient: maybe(party),
  follower: maybe(party),
  message: maybe(
    z.object({
      msg_id: maybe(id),
      msg_ids: maybe(z.array(id)),
      text,
      attachments: maybe(z.array(z.object({ type: text, payload: maybe(Payload) }))),
    }),
  ),
  /** What the citizen filled in after we asked (`request_user_info`). */
  info: maybe(z.object({ name: text, phone: text })),
});
export type ZaloEvent = z.infer<typeof ZaloEvent>;

export function readZaloEvent(body: Uint8Array): ZaloEvent | undefined {
  const json = parseExactJson(body);
  return json && ZaloEvent.safeParse(json.value).data;
}
