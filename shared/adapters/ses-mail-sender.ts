import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses';
import type { ComposedMail, MailSender } from '../ports/outside.ts';

/**
 * What SES will never take, however often it is asked: the mail or its addressee is at fault. Anything else (throttling, a paused account, a
 * sender not yet verified, a fault of SES) may pass, so it is thrown and the queue delivers again.
 */
const permanent = new Set(['MessageRejected', 'InvalidParameterValue']);
/** SES says these with the same name, but time or an operator mends them: the rate of a second and the quota of a day among them. */
const passing = /(?:sending|message) (?:paused|quota|rate|disabled)|not verified|throttl/i;

/**
 * An address on the account's suppression list is no fault here: SES takes the mail, sends nothing and reports a bounce, which comes back as feedback
 * (functions/mail/feedback).
 */
export class SesMailSender implements MailSender {
  readonly #client: SESClient;
  readonly #configurationSet: string;

  constructor(client: SESClient, configurationSet: string) {
    this.#client = client;
    this.#configurationSet = configurationSet;
  }

  async send({ from, to, raw }: ComposedMail): ReturnType<MailSender['send']> {
    try {
      const { MessageId: messageId } = await this.#client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [to],
          RawMessage: { Data: raw },
          ConfigurationSetName: this.#configurationSet,
        }),
      );
      if (messageId === undefined) throw new Error('SES accepted a mail without naming it');
      return { kind: 'sent', messageId };
    } catch (error) {
      if (error instanceof Error && permanent.has(error.name) && !passing.test(error.message)) {
        return { kind: 'rejected', reason: error.name };
      }
      throw error;
    }
  }
}
