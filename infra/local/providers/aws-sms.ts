/** Stand-in of AWS End User Messaging SMS (JSON 1.0): `SendTextMessage`, and a text of a citizen as the topic hands it to the queue. */
import { randomUUID } from 'node:crypto';
import { asText } from '../json-reading.ts';
import {
  hear,
  jsonObject,
  withFaults,
  type ProviderHandler,
  type ProviderResponse,
  type ProviderWorld,
} from './provider-world.ts';

/** Whoever has this number answered STOP. */
export const OPTED_OUT_NUMBER = '+84900000001';

export function awsSmsProvider(world: ProviderWorld): ProviderHandler {
  return withFaults(world, 'awsSms', ({ method, headers, body }) => {
    const target = headers['x-amz-target'];
    const signed = headers['authorization']?.startsWith('AWS4-HMAC-SHA256 ') === true;
    if (method !== 'POST' || target !== 'PinpointSMSVoiceV2.SendTextMessage')
      return Promise.resolve(failure('UnknownOperationException', {}));
    if (!signed)
      return Promise.resolve(failure('AccessDeniedException', { Reason: 'INSUFFICIENT_ACCOUNT_REPUTATION' }));
    if (world.faults.get('awsSms') === 'rate-limit') return Promise.resolve(failure('ThrottlingException', {}));
    return Promise.resolve(take(world, body));
  });
}

function take(world: ProviderWorld, body: string): ProviderResponse {
  const asked = jsonObject(body);
  const account = asText(asked['DestinationPhoneNumber']) ?? '';
  const text = asText(asked['MessageBody']) ?? '';
  const price = Number(asText(asked['MaxPrice']));
  if (!/^\+[1-9]\d{6,14}$/u.test(account)) return failure('ValidationException', { Reason: 'INVALID_PARAMETER' });
  if (text === '' || text.length > 1600 || !(price > 0 && price <= 100))
    return failure('ValidationException', { Reason: 'FIELD_VALIDATION_FAILED' });
  if (asked['OriginationIdentity'] !== world.secrets.awsSms.originationIdentity)
    return failure('ResourceNotFoundException', { ResourceType: 'sender-id' });
  if (account === OPTED_OUT_NUMBER)
    return failure('ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' });
  const messageId = randomUUID();
  world.said.push({ provider: 'awsSms', account, text, messageId, at: world.clock.now() });
  return answer(200, { MessageId: messageId });
}

function failure(name: string, details: object): ProviderResponse {
  return answer(400, { __type: name, Message: name, ...details });
}

function answer(status: number, body: object): ProviderResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}

/** The body of the message that the queue of received texts would hold: SNS's envelope around the two-way payload. */
export function awsTwoWayText(world: ProviderWorld, phone: string, text: string): string {
  hear(world, 'awsSms', phone);
  return JSON.stringify({
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: 'arn:aws:sns:ap-southeast-1:000000000000:texts',
    Message: JSON.stringify({
      originationNumber: phone,
      destinationNumber: '+12125550101',
      messageKeyword: 'KEYWORD',
      messageBody: text,
      inboundMessageId: randomUUID(),
    }),
    Timestamp: world.clock.now(),
    SignatureVersion: '1',
  });
}
