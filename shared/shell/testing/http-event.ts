/** An API Gateway event (HTTP API, payload 2.0) as AWS sends it, for tests. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

export interface Asked {
  readonly method: 'GET' | 'POST';
  /** `/dossiers/{code}` */
  readonly route: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** In any letter case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** A string goes as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly base64?: boolean;
  readonly sourceIp?: string;
}

export function httpEvent(asked: Asked): APIGatewayProxyEventV2 {
  const { method, route, path = route } = asked;
  const headers = Object.entries({
    host: 'mot-cua.test',
    ...(asked.body !== undefined && { 'content-type': 'application/json' }),
    ...asked.headers,
  });
  return {
    version: '2.0',
    routeKey: `${method} ${route}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(asked.query).toString(),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'mot-cua.test',
      domainPrefix: 'mot-cua',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: asked.sourceIp ?? '192.0.2.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: `${method} ${route}`,
      stage: '$default',
      time: '23/Nov/2026:02:00:00 +0000',
      timeEpoch: 1795399200000,
    },
    isBase64Encoded: asked.base64 ?? false,
    ...(asked.params && { pathParameters: { ...asked.params } }),
    ...(asked.query && { queryStringParameters: { ...asked.query } }),
    ...(asked.cookies && { cookies: [...asked.cookies] }),
    ...(asked.body !== undefined && { body: typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body) }),
  };
}

/** Without the callbacks of old runtimes, which Node 24 no longer has. */
export const lambdaContext = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'lambda-1',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 30_000,
} satisfies Omit<Context, 'done' | 'fail' | 'succeed'> as Context;
