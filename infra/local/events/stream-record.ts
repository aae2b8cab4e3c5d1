import { isDeepStrictEqual } from 'node:util';
import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import { itemKeyText } from '../engines/time-to-live.ts';
import type { RuntimeStore } from '../engines/runtime-store.ts';

export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventVersion: string;
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: Readonly<Record<string, unknown>> & {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
  };
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
}

/**
 * A stream's record in the form Lambda gets it. Undefined for a change that changed nothing: the local engine reports one, DynamoDB does not.
 * Deletions by time to live carry the service's identity, which neither local engine hands out in the form of Lambda's event.
 */
export function toLambdaRecord(
  record: _Record,
  place: {
    readonly tableName: string;
    readonly streamArn: string;
    readonly region: string;
    readonly store: RuntimeStore;
  },
): StreamRecord | undefined {
  const change = record.dynamodb ?? {};
  if (
    record.eventName === 'MODIFY' &&
    change.NewImage !== undefined &&
    isDeepStrictEqual(change.NewImage, change.OldImage)
  ) {
    return undefined;
  }
  const byService = String(record.eventName) === 'UNKNOWN_TO_SDK_VERSION';
  const eventName = byService ? 'REMOVE' : (record.eventName ?? 'MODIFY');
  const expired =
    byService || (eventName === 'REMOVE' && place.store.wasExpired(place.tableName, itemKeyText(change.Keys ?? {})));
  return {
    eventID: record.eventID ?? '',
    eventName,
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: place.region,
    eventSourceARN: place.streamArn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((change.ApproximateCreationDateTime?.getTime() ?? Date.now()) / 1000),
      SequenceNumber: change.SequenceNumber ?? '',
      SizeBytes: change.SizeBytes ?? 0,
      StreamViewType: change.StreamViewType ?? 'NEW_AND_OLD_IMAGES',
      Keys: toWire(change.Keys ?? {}),
      ...(change.NewImage !== undefined && { NewImage: toWire(change.NewImage) }),
      ...(change.OldImage !== undefined && { OldImage: toWire(change.OldImage) }),
    },
    ...(expired && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
  };
}

/** Binary values travel as base64 in Lambda's event. */
function toWire(image: Record<string, AttributeValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, valueToWire(value)]));
}

function valueToWire(value: AttributeValue): unknown {
  if (value.B !== undefined) return { B: Buffer.from(value.B).toString('base64') };
  if (value.BS !== undefined) return { BS: value.BS.map((part) => Buffer.from(part).toString('base64')) };
  if (value.L !== undefined) return { L: value.L.map(valueToWire) };
  if (value.M !== undefined) return { M: toWire(value.M) };
  return value;
}
