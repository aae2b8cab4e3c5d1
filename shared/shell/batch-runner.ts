/**
 * Queue batches (SQS event source with partial batch responses): each message is parsed by its schema and worked on, several at once; the
 * ones to be tried again are reported, the others acknowledged. What cannot succeed is decided in one place, `retryOrDrop`.
 */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod/mini';
import { faultFields, structuredLog, type Log } from './structured-log.ts';

export interface QueueWork<Message> {
  readonly schema: z.ZodMiniType<Message>;
  /** Idempotent: every message may come again. The answer's `kind` goes to the log; `busy` asks for another try. @throws on a fault. */
  handle(message: Message): Promise<{ readonly kind: string }>;
  /** How many messages are worked on at a time. */
  readonly concurrency?: number;
  readonly log?: Log;
}

export type QueueFunction = (event: SQSEvent) => Promise<SQSBatchResponse>;

export function queueFunction<Message>(work: QueueWork<Message>): QueueFunction {
  const { concurrency = 5, log = structuredLog } = work;
  return async (event) => {
    const failures: string[] = [];
    const waiting = event.Records.values();
    const worker = async (): Promise<void> => {
      for (const record of waiting) {
        const delivered = await deliver(record, work);
        const verdict = retryOrDrop(delivered);
        logDelivery(log, record, { delivered, verdict });
        if (verdict === 'retry') failures.push(record.messageId);
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, event.Records.length) }, worker));
    return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

export type Delivered =
  | { readonly kind: 'handled'; readonly outcome: string }
  /** Not JSON, or not as the schema says. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'fault'; readonly fault: unknown };

/**
 * `acknowledge`: done, or there was nothing left to do. `drop`: it can never succeed and nobody can help; the log says so. `retry`: later
 * it may; after the queue's last try it lies in the dead-letter queue, where a person sees it. An unreadable message is a fault of ours
 * (a deployment in the wrong order), so it is kept for a person as well.
 */
export function retryOrDrop(delivered: Delivered): 'acknowledge' | 'drop' | 'retry' {
  switch (delivered.kind) {
    case 'fault':
    case 'unreadable':
      return 'retry';
    case 'handled':
      if (delivered.outcome === 'busy' || delivered.outcome === 'failed') return 'retry';
      return delivered.outcome === 'rejected' ? 'drop' : 'acknowledge';
    default:
      return delivered satisfies never;
  }
}

async function deliver<Message>(record: SQSRecord, work: QueueWork<Message>): Promise<Delivered> {
  const message = readMessage(record.body, work.schema);
  if (message === undefined) return { kind: 'unreadable' };
  try {
    return { kind: 'handled', outcome: (await work.handle(message.value)).kind };
  } catch (fault) {
    return { kind: 'fault', fault };
  }
}

function readMessage<Message>(body: string, schema: z.ZodMiniType<Message>): { readonly value: Message } | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(body));
    return parsed.success ? { value: parsed.data } : undefined;
  } catch {
    return undefined;
  }
}

function logDelivery(
  log: Log,
  { messageId, attributes }: SQSRecord,
  { delivered, verdict }: { readonly delivered: Delivered; readonly verdict: ReturnType<typeof retryOrDrop> },
): void {
  log(verdict === 'acknowledge' ? 'info' : 'warn', 'message', {
    messageId,
    received: attributes.ApproximateReceiveCount,
    verdict,
    outcome: delivered.kind === 'handled' ? delivered.outcome : delivered.kind,
    ...(delivered.kind === 'fault' && faultFields(delivered.fault)),
  });
}
