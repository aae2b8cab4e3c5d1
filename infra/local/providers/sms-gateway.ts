/** A domestic gateway for texts to the short number: citizens' phones on one side, our own contract on the other. It sends nothing. */
import { randomUUID } from 'node:crypto';
import { hear, type ProviderWorld, type WebhookAnswer } from './provider-world.ts';
import { signedByKey } from './signed-by-key.ts';

/** Letters of one part of a long text with marks. */
const PART = 67;

/** @param phone as the network shows it. Long texts come in parts, unless the gateway puts them together. */
export async function textsGateway(
  world: ProviderWorld,
  phone: string,
  said: { readonly text: string; readonly inParts?: boolean },
): Promise<readonly WebhookAnswer[]> {
  hear(world, 'smsGateway', phone);
  const letters = Array.from(said.text);
  const size = said.inParts === true ? PART : letters.length;
  const of = Math.max(1, Math.ceil(letters.length / Math.max(1, size)));
  const ref = randomUUID();
  const answers: WebhookAnswer[] = [];
  for (let number = 1; number <= of; number += 1) {
    const text = letters.slice((number - 1) * size, number * size).join('');
    answers.push(await deliver(world, { phone, text, ...(of > 1 && { part: { ref, number, of } }) }));
  }
  return answers;
}

/** Tried again while we answer 5xx, signed anew with the same id, as the contract asks. */
async function deliver(
  world: ProviderWorld,
  { phone, text, part }: { readonly phone: string; readonly text: string; readonly part?: object },
): Promise<WebhookAnswer> {
  const body = JSON.stringify({
    moId: randomUUID(),
    from: phone,
    to: '8022',
    keyword: '1022',
    text,
    receivedAt: world.clock.now(),
    telco: 'viettel',
    ...(part && { part }),
  });
  const send = () =>
    world.callWebhook(
      signedByKey('/channels/sms', body, { keys: world.secrets.smsGateway.keys, at: world.clock.now() }),
    );
  let answer = await send();
  for (let tries = 1; answer.status >= 500 && tries < 3; tries += 1) answer = await send();
  return answer;
}
