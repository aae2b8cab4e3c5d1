import { describe, expect, it } from 'vitest';
import { matchRoute } from './match-route.ts';

const routes = [
  '$default',
  'GET /cases/{code}',
  'GET /cases/new',
  'ANY /cases/{code}',
  'POST /cases',
  'ANY /{proxy+}',
  'GET /cases/{code}/files/{name+}',
].map((key) => {
  const [method, path] = key === '$default' ? ['ANY', '$default'] : key.split(' ');
  return { method: method!, path: path!, functionName: key };
});

describe('route matching', () => {
  it.each([
    ['GET', '/cases/new', 'GET /cases/new', {}],
    ['GET', '/cases/ABC', 'GET /cases/{code}', { code: 'ABC' }],
    ['PUT', '/cases/ABC', 'ANY /cases/{code}', { code: 'ABC' }],
    ['POST', '/cases', 'POST /cases', {}],
    ['GET', '/cases', 'ANY /{proxy+}', { proxy: 'cases' }],
    ['GET', '/cases/A/files/b/c.pdf', 'GET /cases/{code}/files/{name+}', { code: 'A', name: 'b/c.pdf' }],
    ['GET', '/cases/A/files', 'ANY /{proxy+}', { proxy: 'cases/A/files' }],
    ['GET', '/', '$default', {}],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(matchRoute(routes, method, path)).toEqual({ functionName: routeKey, routeKey, pathParameters });
  });

  it('finds nothing where there is nothing', () => {
    expect(matchRoute(routes.slice(1, 2), 'POST', '/cases/ABC')).toBeUndefined();
    expect(matchRoute(routes.slice(1, 2), 'GET', '/cases/')).toBeUndefined();
  });
});
