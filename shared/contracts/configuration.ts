/**
 * Configuration of every function: the object that the CDK app fills in is the object that the function parses when it
 * starts. A name missing on one side does not compile; a value missing at run time stops the function with its name.
 */
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

const shapes = {
  CASES_TABLE: text,
  PEOPLE_TABLE: text,
  SESSIONS_TABLE: text,
  CATALOGUE_TABLE: text,
  DOCUMENTS_BUCKET: text,
  SIGNING_SECRET: text,
  PUBLIC_BASE_URL: text,
  MAIL_FROM: text,
  SES_CONFIGURATION_SET: text,
  /** What one sender at work may send: its share of the account's rate. */
  MAILS_PER_SECOND: z.string().check(z.regex(/^(?!0+(\.0*)?$)\d+(\.\d+)?$/)),
  /** Bucket of incoming mail: `arrived/<id>`. */
  MAIL_BUCKET: text,
  /** The domain of reply addresses. */
  REPLY_DOMAIN: text,
  OUTGOING_MAIL_QUEUE: text,
  CASE_TASKS_QUEUE: text,
  REPORT_TASKS_QUEUE: text,
  OUTGOING_MESSAGES_QUEUE: text,
  /** Keys and passwords of the channels (functions/channels/channel-contract.ts, `ChannelSecrets`). */
  CHANNEL_SECRETS: text,
  /** Access tokens that are renewed while the system runs. */
  PROVIDER_TOKENS: text,
  /** JSON: where each provider is reached (`ProviderEndpoints`). */
  PROVIDER_ENDPOINTS: text,
  /** The hotline's own e-mail address. */
  HOTLINE_ADDRESS: text,
  /** JSON: level id -> queue URL; the levels are data. */
  LEVEL_QUEUES: text,
} as const;

export type ConfigurationName = keyof typeof shapes;

/** Which function reads what. The CDK construct of each function asks for exactly these. */
export const configurationOf = {
  'dossiers-api': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'SIGNING_SECRET',
    'PUBLIC_BASE_URL',
  ],
  'attachments-api': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'DOCUMENTS_BUCKET',
    'SIGNING_SECRET',
  ],
  'post-api': ['CASES_TABLE', 'SESSIONS_TABLE', 'CATALOGUE_TABLE'],
  'staff-api': ['CASES_TABLE', 'SESSIONS_TABLE', 'CATALOGUE_TABLE', 'SIGNING_SECRET', 'PUBLIC_BASE_URL'],
  site: ['CASES_TABLE', 'PEOPLE_TABLE', 'SESSIONS_TABLE', 'CATALOGUE_TABLE', 'SIGNING_SECRET', 'PUBLIC_BASE_URL'],
  'catalogue-api': ['CATALOGUE_TABLE', 'PUBLIC_BASE_URL'],
  'channel-webhooks': ['CASES_TABLE', 'PEOPLE_TABLE', 'SIGNING_SECRET', 'CHANNEL_SECRETS', 'PROVIDER_ENDPOINTS'],
  'sms-receiver': ['CASES_TABLE', 'PEOPLE_TABLE', 'SIGNING_SECRET'],
  'phone-exchange': ['CASES_TABLE', 'PEOPLE_TABLE', 'SESSIONS_TABLE', 'CATALOGUE_TABLE', 'CHANNEL_SECRETS'],
  'report-worker': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'DOCUMENTS_BUCKET',
    'SIGNING_SECRET',
  ],
  'message-sender': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'SIGNING_SECRET',
    'CHANNEL_SECRETS',
    'PROVIDER_TOKENS',
    'PROVIDER_ENDPOINTS',
    'PUBLIC_BASE_URL',
  ],
  'reports-api': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'SIGNING_SECRET',
    'PUBLIC_BASE_URL',
    'HOTLINE_ADDRESS',
  ],
  'report-desk': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'SIGNING_SECRET',
    'PUBLIC_BASE_URL',
    'HOTLINE_ADDRESS',
  ],
  'open-data-api': ['CASES_TABLE', 'CATALOGUE_TABLE', 'PUBLIC_BASE_URL'],
  relay: ['LEVEL_QUEUES', 'OUTGOING_MAIL_QUEUE', 'CASE_TASKS_QUEUE', 'REPORT_TASKS_QUEUE', 'OUTGOING_MESSAGES_QUEUE'],
  'rebuild-queues': [
    'CASES_TABLE',
    'LEVEL_QUEUES',
    'OUTGOING_MAIL_QUEUE',
    'CASE_TASKS_QUEUE',
    'REPORT_TASKS_QUEUE',
    'OUTGOING_MESSAGES_QUEUE',
  ],
  'level-worker': ['CASES_TABLE', 'CATALOGUE_TABLE'],
  'case-worker': ['CASES_TABLE', 'SESSIONS_TABLE', 'CATALOGUE_TABLE', 'DOCUMENTS_BUCKET'],
  'mail-receiver': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'DOCUMENTS_BUCKET',
    'MAIL_BUCKET',
    'SIGNING_SECRET',
    'REPLY_DOMAIN',
    'MAIL_FROM',
    'HOTLINE_ADDRESS',
  ],
  'mail-feedback': ['CASES_TABLE', 'PEOPLE_TABLE', 'SESSIONS_TABLE', 'CATALOGUE_TABLE'],
  'mail-planner': ['CASES_TABLE', 'CATALOGUE_TABLE', 'OUTGOING_MAIL_QUEUE'],
  'mail-desk': ['CASES_TABLE', 'PEOPLE_TABLE', 'CATALOGUE_TABLE', 'SIGNING_SECRET', 'PUBLIC_BASE_URL'],
  'clock-recomputer': ['CASES_TABLE', 'CASE_TASKS_QUEUE'],
  'timer-sweeper': ['CASES_TABLE', 'CATALOGUE_TABLE'],
  'mail-sender': [
    'CASES_TABLE',
    'PEOPLE_TABLE',
    'SESSIONS_TABLE',
    'CATALOGUE_TABLE',
    'SIGNING_SECRET',
    'PUBLIC_BASE_URL',
    'MAIL_FROM',
    'REPLY_DOMAIN',
    'HOTLINE_ADDRESS',
    'SES_CONFIGURATION_SET',
    'MAILS_PER_SECOND',
  ],
} as const satisfies Record<string, readonly ConfigurationName[]>;

export type FunctionName = keyof typeof configurationOf;
export type ConfigurationFor<Name extends FunctionName> = Readonly<
  Record<(typeof configurationOf)[Name][number], string>
>;

/** @throws Error naming the function and each missing variable. */
export function readConfiguration<Name extends FunctionName>(
  name: Name,
  environment: Readonly<Record<string, string | undefined>>,
): ConfigurationFor<Name> {
  const names: readonly ConfigurationName[] = configurationOf[name];
  const missing = names.filter((variable) => !shapes[variable].safeParse(environment[variable]).success);
  if (missing.length > 0) throw new Error(`${name}: missing configuration ${missing.join(', ')}`);
  return Object.fromEntries(names.map((variable) => [variable, environment[variable]])) as ConfigurationFor<Name>;
}
