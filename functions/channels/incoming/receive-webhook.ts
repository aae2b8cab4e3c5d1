/**
 * One call of a provider: verified as bytes, parsed, everything in it committed, and only then acknowledged. When anything could not be
 * committed the provider is told, and calls again; what was committed is recognised then. Nothing is kept of a call that is refused.
 */
import type { ChannelSecretsSource } from '../../../shared/ports/providers.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import type { Log } from '../../../shared/shell/structured-log.ts';
import type { ChannelSecrets, IncomingChannel, RawCall } from '../channel-contract.ts';
import { acceptItem, type AcceptPorts } from './accept-item.ts';

/** A channel is made of its secrets at each call, so that a new key counts at once; `undefined` while it is off. */
export type MakeChannel = (secrets: ChannelSecrets) => IncomingChannel | undefined;

export interface WebhookPorts extends AcceptPorts {
  readonly channelSecrets: ChannelSecretsSource;
  readonly channels: ReadonlyMap<string, MakeChannel>;
  readonly log: Log;
}

/** Commits made at once; a call rarely brings more than one item. */
const AT_ONCE = 20;

/** @throws on a fault of the store, for a 5xx that the provider answers with another try. */
export async function receiveWebhook(
  ports: WebhookPorts,
  name: string,
  request: HttpRequest<Uint8Array>,
): Promise<HttpReply> {
  const make = ports.channels.get(name);
  if (make === undefined) return problem({ kind: 'not-found', what: 'route' });
  const secrets = await secretsOf(ports, name);
  if (secrets === undefined) return { kind: 'json', status: 503, body: {} };
  const channel = make(secrets);
  if (channel === undefined) return problem({ kind: 'not-found', what: 'route' });

  const call = rawCall(request, ports.clock.now());
  const turnAway = (why: Parameters<IncomingChannel['refuse']>[0], body: object = {}): HttpReply => {
    ports.log('warn', 'webhook-refused', { channel: name, why });
    return { kind: 'json', status: channel.refuse(why).status, body };
  };
  const verification = await channel.verify(call);
  if (verification.kind === 'refused') return turnAway(verification.why);
  const parsed = channel.parse(call);
  if (parsed.kind === 'malformed') return turnAway('malformed', parsed.errors && { errors: parsed.errors });
  const raw = rawText(call);
  for (let from = 0; from < parsed.items.length; from += AT_ONCE) {
    const items = parsed.items.slice(from, from + AT_ONCE);
    await allDone(items.map((item) => acceptItem(ports, { item, raw })));
  }
  const { status, body = {} } = channel.acknowledge(call);
  return { kind: 'json', status, body };
}

async function secretsOf({ channelSecrets, log }: WebhookPorts, channel: string): Promise<ChannelSecrets | undefined> {
  try {
    return await channelSecrets.channelSecrets();
  } catch {
    log('error', 'channel-keys-unavailable', { channel });
    return undefined;
  }
}

function rawCall({ body, headers, query, params }: HttpRequest<Uint8Array>, now: string): RawCall {
  const { key } = params;
  return { body, headers, query, now, ...(key !== undefined && { key }) };
}

/** As it came: the body, or the query of a call that has none. The secret part of an address is not part of it. */
function rawText({ body, query }: RawCall): string {
  return body.length > 0 ? new TextDecoder().decode(body) : JSON.stringify(query);
}

/** Waits for all, whatever becomes of one: a function that has answered is frozen in the middle of what still runs. */
async function allDone(work: readonly Promise<unknown>[]): Promise<void> {
  const failure = (await Promise.allSettled(work)).find((one) => one.status === 'rejected');
  if (failure !== undefined) throw new Error('an item of a webhook could not be committed', { cause: failure.reason });
}
