import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { MessageQueue } from '../ports/outside.ts';

/** Of SendMessageBatch. */
const BATCH = 10;

/** A standard queue. Batches go out side by side; one that fails as a whole fails its messages, not the others'. */
export class SqsQueue<Message> implements MessageQueue<Message> {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async send(messages: readonly Message[]): Promise<{ readonly failed: readonly number[] }> {
    const starts = Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, batch) => batch * BATCH);
    const failed = await Promise.all(
      starts.map((start) => this.#sendBatch(messages.slice(start, start + BATCH), start)),
    );
    return { failed: failed.flat() };
  }

  async #sendBatch(messages: readonly Message[], start: number): Promise<readonly number[]> {
    const entries = messages.map((message, index) => ({
      Id: String(start + index),
      MessageBody: JSON.stringify(message),
    }));
    try {
      const { Failed: failed = [] } = await this.#client.send(
        new SendMessageBatchCommand({ QueueUrl: this.#url, Entries: entries }),
      );
      return failed.map(({ Id }) => Number(Id));
    } catch {
      // The SDK has tried again already. Which of them arrived is unknown; consumers are idempotent.
      return messages.map((_, index) => start + index);
    }
  }
}
