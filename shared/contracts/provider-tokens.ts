/** Access tokens that are renewed while the system runs: one JSON document in Secrets Manager, the first pair entered by hand. */
import * as z from 'zod/mini';
import { enteredMembers } from './entered-secret.ts';

const text = z.string().check(z.minLength(1));

const ProviderTokens = z.record(
  z.string(),
  z.object({ accessToken: text, refreshToken: z.exactOptional(text), expiresAt: z.iso.datetime() }),
);
export type ProviderTokens = Readonly<z.infer<typeof ProviderTokens>>;

/** Nothing entered yet is no token. @throws when the document is damaged, without quoting it: it is secret. */
export function readProviderTokens(document: string): ProviderTokens {
  const read = ProviderTokens.safeParse(enteredMembers(document));
  if (!read.success) throw new Error('the provider tokens are not as they should be');
  return read.data;
}
