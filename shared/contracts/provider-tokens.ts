/** Access tokens that are renewed while the system runs: one JSON document in Secrets Manager, the first pair entered by hand. */
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

const ProviderTokens = z.record(
  z.string(),
  z.object({ accessToken: text, refreshToken: z.exactOptional(text), expiresAt: z.iso.datetime() }),
);
export type ProviderTokens = Readonly<z.infer<typeof ProviderTokens>>;

/** Nothing entered yet is no token. @throws when the document is damaged, without quoting it: it is secret. */
export function readProviderTokens(document: string): ProviderTokens {
  if (document.trim() === '') return {};
  const read = ProviderTokens.safeParse(parsed(document));
  if (!read.success) throw new Error('the provider tokens are not as they should be');
  return read.data;
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    return undefined;
  }
}
