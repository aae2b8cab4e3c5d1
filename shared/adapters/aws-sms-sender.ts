import {
  PinpointSMSVoiceV2Client,
  PinpointSMSVoiceV2ServiceException,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { TextSender, TextSent } from '../ports/text-sender.ts';
import { clientDefaults } from './client-defaults.ts';

let client: PinpointSMSVoiceV2Client | undefined;

/** One for the whole process. A text is not tried again here: a lost answer may hide one that went out, and the delivery decides. */
export function smsVoiceClient(): PinpointSMSVoiceV2Client {
  client ??= new PinpointSMSVoiceV2Client({
    ...clientDefaults,
    maxAttempts: 1,
    requestHandler: { ...clientDefaults.requestHandler, requestTimeout: 10_000 },
  });
  return client;
}

/** The number is at fault, or whoever has it: asking again changes nothing. */
const refusedReasons = new Set([
  'DESTINATION_PHONE_NUMBER_OPTED_OUT',
  'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
  'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
]);

/** Texts through AWS End User Messaging SMS: to Viet Nam from a registered sender ID. */
export class AwsSmsSender implements TextSender {
  readonly #client: PinpointSMSVoiceV2Client;
  readonly #account: { readonly originationIdentity: string; readonly maxPrice: string };

  constructor(
    smsClient: PinpointSMSVoiceV2Client,
    account: { readonly originationIdentity: string; readonly maxPrice: string },
  ) {
    this.#client = smsClient;
    this.#account = account;
  }

  async send({ to, text, attemptId }: Parameters<TextSender['send']>[0]): Promise<TextSent> {
    try {
      const { MessageId: messageId } = await this.#client.send(
        new SendTextMessageCommand({
          DestinationPhoneNumber: to,
          OriginationIdentity: this.#account.originationIdentity,
          MessageBody: text,
          MessageType: 'TRANSACTIONAL',
          MaxPrice: this.#account.maxPrice,
          // Comes back in the events of delivery.
          Context: { attempt: attemptId },
        }),
      );
      return messageId === undefined ? { kind: 'unclear' } : { kind: 'accepted', messageId };
    } catch (error) {
      return error instanceof PinpointSMSVoiceV2ServiceException ? answered(error) : unanswered(error);
    }
  }
}

/** The service said no: nothing has gone out. What an operator or time can mend waits; a wrong number or text does not. */
function answered(error: PinpointSMSVoiceV2ServiceException): TextSent {
  const reason = 'Reason' in error && typeof error.Reason === 'string' ? error.Reason : undefined;
  const why = reason ?? error.name;
  if (error.name === 'ValidationException') return { kind: 'refused', why };
  if (reason !== undefined && refusedReasons.has(reason)) return { kind: 'refused', why };
  // It gave up in the middle of something.
  if (error.name === 'InternalServerException') return { kind: 'unclear' };
  return { kind: 'unavailable', why };
}

/** The SDK gives a code to every fault after a connection was made; without one, no connection or no credentials were to be had. */
const beforeSending = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function unanswered(error: unknown): TextSent {
  if (!(error instanceof Error)) return { kind: 'unclear' };
  // An answer that the SDK cannot read: said by whatever stands before the service, before it did anything.
  if (statusOf(error) === 503) return { kind: 'unavailable', why: 'http-503' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && beforeSending.has(code)) return { kind: 'unavailable', why: code };
  const neverConnected = error.name === 'TimeoutError' && code === undefined;
  if (neverConnected || error.name === 'CredentialsProviderError') return { kind: 'unavailable', why: error.name };
  return { kind: 'unclear' };
}

function statusOf(error: Error): number | undefined {
  const response: unknown = '$response' in error ? error.$response : undefined;
  const hasStatus = typeof response === 'object' && response !== null && 'statusCode' in response;
  return hasStatus && typeof response.statusCode === 'number' ? response.statusCode : undefined;
}
