/** The channels that are switched on: those whose secrets are entered. */
import type { MessageChannel } from '../../../shared/domain/channel.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import type { ChannelSecretsSource } from '../../../shared/ports/providers.ts';
import type { TextSender } from '../../../shared/ports/text-sender.ts';
import type { Log } from '../../../shared/shell/structured-log.ts';
import { awsSmsOutgoing } from '../aws-sms/aws-sms-outgoing.ts';
import { botOutgoing } from '../bot-framework/bot-outgoing.ts';
import { botTokens } from '../bot-framework/bot-token.ts';
import type {
  ChannelSecrets,
  OutgoingChannel,
  ProviderEndpoints,
  ProviderFetch,
  TokenVault,
} from '../channel-contract.ts';
import { esmsSender } from '../esms/esms-sender.ts';
import { viberOutgoing } from '../viber/viber-outgoing.ts';
import { zaloOutgoing } from '../zalo/zalo-outgoing.ts';

export interface ChannelPorts {
  readonly channelSecrets: ChannelSecretsSource;
  readonly fetch: ProviderFetch;
  readonly vault: TokenVault;
  readonly endpoints: ProviderEndpoints;
  readonly clock: Clock;
  readonly log: Log;
  /** Without a slash at the end. */
  readonly publicBaseUrl: string;
  textSender(account: NonNullable<ChannelSecrets['awsSms']>): TextSender;
}

type Channels = ReadonlyMap<MessageChannel, OutgoingChannel>;

/** Made again only when the secrets are others: a channel keeps its token in memory. */
export function outgoingChannels(ports: ChannelPorts): () => Promise<Channels> {
  let made: { readonly by: string; readonly channels: Channels } | undefined;
  return async () => {
    const secrets = await ports.channelSecrets.channelSecrets();
    const by = JSON.stringify(secrets);
    if (made?.by !== by) made = { by, channels: channelsOf(ports, secrets) };
    return made.channels;
  };
}

function channelsOf(ports: ChannelPorts, { zalo, viber, bot, esms, awsSms }: ChannelSecrets): Channels {
  const { endpoints } = ports;
  // The domestic gateway serves Vietnamese networks at their prices; AWS where there is none.
  const sms =
    esms === undefined
      ? awsSms && awsSmsOutgoing(ports.textSender(awsSms))
      : esmsSender({ ...ports, endpoint: endpoints.smsGateway, secrets: esms });
  const on = [
    zalo && zaloOutgoing({ ...ports, secrets: zalo }),
    viber && viberOutgoing({ ...ports, secrets: viber }),
    ...(bot === undefined ? [] : bots(ports, bot)),
    sms,
  ].filter((channel) => channel !== undefined);
  return new Map(on.map((channel) => [channel.channel, channel]));
}

function bots(ports: ChannelPorts, secrets: NonNullable<ChannelSecrets['bot']>): readonly OutgoingChannel[] {
  const { fetch, endpoints } = ports;
  const tokens = botTokens({ ...ports, endpoint: endpoints.botLogin, secrets });
  // On one machine only.
  const plainHttp = endpoints.botLogin.startsWith('http:');
  return (['skype', 'teams'] as const).map((channel) => botOutgoing(channel, { fetch, tokens, plainHttp }));
}
