/** A citizen's phone on this machine: any account on any channel writes to the hotline, and sees what came back. */
import { awsTwoWayText } from './aws-sms.ts';
import { botCitizenSays } from './bot-citizen.ts';
import type { CitizenSaying } from './citizen-saying.ts';
import type { ProviderName, ProviderWorld, WebhookAnswer } from './provider-world.ts';
import { textsGateway } from './sms-gateway.ts';
import { viberCitizenSays } from './viber-citizen.ts';
import { zaloCitizenSays } from './zalo-citizen.ts';

export const PHONE_CHANNELS = ['sms', 'zalo', 'viber', 'teams', 'skype', 'aws-sms'] as const;
export type PhoneChannel = (typeof PHONE_CHANNELS)[number];

/** Who brings our messages to such an account. */
export const PROVIDERS_OF: Readonly<Record<PhoneChannel, readonly ProviderName[]>> = {
  sms: ['esms', 'awsSms'],
  zalo: ['zalo'],
  viber: ['viber'],
  teams: ['bot'],
  skype: ['bot'],
  'aws-sms': ['awsSms', 'esms'],
};

export interface PhoneSettings {
  readonly world: ProviderWorld;
  /** Puts a text where AWS's topic would. */
  readonly textThroughAws: (body: string) => Promise<void>;
}

/** @returns what our side answered; a text may be several calls, of which the last counts. */
export async function sayOnPhone(
  { world, textThroughAws }: PhoneSettings,
  {
    channel,
    account,
    saying,
  }: { readonly channel: PhoneChannel; readonly account: string; readonly saying: CitizenSaying },
): Promise<WebhookAnswer> {
  switch (channel) {
    case 'zalo':
      return zaloCitizenSays(world, account, saying);
    case 'viber':
      return viberCitizenSays(world, account, saying);
    case 'teams':
      return botCitizenSays(world, { account, channelId: 'msteams' }, saying);
    case 'skype':
      return botCitizenSays(world, { account, channelId: 'skype' }, saying);
    case 'sms':
      return (await textsGateway(world, account, { text: wordsOf(saying) })).at(-1) ?? { status: 400, body: '' };
    case 'aws-sms':
      await textThroughAws(awsTwoWayText(world, account, wordsOf(saying)));
      return { status: 202, body: '' };
    default:
      return channel satisfies never;
  }
}

/** Texts carry words only. */
function wordsOf(saying: CitizenSaying): string {
  return saying.kind === 'text' ? saying.text : '';
}
