import * as z from 'zod/mini';

/** What is not as expected is as if it were not there: a genuine message is never lost for a detail that the provider has changed. */
export function maybe<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}
