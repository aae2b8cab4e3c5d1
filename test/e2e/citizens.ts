/** Citizens on every channel of the hotline: what each writes reaches it as a provider would bring it, and each sees only their own screen. */
import { sayOnPhone, type PhoneChannel } from '../../infra/local/providers/citizen-phone.ts';
import type { ProviderWorld } from '../../infra/local/providers/provider-world.ts';
import { eventually, type OwnSystem } from './running-system.ts';
import { mailsTo } from './mailbox.ts';
import { post } from './incoming.ts';

export interface Citizen {
  says(text: string): Promise<void>;
  /** All that came back, oldest first. */
  hears(): Promise<readonly string[]>;
}

export type WrittenChannel = PhoneChannel | 'email';

export function providersOf({ runtime }: OwnSystem): ProviderWorld {
  if (runtime.providers === undefined) throw new Error('the app calls no providers');
  return runtime.providers;
}

/** @param account as the channel names people: a number, an id, an address. */
export function citizenOn(system: OwnSystem, channel: WrittenChannel, account: string): Citizen {
  return channel === 'email' ? mailing(system, account) : texting(system, channel, account);
}

/** A text on a phone is shown whichever gateway brought it. */
export function screenOf(system: OwnSystem, account: string): readonly string[] {
  return providersOf(system).said.flatMap((said) => (said.account === account ? [said.text.normalize('NFC')] : []));
}

function texting(system: OwnSystem, channel: PhoneChannel, account: string): Citizen {
  return {
    async says(text) {
      const { status } = await saying(system, { channel, account, text });
      if (status >= 300) throw new Error(`${channel} was answered ${String(status)}`);
    },
    hears: () => Promise.resolve(screenOf(system, account)),
  };
}

function saying(
  system: OwnSystem,
  { channel, account, text }: { readonly channel: PhoneChannel; readonly account: string; readonly text: string },
) {
  const textThroughAws = async (): Promise<void> => {
    const form = new URLSearchParams({ channel, account, text });
    await fetch(`${system.mailUrl}/dien-thoai.json`, { method: 'POST', body: form });
  };
  const world = providersOf(system);
  return sayOnPhone({ world, textThroughAws }, { channel, account, saying: { kind: 'text', text } });
}

function mailing(system: OwnSystem, address: string): Citizen {
  return {
    says: (text) => post(system, { from: address, to: hotlineAddressOf(system), subject: 'Phản ánh', text }),
    async hears() {
      const mails = await mailsTo(system, address);
      return mails.map(({ text }) => text.normalize('NFC')).toReversed();
    },
  };
}

function hotlineAddressOf({ runtime }: OwnSystem): string {
  const addresses = runtime.plan.functions.map(({ environment }) => environment['HOTLINE_ADDRESS']);
  return addresses.find((address) => address !== undefined) ?? '';
}

/** Waits until the citizen is told something like it. @returns the newest such text. */
export function hearing(citizen: Citizen, what: RegExp): Promise<string> {
  return eventually(`a citizen hears ${String(what)}`, async () =>
    (await citizen.hears()).findLast((text) => what.test(text)),
  );
}

/** How many times the citizen was told something like it. */
export async function timesHeard(citizen: Citizen, what: RegExp): Promise<number> {
  return (await citizen.hears()).filter((text) => what.test(text)).length;
}

/** Waits until the hotline says the report's code. */
export async function codeHeard(citizen: Citizen): Promise<string> {
  return codeIn(await hearing(citizen, CODE));
}

const CODE = /[Mm](?:ã|a)(?: tra c[ứu]u:)? ([0-9A-HJKMNP-TV-Z]{10})\b/u;

export function codeIn(text: string): string {
  const code = CODE.exec(text)?.[1];
  if (code === undefined) throw new Error(`no code in "${text}"`);
  return code;
}

let numbers = 0;

/** A number that nobody else has. */
export function freshPhone(): string {
  numbers += 1;
  return `+8490912${String(3000 + numbers)}`;
}

/** All that a report needs, in one message. */
export function wholeReport(phone: string): string {
  return [
    'Họ tên: Lê Thị An',
    'Địa chỉ: 12 Bạch Đằng (hư cấu)',
    `SĐT: ${phone}`,
    'Địa điểm: cổng chợ Thủ Dầu Một, phường Thủ Dầu Một',
    'Nội dung: Trước cổng chợ Thủ Dầu Một, phường Thủ Dầu Một có ổ gà sâu, xe máy dễ ngã khi trời mưa.',
  ].join('\n');
}
