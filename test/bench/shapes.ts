/** The transactions that a real use case sent, as text with its ids in it: what a bare script sends again under new ids. */
import {
  TransactWriteItemsCommand,
  type DynamoDBClient,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { trackingCodeFrom } from '../../shared/domain/codes/tracking-code.ts';
import { transactItems, watchClient } from './watch-client.ts';

export interface Shape {
  /** One JSON text for each transaction, in their order. */
  readonly transactions: readonly string[];
  readonly code: string;
  readonly dossierCode: string | undefined;
  readonly answerKeys: readonly string[];
}

/** @param act is to commit to one new case through `client`, which nobody else uses meanwhile. */
export async function recordShape(client: DynamoDBClient, act: () => Promise<string>): Promise<Shape> {
  const transactions: string[] = [];
  const stop = watchClient(client, (call) => {
    if (transactItems(call) !== undefined) transactions.push(JSON.stringify(call.input));
  });
  const code = await act();
  stop();
  const whole = transactions.join('\n');
  return {
    transactions,
    code,
    dossierCode: /"dossierCode":\{"S":"([^"]+)"/u.exec(whole)?.[1],
    answerKeys: [...new Set([...whole.matchAll(/"idempotency#([\w-]+)"/gu)].map(([, key]) => key ?? ''))],
  };
}

/** The same under ids that nobody has. */
export function renewed(shape: Shape): readonly TransactWriteItemsCommandInput[] {
  const replacements = [
    [shape.code, newCode()],
    ...(shape.dossierCode === undefined ? [] : [[shape.dossierCode, `BENCH-${randomBytes(6).toString('hex')}`]]),
    ...shape.answerKeys.map((key) => [key, randomBytes(32).toString('base64url')]),
  ] as const;
  return shape.transactions.map((text) => {
    let changed = text;
    for (const [from = '', to = ''] of replacements) changed = changed.replaceAll(from, to);
    return JSON.parse(changed) as TransactWriteItemsCommandInput;
  });
}

/** @param tell is told how long each transaction took. */
export async function replay(
  client: DynamoDBClient,
  shape: Shape,
  tell: (transaction: number, ms: number) => void = () => undefined,
): Promise<void> {
  for (const [index, input] of renewed(shape).entries()) {
    const began = performance.now();
    await client.send(new TransactWriteItemsCommand(input));
    tell(index, performance.now() - began);
  }
}

export function newCode(): string {
  return trackingCodeFrom(new Uint8Array(randomBytes(9)));
}
