/** What a client sends and what it costs, seen from a middleware of the client itself. */
import type {
  ConsumedCapacity,
  DynamoDBClient,
  TransactWriteItem,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';

export interface WatchedCall {
  readonly command: string;
  readonly input: unknown;
  /** Units by table and by index, as the engine reports them; only when asked for. */
  readonly capacity: readonly ConsumedCapacity[];
}

let made = 0;

interface Output {
  readonly ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[];
}

/** Calls `tell` after every call that succeeded, until the function it gives is called. */
export function watchClient(
  client: DynamoDBClient,
  tell: (call: WatchedCall) => void,
  options: { readonly withCapacity: boolean } = { withCapacity: false },
): () => void {
  made += 1;
  const name = `benchWatch${made}`;
  client.middlewareStack.add(
    (next, context) => async (call) => {
      const input = options.withCapacity ? { ...call.input, ReturnConsumedCapacity: 'INDEXES' as const } : call.input;
      const result = await next({ ...call, input });
      const { ConsumedCapacity: consumed = [] } = result.output as Output;
      tell({
        command: context.commandName ?? '',
        input,
        capacity: Array.isArray(consumed) ? (consumed as readonly ConsumedCapacity[]) : [consumed as ConsumedCapacity],
      });
      return result;
    },
    { step: 'initialize', name },
  );
  return () => {
    client.middlewareStack.remove(name);
  };
}

export function transactItems(call: WatchedCall): readonly TransactWriteItem[] | undefined {
  if (call.command !== 'TransactWriteItemsCommand') return undefined;
  return (call.input as TransactWriteItemsCommandInput).TransactItems ?? [];
}
