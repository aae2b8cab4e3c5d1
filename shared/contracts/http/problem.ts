import * as z from 'zod/mini';

/** RFC 9457 problem details with our members: which field, which rule, which article. */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The request id: what to quote when asking for help. */
  instance: z.string(),
  errors: z.exactOptional(z.array(z.looseObject({ pointer: z.string(), code: z.string(), detail: z.string() }))),
  rule: z.exactOptional(z.string()),
  article: z.exactOptional(z.string()),
  current: z.exactOptional(z.int()),
});
