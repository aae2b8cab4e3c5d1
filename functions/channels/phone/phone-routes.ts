import { phoneRoutes } from '../../../shared/contracts/http/phone.ts';
import type { ChannelSecretsSource } from '../../../shared/ports/providers.ts';
import type { HttpRoute } from '../../../shared/shell/http-pipeline.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { refusalStatus } from '../providers/refusal-status.ts';
import { readSignedBody } from '../signed/read-signed-body.ts';
import { verifySignedCall } from '../signed/signed-call.ts';
import { ExchangeEvent } from './call-event.ts';
import { takeCallEvent, type CallPorts } from './take-call-event.ts';

export interface PhonePorts extends CallPorts {
  readonly channelSecrets: ChannelSecretsSource;
}

export function phoneHttpRoutes(ports: PhonePorts): Readonly<Record<string, HttpRoute>> {
  const [contract] = phoneRoutes;
  return {
    [contract.operationId]: { contract, handle: (request: HttpRequest<Uint8Array>) => answerExchange(ports, request) },
  };
}

async function answerExchange(
  ports: PhonePorts,
  { body, headers, query }: HttpRequest<Uint8Array>,
): Promise<HttpReply> {
  const { phoneExchange } = await ports.channelSecrets.channelSecrets();
  if (phoneExchange === undefined) return problem({ kind: 'not-found', what: 'route' });
  const verified = verifySignedCall({ body, headers, query, now: ports.clock.now() }, phoneExchange.keys);
  if (verified.kind === 'refused') return { kind: 'json', ...refusalStatus(verified.why), body: {} };
  const read = readSignedBody(body, ExchangeEvent);
  if (read.kind === 'malformed') return { kind: 'json', ...refusalStatus('malformed'), body: { errors: read.errors } };
  return { kind: 'json', status: 200, body: await takeCallEvent(ports, read.body) };
}
