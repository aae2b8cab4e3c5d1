/** What Viber calls us with (developers.viber.com, REST bot API), as far as we need it. */
import * as z from 'zod/mini';
import { parseExactJson } from '../providers/exact-json.ts';
import { maybe } from '../providers/maybe.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = maybe(z.string());
const person = z.object({ id, name: text });

const Message = z.object({
  type: z.string(),
  text,
  media: text,
  file_name: text,
  location: maybe(z.object({ lat: text, lon: text })),
  contact: maybe(z.object({ name: text, phone_number: text })),
});
export type ViberMessage = z.infer<typeof Message>;

const ViberEvent = z.object({
  event: z.string(),
  /** Epoch milliseconds. */
  timestamp: z.string(),
  /** More than 53 bits. */
  message_token: maybe(id),
  sender: maybe(person),
  user: maybe(person),
  user_id: maybe(id),
  message: maybe(Message),
  /** Why it failed. */
  desc: text,
  /** Of `conversation_started`. JSON's true and false are no numbers: they stay what they are. */
  subscribed: maybe(z.boolean()),
});
export type ViberEvent = z.infer<typeof ViberEvent>;

export function readViberEvent(body: Uint8Array): ViberEvent | undefined {
  const json = parseExactJson(body);
  return json && ViberEvent.safeParse(json.value).data;
}
