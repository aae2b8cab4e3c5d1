import { describe, expect, it } from 'vitest';
import { allRoutes } from '../../shared/contracts/all-routes.ts';
import { at, ofType, synthesise, target } from './synthesised-app.ts';

const resources = synthesise('pilot');
const routes = ofType(resources, 'AWS::ApiGatewayV2::Route');
const integrations = ofType(resources, 'AWS::ApiGatewayV2::Integration');
const functions = ofType(resources, 'AWS::Lambda::Function');

/** The function that answers a route, by its name. */
function answering(routeKey: string): unknown {
  const route = routes.find((candidate) => at(candidate.properties, 'RouteKey') === routeKey);
  const integration = integrations.find((one) => one.id === target(at(route?.properties, 'Target', 'Fn::Join', 1, 1)));
  const called = functions.find((one) => one.id === target(at(integration?.properties, 'IntegrationUri')));
  return at(called?.properties, 'FunctionName');
}

describe('the HTTP API', () => {
  it.each(allRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s reaches its function',
    (key, route) => {
      expect(answering(key)).toBe(`mot-cua-pilot-${route.function}`);
    },
  );

  it('has the routes of the contracts and no other', () => {
    const keys = routes.map((route) => at(route.properties, 'RouteKey'));
    expect(keys.sort()).toEqual(allRoutes.map((route) => `${route.method} ${route.path}`).sort());
  });

  it('may call each of its functions', () => {
    const called = new Set(integrations.map((one) => target(at(one.properties, 'IntegrationUri'))));
    const allowed = new Set(
      ofType(resources, 'AWS::Lambda::Permission').map((one) => target(at(one.properties, 'FunctionName'))),
    );
    expect(allowed).toEqual(called);
    for (const integration of integrations) expect(at(integration.properties, 'PayloadFormatVersion')).toBe('2.0');
  });

  it('refuses what is too much', () => {
    const stage = ofType(resources, 'AWS::ApiGatewayV2::Stage')[0];
    expect(at(stage?.properties, 'DefaultRouteSettings')).toEqual({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
  });

  it('logs requests without path, query, address or user', () => {
    const stage = ofType(resources, 'AWS::ApiGatewayV2::Stage')[0];
    const line = String(at(stage?.properties, 'AccessLogSettings', 'Format'));
    const variables = [...line.matchAll(/\$context\.([a-zA-Z.]+)/gu)].map((match) => match[1]);
    expect(variables).toContain('routeKey');
    for (const personal of [
      'path',
      'identity.sourceIp',
      'identity.userAgent',
      'authorizer.principalId',
      'domainName',
    ]) {
      expect(variables).not.toContain(personal);
    }
  });

  it('answers pages of its own origin only, under its own name only', () => {
    const api = ofType(resources, 'AWS::ApiGatewayV2::Api')[0];
    expect(at(api?.properties, 'CorsConfiguration', 'AllowOrigins')).toEqual(['https://motcua.binhduong.example']);
    expect(at(api?.properties, 'DisableExecuteApiEndpoint')).toBe(true);
    expect(at(ofType(resources, 'AWS::ApiGatewayV2::DomainName')[0]?.properties, 'DomainName')).toBe(
      'motcua.binhduong.example',
    );
  });
});
