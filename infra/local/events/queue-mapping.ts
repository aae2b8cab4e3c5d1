import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
  type MessageAttributeValue,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { MappingPlan } from '../assembly/plan.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import { undoneOf, type Disturbance, type RunningMapping } from './delivery.ts';
import { passesFilters } from './filter-criteria.ts';

export interface QueueMappingSettings {
  readonly plan: MappingPlan;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly region: string;
  readonly client: SQSClient;
  readonly pool: FunctionPool;
  /** Batches under way at once. */
  readonly concurrency: number;
  readonly log: (line: string) => void;
}

/**
 * Polls a queue and hands its messages to a function. What a function did is deleted; the rest stays and comes back when its visibility
 * timeout has passed, until the queue's redrive policy moves it to the dead-letter queue.
 */
export function startQueueMapping(settings: QueueMappingSettings): RunningMapping {
  const { plan, client, queueUrl } = settings;
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const underWay = new Set<Promise<void>>();
  let paused = false;
  let disturbance: Disturbance = {};

  const handle = async (messages: readonly Message[]): Promise<void> => {
    const records = messages.map((message) => ({ message, record: toRecord(message, settings) }));
    const wanted = records.filter(({ record }) => passesFilters(filterable(record), plan.patterns));
    const unwanted = records.filter((entry) => !wanted.includes(entry)).map(({ message }) => message);
    await remove(client, queueUrl, unwanted);
    if (wanted.length === 0) return;
    const ordered = disturbance.reversed === true ? wanted.toReversed() : wanted;
    const event = { Records: ordered.map(({ record }) => record) };
    if (disturbance.twice === true) await settings.pool.invoke(plan.functionName, event);
    const outcome = await settings.pool.invoke(plan.functionName, event);
    const identifiers = wanted.map(({ record }) => record.messageId);
    const undone = undoneOf(outcome, identifiers, plan.reportsItemFailures);
    const done = wanted.filter(({ record }) => !undone.has(record.messageId)).map(({ message }) => message);
    await remove(client, queueUrl, done);
  };
  const poll = async (): Promise<void> => {
    while (!isStopping()) {
      if (paused || underWay.size >= settings.concurrency) {
        await Promise.race([wait(50), ...(paused ? [] : underWay)]);
        continue;
      }
      try {
        const messages = await gather(settings, stopping.signal, () => paused);
        if (messages.length === 0) continue;
        const work = handle(messages)
          .catch((error: unknown) => {
            if (!isStopping()) settings.log(`${plan.id}: ${String(error)}`);
          })
          .finally(() => underWay.delete(work));
        underWay.add(work);
      } catch (error) {
        if (isStopping()) break;
        settings.log(`${plan.id}: ${String(error)}`);
        await wait(1000);
      }
    }
    await Promise.all(underWay);
  };
  const polling = poll();
  return {
    id: plan.id,
    functionName: plan.functionName,
    pause: () => void (paused = true),
    resume: () => void (paused = false),
    disturb: (wanted) => void (disturbance = wanted),
    async stop() {
      stopping.abort();
      await polling;
    },
  };
}

/** Up to a batch of messages: whatever the first answer brings, or as many as come within the batching window. */
async function gather(
  settings: QueueMappingSettings,
  signal: AbortSignal,
  isPaused: () => boolean,
): Promise<Message[]> {
  const { plan, client, queueUrl } = settings;
  const messages: Message[] = [];
  const windowMilliseconds = plan.batchingWindowSeconds * 1000;
  let windowEnds: number | undefined;
  do {
    const left = windowEnds === undefined ? 2000 : windowEnds - Date.now();
    const answer = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(10, plan.batchSize - messages.length),
        WaitTimeSeconds: Math.max(0, Math.min(2, Math.ceil(left / 1000))),
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: signal },
    );
    messages.push(...(answer.Messages ?? []));
    if (messages.length > 0) windowEnds ??= Date.now() + windowMilliseconds;
  } while (
    messages.length < plan.batchSize &&
    windowEnds !== undefined &&
    Date.now() < windowEnds &&
    !signal.aborted &&
    !isPaused()
  );
  return messages;
}

type QueueRecord = ReturnType<typeof toRecord>;

function toRecord(message: Message, settings: QueueMappingSettings) {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(
    ([name, value]) => [name, toEventAttribute(value)] as const,
  );
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: settings.queueArn,
    awsRegion: settings.region,
  };
}

function toEventAttribute(value: MessageAttributeValue): Record<string, unknown> {
  return {
    ...(value.StringValue !== undefined && { stringValue: value.StringValue }),
    ...(value.BinaryValue !== undefined && { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
    stringListValues: [],
    binaryListValues: [],
    dataType: value.DataType ?? 'String',
  };
}

/** Patterns look into a JSON body; a body that is no JSON is compared as text. */
function filterable(record: QueueRecord): Record<string, unknown> {
  try {
    return { ...record, body: JSON.parse(record.body) as unknown };
  } catch {
    return record;
  }
}

async function remove(client: SQSClient, queueUrl: string, messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += 10) {
    const Entries = messages
      .slice(start, start + 10)
      .map((message, position) => ({ Id: String(position), ReceiptHandle: message.ReceiptHandle ?? '' }));
    const answer = await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    if ((answer.Failed ?? []).length > 0)
      throw new Error(`messages could not be deleted: ${JSON.stringify(answer.Failed)}`);
  }
}
