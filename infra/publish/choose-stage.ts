/** Which table the publish command writes to: what it is told, then the environment, then what the local runtime left. */
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { readFileSync } from 'node:fs';

export type Stage =
  | {
      readonly kind: 'stage';
      readonly name: string;
      readonly isLocal: boolean;
      readonly table: string;
      readonly client: DynamoDBClientConfig;
    }
  | { readonly kind: 'unknown'; readonly vi: string; readonly en: string };

export interface StageOptions {
  readonly stage?: string | undefined;
  readonly table?: string | undefined;
  readonly endpoint?: string | undefined;
}

const endpointsFile = new URL('../../.local/endpoints.json', import.meta.url);

/** `environment`: CATALOGUE_TABLE and AWS_ENDPOINT_URL_DYNAMODB. A local stage never reaches AWS, whatever profile is set. */
export function chooseStage(
  options: StageOptions,
  environment: Readonly<Record<string, string | undefined>>,
  runtimeLeft: () => Readonly<Record<string, unknown>> = readEndpoints,
): Stage {
  const { stage: name } = options;
  if (name === undefined)
    return unknown('Thiếu --stage local hoặc --stage TÊN', '--stage local or --stage NAME is missing');
  const isLocal = name === 'local';
  const left = isLocal ? runtimeLeft() : {};
  const table = options.table ?? environment['CATALOGUE_TABLE'] ?? textOf(left['catalogueTable']);
  const endpoint = options.endpoint ?? environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? textOf(left['dynamodb']);
  if (table === undefined) {
    return isLocal
      ? unknown('Hệ thống trên máy này chưa chạy: npm start', 'The system is not running on this machine: npm start')
      : unknown(
          'Thiếu --table TÊN (đầu ra của stack dữ liệu)',
          '--table NAME is missing (an output of the data stack)',
        );
  }
  if (!isLocal) return { kind: 'stage', name, isLocal, table, client: endpoint === undefined ? {} : { endpoint } };
  if (endpoint === undefined) {
    return unknown(
      'Không biết địa chỉ DynamoDB cục bộ: --endpoint',
      'The address of the local DynamoDB is unknown: --endpoint',
    );
  }
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const region = environment['AWS_REGION'] ?? 'ap-southeast-1';
  return { kind: 'stage', name, isLocal, table, client: { endpoint, region, credentials } };
}

function unknown(vi: string, en: string): Stage {
  return { kind: 'unknown', vi, en };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readEndpoints(): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(endpointsFile, 'utf8'));
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
