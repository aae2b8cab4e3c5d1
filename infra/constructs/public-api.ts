import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  CorsHttpMethod,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { StageSettings } from '../settings/stage-settings.ts';
import { acknowledge } from './acknowledge.ts';
import { fiveMinutes } from './alarm-bell.ts';
import type { CapabilityContext } from './capability-context.ts';
import type { CapabilityFunction } from './capability-function.ts';

export interface PublicApiProps extends CapabilityContext {
  readonly settings: StageSettings;
  readonly routes: readonly RouteContract[];
  readonly functions: Readonly<Partial<Record<FunctionName, CapabilityFunction<FunctionName>>>>;
}

const methods = { GET: HttpMethod.GET, POST: HttpMethod.POST } satisfies Record<RouteContract['method'], HttpMethod>;

/**
 * Who asked for what, without saying who or for which case: the route's pattern, not its path (a path holds a code, a query a token), and
 * no address.
 */
const accessLogLine = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationMilliseconds: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
};

/** The HTTP API: its routes are those of the contracts, under one host name. */
export class PublicApi extends Construct {
  /** What the host name points to. */
  readonly target: string;

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    const domain = this.domain(props.settings.hostName);
    this.target = domain.regionalDomainName;
    const api = new HttpApi(this, 'HttpApi', {
      apiName: `mot-cua-${props.stage}`,
      description: 'One-stop counters',
      createDefaultStage: false,
      // One origin only: cookies and links are made for the host name.
      disableExecuteApiEndpoint: true,
      corsPreflight: {
        allowOrigins: [props.publicBaseUrl],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
        allowHeaders: ['accept-language', 'authorization', 'content-type', 'idempotency-key', 'if-match'],
        exposeHeaders: ['etag', 'location', 'retry-after'],
        maxAge: Duration.hours(1),
      },
    });
    const stage = this.stage(api, props);
    new ApiMapping(this, 'Mapping', { api, stage, domainName: domain });
    this.addRoutes(api, props);
    props.bell.watch(this, 'ServerErrors', {
      section: 'API answers 5xx',
      meaning: 'Requests of citizens or clerks fail.',
      metric: api.metricServerError({ period: fiveMinutes, statistic: 'Sum' }),
      threshold: 3,
    });
  }

  private domain(hostName: string): DomainName {
    // Free, renewed by AWS; the first deployment waits until the record that the console shows is in the DNS.
    const certificate = new Certificate(this, 'Certificate', {
      domainName: hostName,
      validation: CertificateValidation.fromDns(),
    });
    return new DomainName(this, 'Domain', {
      domainName: hostName,
      certificate,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
  }

  private stage(api: HttpApi, props: PublicApiProps): HttpStage {
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/mot-cua/${props.stage}/api-access`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: props.settings.requestsPerSecond, burstLimit: props.settings.requestBurst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
      },
    });
  }

  private addRoutes(api: HttpApi, props: PublicApiProps): void {
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    for (const route of props.routes) {
      const target = props.functions[route.function];
      if (target === undefined) throw new Error(`route ${route.operationId}: ${route.function} does not serve HTTP`);
      const integration =
        integrations.get(route.function) ??
        new HttpLambdaIntegration(route.function, target.function, {
          // One permission a function instead of one a route: the policy of a function holds 20 KB.
          scopePermissionToRoute: false,
          timeout: Duration.seconds(20),
        });
      integrations.set(route.function, integration);
      const made = api.addRoutes({ path: route.path, methods: [methods[route.method]], integration });
      for (const httpRoute of made) {
        acknowledge(httpRoute, {
          'AwsSolutions-APIG4': `${route.access} by its contract: sessions and secret links are verified by the function, and one permission table decides, tested role by role. API Gateway has no authoriser for either.`,
        });
      }
    }
  }
}
