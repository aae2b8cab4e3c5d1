import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { awsSmsProvider, awsTwoWayText, OPTED_OUT_NUMBER } from '../../../infra/local/providers/aws-sms.ts';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerServer } from '../../../infra/local/providers/provider-server.ts';
import { providerWorld, type ProviderRequest } from '../../../infra/local/providers/provider-world.ts';
import { AwsSmsSender } from '../../../shared/adapters/aws-sms-sender.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { describeOutgoing } from '../testing/conformance-outgoing.ts';
import { awsSmsOutgoing } from './aws-sms-outgoing.ts';
import { messageOfText, QueuedText } from './two-way-text.ts';

const now = '2026-11-23T02:00:00.000Z';
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});

const newWorld = () =>
  providerWorld({
    clock: new SteppableClock(now),
    secrets: standInSecrets,
    callWebhook: () => Promise.resolve({ status: 200, body: '{}' }),
  });

/** The real client against the stand-in, over HTTP. */
async function standIn(account = standInSecrets.awsSms) {
  const here = newWorld();
  const provider = awsSmsProvider(here);
  const asked: ProviderRequest[] = [];
  const remembering = (request: ProviderRequest) => {
    asked.push(request);
    return provider(request);
  };
  const server = createServer(providerServer(new Map([['aws-sms', remembering]]), () => undefined));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const client = new PinpointSMSVoiceV2Client({
    region: 'ap-southeast-1',
    endpoint: `http://127.0.0.1:${String(port)}/aws-sms`,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret-key-of-the-test' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
  });
  return { here, asked, channel: awsSmsOutgoing(new AwsSmsSender(client, account)) };
}

describeOutgoing(
  'AWS',
  async () => {
    const { here, asked, channel } = await standIn();
    return {
      channel,
      to: { account: '+84912345678' },
      gone: { account: OPTED_OUT_NUMBER },
      fault: (fault) => (fault === undefined ? here.faults.delete('awsSms') : here.faults.set('awsSms', fault)),
      said: () => here.said,
      asked: () => asked,
      secrets: () => [{ secret: 'AKIATEST', host: asked[0]?.host ?? '' }],
    };
  },
  [],
);

describe('the stand-in of AWS', () => {
  it('refuses a text as the service would: another sender waits for an operator, a wrong number does not', async () => {
    const other = await standIn({ originationIdentity: 'STRANGER', maxPrice: '0.20' });
    const text = { text: 'x', to: { account: '+84912345678' }, attemptId: 'd1-1' };
    expect(await other.channel.send(text)).toEqual({ kind: 'unavailable', why: 'ResourceNotFoundException' });
    const { channel } = await standIn();
    expect(await channel.send({ ...text, to: { account: '0912' } })).toEqual({
      kind: 'refused',
      why: 'INVALID_PARAMETER',
    });
  });

  it('brings a text of a citizen as the topic hands it on', () => {
    const read = QueuedText.parse(JSON.parse(awsTwoWayText(newWorld(), '+14255550182', 'Ổ gà')));
    expect(messageOfText(read, now)).toMatchObject({
      sender: { account: '+14255550182' },
      content: { text: 'Ổ gà' },
      at: now,
    });
  });
});
