/** Keys and passwords of the channels: one JSON document in Secrets Manager, entered by hand (infra/runbook.md). */
import * as z from 'zod/mini';
import { enteredMembers } from './entered-secret.ts';

const text = z.string().check(z.minLength(1));

const members = {
  zalo: z.object({ appId: text, appSecret: text, oaSecretKey: text, oaId: text }),
  /** Viber shows at most 28 letters of a sender. */
  viber: z.object({ authToken: text, senderName: text.check(z.maxLength(28)) }),
  bot: z.object({ appId: text, appPassword: text }),
  /** Our own contract for texts from domestic gateways: HMAC keys by id (rotation). */
  smsGateway: z.object({ keys: z.record(text, text.check(z.minLength(32))) }),
  /** `callbackKey` stands in the path of the receipts' address. */
  esms: z.object({ apiKey: text, secretKey: text, brandname: text, callbackKey: text.check(z.minLength(32)) }),
  /** `maxPrice`: US dollars for one part of a text; what would cost more is not sent. */
  awsSms: z.object({ originationIdentity: text, maxPrice: text.check(z.regex(/^\d{1,2}\.\d{2,5}$/)) }),
  /** Our own contract for the telephone exchange: HMAC keys by id, as for the gateway. */
  phoneExchange: z.object({ keys: z.record(text, text.check(z.minLength(32))) }),
};

type Members = typeof members;

/** A channel without its member is off: its webhook answers 404, nothing is sent there. */
export type ChannelSecrets = { readonly [Name in keyof Members]?: Readonly<z.infer<Members[Name]>> };

/**
 * A member that is not as it should be turns its own channel off, and no other.
 * @returns also the names of such members; never a value, for they are secrets. @throws when the text is no JSON object.
 */
export function readChannelSecrets(document: string): {
  readonly secrets: ChannelSecrets;
  readonly wrong: readonly string[];
} {
  const given = enteredMembers(document);
  const read = Object.entries(members).map(([name, schema]) => ({
    name,
    present: given[name] !== undefined,
    parsed: schema.safeParse(given[name]),
  }));
  return {
    secrets: Object.fromEntries(read.flatMap(({ name, parsed }) => (parsed.success ? [[name, parsed.data]] : []))),
    wrong: [
      ...read.flatMap(({ name, present, parsed }) => (present && !parsed.success ? [name] : [])),
      ...Object.keys(given).filter((name) => !(name in members)),
    ],
  };
}
