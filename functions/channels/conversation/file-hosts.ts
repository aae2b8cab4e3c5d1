/**
 * Where the providers of channels keep what citizens send them. Only these are asked: an address in a message is somebody's choice, and a
 * function that fetches any address is a way into whatever it can reach. Not checked against the providers' own papers.
 */
import type { MessageChannel } from '../../../shared/domain/channel.ts';

/** Only this one: anybody may have a name of their own below trafficmanager.net. */
const BOT_CONNECTOR = 'smba.trafficmanager.net';

const HOSTS: Readonly<Record<MessageChannel, readonly string[]>> = {
  zalo: ['zdn.vn', 'zadn.vn', 'zalo.me', 'zaloapp.com'],
  viber: ['viber.com'],
  skype: ['botframework.com', 'skype.com', BOT_CONNECTOR],
  teams: ['botframework.com', BOT_CONNECTOR],
  sms: [],
  email: [],
};

/** The host itself or one below it, over HTTPS on its usual port, without a user in it. */
export function isAllowedFile(channel: MessageChannel, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
  return HOSTS[channel].some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}
