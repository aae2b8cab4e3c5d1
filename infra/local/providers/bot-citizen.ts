/** The citizens' side of Skype and Teams: what they do, as activities under a token of the Bot Framework. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { botIdentity } from './bot-identity.ts';
import type { CitizenSaying } from './citizen-saying.ts';
import { callUntilTaken, hear, type ProviderWorld, type WebhookAnswer, type WebhookCall } from './provider-world.ts';

export interface BotCitizen {
  readonly account: string;
  readonly channelId?: 'skype' | 'msteams';
  /** In this group, calling the hotline by its name. */
  readonly group?: string;
}

export async function botCitizenSays(
  world: ProviderWorld,
  citizen: BotCitizen,
  saying: CitizenSaying,
): Promise<WebhookAnswer> {
  if (saying.kind === 'leaves') world.left.add(`bot ${citizen.account}`);
  else world.left.delete(`bot ${citizen.account}`);
  hear(world, 'bot', citizen.account);
  return callUntilTaken(world, await botCall(world, botActivity(world, citizen, saying)));
}

/** @param activity JSON, or anything else that is to be brought under a good token. */
export async function botCall(world: ProviderWorld, activity: string): Promise<WebhookCall> {
  const { keyId, privateKey, service } = botIdentity(world);
  const now = Math.floor(Date.parse(world.clock.now()) / 1000);
  const token = await new SignJWT({ serviceurl: `${service}/` })
    .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
    .setIssuer('https://api.botframework.com')
    .setAudience(world.secrets.bot.appId)
    .setNotBefore(now)
    .setExpirationTime(now + 3600)
    .sign(privateKey);
  return {
    method: 'POST',
    path: '/channels/bot-framework',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: activity,
  };
}

export function botActivity(world: ProviderWorld, citizen: BotCitizen, saying: CitizenSaying): string {
  const { account, channelId = 'msteams', group } = citizen;
  const hotline = { id: `28:${world.secrets.bot.appId}`, name: '1022' };
  const conversation =
    group === undefined
      ? { conversationType: 'personal', id: `a:${account}` }
      : { conversationType: 'groupChat', isGroup: true, id: `19:${group}@thread.v2` };
  return JSON.stringify({
    id: randomUUID(),
    timestamp: world.clock.now(),
    serviceUrl: `${botIdentity(world).service}/`,
    channelId,
    from: { id: account, name: 'Người dân' },
    conversation,
    recipient: hotline,
    ...said(saying, { account, hotline, calls: group !== undefined }),
  });
}

interface Around {
  readonly account: string;
  readonly hotline: { readonly id: string; readonly name: string };
  /** The hotline by its name, as in a group. */
  readonly calls: boolean;
}

function said(saying: CitizenSaying, { account, hotline, calls }: Around): object {
  const called = calls ? '<at>1022</at> ' : '';
  const message = {
    type: 'message',
    entities: calls ? [{ type: 'mention', mentioned: hotline, text: '<at>1022</at>' }] : [],
  };
  const file = (contentType: string, contentUrl: string, name?: string) => [{ contentType, contentUrl, name }];
  switch (saying.kind) {
    case 'text':
      return { ...message, text: `${called}${saying.text}` };
    case 'image':
    case 'video':
    case 'file': {
      const { kind, url, fileName, text = '' } = saying;
      const contentType = kind === 'file' ? 'application/octet-stream' : `${kind}/*`;
      return { ...message, text: `${called}${text}`, attachments: file(contentType, url, fileName) };
    }
    case 'voice':
      return { ...message, text: called, attachments: file('audio/ogg', saying.url) };
    case 'sticker':
    case 'location':
    case 'contact':
      // Teams hands a bot a card without an address for these, and no words.
      return { ...message, text: called, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] };
    case 'comes':
      return { type: 'conversationUpdate', membersAdded: [hotline, { id: account }] };
    case 'leaves':
      return { type: 'conversationUpdate', membersRemoved: [hotline] };
    default:
      return saying satisfies never;
  }
}
