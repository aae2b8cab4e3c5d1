import { asList, asNumber, asObject, asText, asTruth } from '../json-reading.ts';
import type { ApiPlan, CorsPlan, RoutePlan, ThrottlePlan } from './plan.ts';
import { functionNameOf, type PlanningNotes } from './plan-compute.ts';
import type { WorldResource } from './template-world.ts';

/** One HTTP API with its routes, wherever in the app's stacks they are declared. */
export function planApi(api: WorldResource, world: readonly WorldResource[], notes: PlanningNotes): ApiPlan {
  const mine = world.filter(
    (resource) => resource.type.startsWith('AWS::ApiGatewayV2::') && resource.property('ApiId') === api.identity.ref,
  );
  const integrations = new Map(
    mine
      .filter((resource) => resource.type === 'AWS::ApiGatewayV2::Integration')
      .map((resource) => [resource.identity.ref, resource]),
  );
  const routes = mine
    .filter((resource) => resource.type === 'AWS::ApiGatewayV2::Route')
    .flatMap((route) => planRoute(route, integrations, notes));
  const stage = mine.find((resource) => resource.type === 'AWS::ApiGatewayV2::Stage');
  return {
    name: api.identity.name,
    routes,
    cors: planCors(api.property('CorsConfiguration')),
    throttle: planThrottle(stage?.property('DefaultRouteSettings')),
  };
}

function planRoute(
  route: WorldResource,
  integrations: ReadonlyMap<string, WorldResource>,
  notes: PlanningNotes,
): RoutePlan[] {
  const key = asText(route.property('RouteKey')) ?? '$default';
  const target = (asText(route.property('Target')) ?? '').replace('integrations/', '');
  const functionArn = asText(integrations.get(target)?.property('IntegrationUri'));
  if (functionArn === undefined) {
    notes.problem(`route ${key}: it has no integration, so it would answer 404`);
    return [];
  }
  const authorization = asText(route.property('AuthorizationType')) ?? 'NONE';
  if (authorization !== 'NONE') {
    notes.problem(`route ${key}: authorizer ${authorization} is not run here, so the route is left out`);
    return [];
  }
  const [method, path] = key === '$default' ? ['ANY', '$default'] : key.split(' ');
  return [{ method: method ?? 'ANY', path: path ?? '/', functionName: functionNameOf(functionArn) }];
}

function planCors(configuration: unknown): CorsPlan | undefined {
  if (configuration === undefined) return undefined;
  const cors = asObject(configuration);
  const texts = (name: string): string[] => asList(cors[name]).map(String);
  return {
    allowOrigins: texts('AllowOrigins'),
    allowMethods: texts('AllowMethods'),
    allowHeaders: texts('AllowHeaders'),
    exposeHeaders: texts('ExposeHeaders'),
    maxAgeSeconds: asNumber(cors['MaxAge']),
    allowCredentials: asTruth(cors['AllowCredentials']) === true,
  };
}

function planThrottle(settings: unknown): ThrottlePlan | undefined {
  const ratePerSecond = asNumber(asObject(settings)['ThrottlingRateLimit']);
  const burst = asNumber(asObject(settings)['ThrottlingBurstLimit']);
  return ratePerSecond === undefined || burst === undefined ? undefined : { ratePerSecond, burst };
}
