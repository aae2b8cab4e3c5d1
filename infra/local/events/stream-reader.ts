import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record,
  type DynamoDBStreamsClient,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';

/** Where reading of one shard goes on. */
export interface ShardPosition {
  readonly shardId: string;
  /** Undefined when nothing of it was read yet. */
  readonly after: string | undefined;
  readonly fromOldest: boolean;
}

export interface StreamPage {
  readonly records: readonly _Record[];
  /** Undefined when the shard is closed and read to its end. */
  readonly nextIterator: string | undefined;
}

export async function findStream(client: DynamoDBStreamsClient, tableName: string): Promise<string> {
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const arn = Streams?.at(-1)?.StreamArn;
  if (arn === undefined) throw new Error(`table ${tableName} has no stream`);
  return arn;
}

/** All shards. An EndingSequenceNumber is not looked at: dynoxide reports one for its open shard (measured). */
export async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<readonly Shard[]> {
  const shards: Shard[] = [];
  let after: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ...(after !== undefined && { ExclusiveStartShardId: after }) }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    after = StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return shards;
}

/** An iterator at the position; where the position was trimmed away after 24 hours, at the oldest record that is left. */
export async function iteratorAt(
  client: DynamoDBStreamsClient,
  streamArn: string,
  position: ShardPosition,
): Promise<string | undefined> {
  const ask = async (after: string | undefined): Promise<string | undefined> => {
    const answer = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: position.shardId,
        ...(after === undefined
          ? { ShardIteratorType: position.fromOldest ? 'TRIM_HORIZON' : 'LATEST' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
      }),
    );
    return answer.ShardIterator;
  };
  try {
    return await ask(position.after);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TrimmedDataAccessException') throw error;
    return ask(undefined);
  }
}

export async function readPage(client: DynamoDBStreamsClient, iterator: string, limit: number): Promise<StreamPage> {
  const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }));
  return { records: answer.Records ?? [], nextIterator: answer.NextShardIterator };
}
