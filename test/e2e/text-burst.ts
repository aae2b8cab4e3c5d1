/** Texts on telephones: what whoever has given only a number is told, and a burst of reports that something breaks into. */
import { randomUUID } from 'node:crypto';
import { signedByKey } from '../../infra/local/providers/signed-by-key.ts';
import { expect } from 'vitest';
import { citizenOn, codeIn, freshPhone, hearing, providersOf, screenOf, wholeReport } from './citizens.ts';
import { answerNotice, confirmSuggestion, reportsOfPhone, toldOf } from './hotline-acts.ts';
import { eventually, type OwnSystem } from './running-system.ts';

/** A report of somebody whose number nobody has proven is sorted and answered: each text names the code, and nothing of the matter. */
export async function answerByText(
  system: OwnSystem,
  { code, phone, answer }: { readonly code: string; readonly phone: string; readonly answer: string },
): Promise<void> {
  await hearing(citizenOn(system, 'sms', phone), new RegExp(code, 'u'));
  await confirmSuggestion(system, code);
  await answerNotice(system, code, { text: `TRẢ LỜI: ${answer}` });
  await toldOf(system, code, { template: 'report-answered', channel: 'sms', status: 'delivered' });
  const texts = screenOf(system, phone);
  expect(texts).toHaveLength(3);
  for (const text of texts)
    expect(text).toMatch(new RegExp(`^Tong dai 1022: co tin ve phan anh ma ${code}\\. Xem tai \\S+ hoac goi`, 'u'));
}

interface Sent {
  readonly phone: string;
  /** As the gateway brings it, however often. */
  readonly body: string;
}

export interface Burst {
  readonly sent: readonly Sent[];
  readonly acknowledged: ReadonlySet<Sent>;
}

/** Everybody texts at once; `strike` falls when a third of them has been taken. */
export async function fileBursting(system: OwnSystem, count: number, strike: () => Promise<void>): Promise<Burst> {
  const at = providersOf(system).clock.now();
  const sent = Array.from({ length: count }, (): Sent => {
    const phone = freshPhone();
    const text = wholeReport(phone);
    const to = { to: '8022', keyword: '1022', telco: 'viettel' };
    return { phone, body: JSON.stringify({ moId: randomUUID(), from: phone, ...to, text, receivedAt: at }) };
  });
  const acknowledged = new Set<Sent>();
  let struck: Promise<void> | undefined;
  const waiting = sent.values();
  const gateway = async (): Promise<void> => {
    for (const one of waiting) {
      if (await bring(system, one)) acknowledged.add(one);
      if (acknowledged.size >= count / 3) struck ??= strike();
    }
  };
  await Promise.all(Array.from({ length: 4 }, gateway));
  await struck;
  return { sent, acknowledged };
}

/** The gateway brings again what was not taken; then everybody has one report, and was told its code once. */
export async function finishBurst(
  { sent, acknowledged }: Burst,
  { struck, system }: { readonly struck: OwnSystem; readonly system: OwnSystem },
): Promise<void> {
  for (const one of sent.filter((each) => !acknowledged.has(each))) {
    await eventually('taken in the end', async () => ((await bring(system, one)) ? true : undefined));
  }
  for (const { phone } of sent) {
    const code = await eventually(`${phone} is told a code`, () =>
      Promise.resolve(codesTold([struck, system], phone)[0]),
    );
    expect(codesTold([struck, system], phone)).toEqual([code]);
    expect(await reportsOfPhone(system, phone)).toEqual([code]);
  }
}

/** What the network brought to the phone: the same request twice is one text. */
function codesTold(systems: readonly OwnSystem[], phone: string): readonly string[] {
  const said = systems.flatMap((system) => providersOf(system).said.filter(({ account }) => account === phone));
  return [...new Map(said.map(({ messageId, text }) => [messageId, text])).values()].map(codeIn);
}

async function bring(system: OwnSystem, { body }: Sent): Promise<boolean> {
  const { secrets, clock, callWebhook } = providersOf(system);
  try {
    const call = signedByKey('/channels/sms', body, { keys: secrets.smsGateway.keys, at: clock.now() });
    const { status } = await callWebhook(call);
    return status >= 200 && status < 300;
  } catch {
    return false;
  }
}
