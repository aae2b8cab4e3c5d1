/** What differs between the stages. Checked when the app is synthesised: a typing error must not become a resource. */
import * as z from 'zod/mini';

const hostName = z.string().check(z.regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/));
const positive = z.int().check(z.minimum(1));

const StageSettings = z.strictObject({
  stage: z.string().check(z.regex(/^[a-z][a-z0-9]{1,11}$/)),
  /** Absent: the account and region of whoever deploys. */
  account: z.optional(z.string().check(z.regex(/^\d{12}$/))),
  region: z.optional(z.string().check(z.regex(/^[a-z]{2}-[a-z]+-\d$/))),
  /** Where citizens and staff reach the system; the certificate is made for it. */
  hostName,
  /** The domain of our mail, outgoing and incoming: SES signs for it, and answers come to it. Its DNS gets the records that the mail stack prints. */
  mailDomain: hostName,
  /** The part before the @ of the sender. */
  mailSender: z.string().check(z.regex(/^[a-z0-9.-]+$/)),
  /** The part before the @ of the address that citizens write to. */
  hotlineMailbox: z.string().check(z.regex(/^[a-z0-9.-]+$/)),
  /** The registered sender of texts through AWS (`originationIdentity` among the channels' keys), and its country. */
  smsSender: z.strictObject({
    id: z.string().check(z.regex(/^[A-Za-z0-9]{3,11}$/)),
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  }),
  /** The envelope sender's own domain, so that SPF aligns (DMARC). */
  bounceDomain: hostName,
  /**
   * The account's active receipt rule set in this region, to which our rule is added (`aws ses describe-active-receipt-rule-set`). There is one for
   * each account and region: it is never replaced.
   */
  receiptRuleSet: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  /** Told by every alarm. */
  alarmAddress: z.email(),
  /** Of the whole API; more is answered 429 before it costs anything. */
  requestsPerSecond: positive,
  requestBurst: positive,
  /** Messages a second that SES lets this account send; see `aws ses get-send-quota`. */
  mailsPerSecond: positive,
  logRetentionDays: z.literal([30, 90, 180, 365]),
});

export type StageSettings = z.infer<typeof StageSettings>;

/** @throws naming each wrong field. */
export function checkedSettings(settings: StageSettings): StageSettings {
  return StageSettings.parse(settings);
}
