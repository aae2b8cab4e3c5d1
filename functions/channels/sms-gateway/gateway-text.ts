/** One text of a citizen as a domestic gateway delivers it; README.md beside this is the contract. */
import * as z from 'zod/mini';
import { toE164 } from '../../../shared/shell/phone.ts';

const id = z.string().check(z.minLength(1), z.maxLength(100));
/** `0912345678`, `84912345678` and `+84912345678` are one person. Short numbers and names of companies are not: nobody could be answered. */
const sender = z.pipe(
  z.string().check(z.maxLength(32)),
  z.transform((written, context) => {
    const phone = toE164(/^84\d{9,10}$/u.test(written.trim()) ? `+${written.trim()}` : written);
    if (phone !== undefined) return phone;
    context.issues.push({ code: 'custom', input: written, params: { code: 'phone' } });
    return z.NEVER;
  }),
);

export const GatewayText = z.strictObject({
  moId: id,
  from: sender,
  to: z.string().check(z.minLength(1), z.maxLength(32)),
  keyword: z.string().check(z.maxLength(50)),
  text: z.string().check(z.maxLength(10_000)),
  receivedAt: z.iso.datetime({ offset: true }),
  telco: z.string().check(z.maxLength(50)),
  part: z.optional(
    z
      .strictObject({
        ref: id,
        number: z.int().check(z.minimum(1), z.maximum(255)),
        of: z.int().check(z.minimum(1), z.maximum(255)),
      })
      .check(z.refine(({ number, of }) => number <= of, { path: ['number'], params: { code: 'part-number' } })),
  ),
});
export type GatewayText = z.infer<typeof GatewayText>;
