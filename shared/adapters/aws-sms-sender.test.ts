import {
  AccessDeniedException,
  ConflictException,
  InternalServerException,
  PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
  ServiceQuotaExceededException,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { mockClient } from 'aws-sdk-client-mock';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AwsSmsSender } from './aws-sms-sender.ts';

const account = { originationIdentity: 'HCM1022', maxPrice: '0.20' };
const text = { to: '+84912345678', text: 'Ma cua ban la 7KD2', attemptId: 'd1-1' };
const $metadata = {};
const conflict = (Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' | 'RESOURCE_NOT_ACTIVE') =>
  new ConflictException({ message: 'of +84912345678', Reason, $metadata });

describe('a text through AWS', () => {
  it('goes out once, from our own name, and never for more than was allowed', async () => {
    const mock = mockClient(PinpointSMSVoiceV2Client);
    mock.on(SendTextMessageCommand).resolves({ MessageId: 'aws-1' });
    const sender = new AwsSmsSender(new PinpointSMSVoiceV2Client({ region: 'ap-southeast-1' }), account);
    expect(await sender.send(text)).toEqual({ kind: 'accepted', messageId: 'aws-1' });
    expect(mock.commandCalls(SendTextMessageCommand).map(({ args: [command] }) => command.input)).toEqual([
      {
        DestinationPhoneNumber: '+84912345678',
        OriginationIdentity: 'HCM1022',
        MessageBody: 'Ma cua ban la 7KD2',
        MessageType: 'TRANSACTIONAL',
        MaxPrice: '0.20',
        Context: { attempt: 'd1-1' },
      },
    ]);
  });

  it.each([
    [new ThrottlingException({ message: '', $metadata }), { kind: 'unavailable', why: 'ThrottlingException' }],
    [
      new ServiceQuotaExceededException({ message: '', Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT', $metadata }),
      { kind: 'unavailable', why: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' },
    ],
    [new AccessDeniedException({ message: '', $metadata }), { kind: 'unavailable', why: 'AccessDeniedException' }],
    [conflict('RESOURCE_NOT_ACTIVE'), { kind: 'unavailable', why: 'RESOURCE_NOT_ACTIVE' }],
    [
      new ValidationException({ message: '', Reason: 'INVALID_PARAMETER', $metadata }),
      { kind: 'refused', why: 'INVALID_PARAMETER' },
    ],
    [conflict('DESTINATION_PHONE_NUMBER_OPTED_OUT'), { kind: 'refused', why: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }],
    [new InternalServerException({ message: '', $metadata }), { kind: 'unclear' }],
  ])('answered by %s is %o', async (error, sent) => {
    const mock = mockClient(PinpointSMSVoiceV2Client);
    mock.on(SendTextMessageCommand).rejects(error);
    const sender = new AwsSmsSender(new PinpointSMSVoiceV2Client({ region: 'ap-southeast-1' }), account);
    expect(await sender.send(text)).toEqual(sent);
  });

  describe('over a network', () => {
    const servers: Server[] = [];
    afterEach(() => {
      for (const server of servers.splice(0)) server.close().closeAllConnections();
    });
    const sendTo = async (listener: Parameters<typeof createServer>[1], requestTimeout = 200) => {
      mockClient(PinpointSMSVoiceV2Client).restore();
      const server = createServer(listener);
      servers.push(server);
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as AddressInfo;
      return new AwsSmsSender(clientTo(port, requestTimeout), account);
    };
    const clientTo = (port: number, requestTimeout: number) =>
      new PinpointSMSVoiceV2Client({
        region: 'ap-southeast-1',
        endpoint: `http://127.0.0.1:${String(port)}`,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
        maxAttempts: 1,
        requestHandler: { requestTimeout, throwOnRequestTimeout: true },
      });

    it('that gives no answer, or half of one, may have gone out', async () => {
      const silent = await sendTo(() => undefined);
      expect(await silent.send(text)).toEqual({ kind: 'unclear' });
      const broken = await sendTo((request) => request.socket.destroy(), 5000);
      expect(await broken.send(text)).toEqual({ kind: 'unclear' });
    });

    it('where nobody listens has not gone out', async () => {
      const sender = await sendTo(() => undefined);
      await new Promise((done) => servers.splice(0)[0]?.close(done));
      expect(await sender.send(text)).toEqual({ kind: 'unavailable', why: 'ECONNREFUSED' });
    });
  });
});
