import { SESClient } from '@aws-sdk/client-ses';
import { clientDefaults } from './client-defaults.ts';

let client: SESClient | undefined;

/** One for the whole process. A mail is not tried again here: a lost answer may hide a mail that went out, and the queue decides. */
export function sesClient(): SESClient {
  client ??= new SESClient({
    ...clientDefaults,
    maxAttempts: 1,
    requestHandler: { ...clientDefaults.requestHandler, requestTimeout: 10_000 },
  });
  return client;
}
