/**
 * What the local runtime has to create and connect, read out of the synthesised templates: every reference is resolved and every
 * name is the one that this machine's engines know.
 */
import type { JsonObject } from '../json-reading.ts';

export interface TablePlan {
  readonly name: string;
  readonly keySchema: readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[];
  readonly attributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[];
  /** As CreateTable takes them. */
  readonly indexes: readonly JsonObject[];
  readonly streamView: string | undefined;
  readonly expiryAttribute: string | undefined;
}

export interface QueuePlan {
  readonly name: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly deadLetterArn: string | undefined;
}

export interface BucketPlan {
  readonly name: string;
}

export interface SecretPlan {
  readonly arn: string;
  readonly name: string;
  readonly plainText: string | undefined;
  readonly generate: JsonObject | undefined;
}

export interface FunctionPlan {
  readonly name: string;
  readonly logicalId: string;
  readonly arn: string;
  readonly codeDirectory: string;
  /** `file.export`, as Lambda's handler setting. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly reservedConcurrency: number | undefined;
}

export interface MappingPlan {
  readonly id: string;
  readonly functionName: string;
  readonly source:
    { readonly kind: 'queue'; readonly queueName: string } | { readonly kind: 'stream'; readonly tableName: string };
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** EventBridge patterns; a record passes when one of them matches. None means all pass. */
  readonly patterns: readonly JsonObject[];
  readonly reportsItemFailures: boolean;
  readonly bisectsOnError: boolean;
  /** -1: until the record is too old. */
  readonly retryAttempts: number;
  /** -1: never too old. */
  readonly maximumRecordAgeSeconds: number;
  readonly startsAtOldest: boolean;
  readonly failureDestinationArn: string | undefined;
  readonly maximumConcurrency: number | undefined;
  readonly enabled: boolean;
}

export interface RoutePlan {
  /** Upper case, or ANY. */
  readonly method: string;
  /** `/cases/{code}`, `/{proxy+}` or `$default`. */
  readonly path: string;
  readonly functionName: string;
}

export interface CorsPlan {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds: number | undefined;
  readonly allowCredentials: boolean;
}

export interface ThrottlePlan {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface ApiPlan {
  readonly name: string;
  readonly routes: readonly RoutePlan[];
  readonly cors: CorsPlan | undefined;
  readonly throttle: ThrottlePlan | undefined;
}

export interface SchedulePlan {
  readonly name: string;
  /** `rate(1 minute)`, `cron(0 8 * * ? *)` or `at(2026-01-01T00:00:00)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly targetArn: string;
  readonly input: unknown;
  /** Rules hand over an event of their own when no input is given; schedules an empty object. */
  readonly origin: 'rule' | 'schedule';
}

/** A rule of the event bus and one of its targets. */
export interface EventRulePlan {
  readonly name: string;
  readonly pattern: JsonObject;
  readonly targetArn: string;
  readonly transformer?: { readonly paths: ReadonlyMap<string, string>; readonly template: string };
}

/** Incoming mail for these addresses or domains goes into this bucket. */
export interface ReceiptRulePlan {
  readonly recipients: readonly string[];
  readonly bucket: string;
  readonly prefix: string;
}

export interface RuntimePlan {
  readonly region: string;
  readonly tables: readonly TablePlan[];
  readonly queues: readonly QueuePlan[];
  readonly buckets: readonly BucketPlan[];
  readonly secrets: readonly SecretPlan[];
  readonly functions: readonly FunctionPlan[];
  readonly mappings: readonly MappingPlan[];
  readonly apis: readonly ApiPlan[];
  readonly schedules: readonly SchedulePlan[];
  readonly eventRules: readonly EventRulePlan[];
  readonly receiptRules: readonly ReceiptRulePlan[];
  /** Things the app names that cannot work, in words for a developer. */
  readonly problems: readonly string[];
  /** Resource types that nothing stands in for here. */
  readonly ignoredTypes: readonly string[];
}
