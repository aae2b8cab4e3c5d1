import type { RoutePlan } from '../assembly/plan.ts';

export interface MatchedRoute {
  readonly functionName: string;
  /** `GET /cases/{code}`, as in the template. */
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route as an HTTP API does: the most specific path first (a literal segment before a variable, a variable before `{proxy+}`), the exact
 * method before ANY, `$default` last.
 */
export function matchRoute(routes: readonly RoutePlan[], method: string, path: string): MatchedRoute | undefined {
  const segments = path.split('/').slice(1);
  const candidates = routes.flatMap((route) => {
    if (route.method !== 'ANY' && route.method !== method) return [];
    if (route.path === '$default') return [{ route, pathParameters: {}, rank: 'z' }];
    const pathParameters = matchPath(route.path.split('/').slice(1), segments);
    return pathParameters === undefined ? [] : [{ route, pathParameters, rank: rankOf(route) }];
  });
  const [best] = candidates.sort((left, right) => (left.rank < right.rank ? -1 : 1));
  if (best === undefined) return undefined;
  const { route, pathParameters } = best;
  const routeKey = route.path === '$default' ? '$default' : `${route.method} ${route.path}`;
  return { functionName: route.functionName, routeKey, pathParameters };
}

function matchPath(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [position, part] of pattern.entries()) {
    const greedy = /^\{(.+)\+\}$/u.exec(part)?.[1];
    const segment = segments[position];
    if (greedy !== undefined) {
      const rest = segments.slice(position).join('/');
      return rest === '' ? undefined : { ...parameters, [greedy]: rest };
    }
    const variable = /^\{(.+)\}$/u.exec(part)?.[1];
    if (segment === undefined || (variable === undefined ? part !== segment : segment === '')) return undefined;
    if (variable !== undefined) parameters[variable] = segment;
  }
  return pattern.length === segments.length ? parameters : undefined;
}

/** Sorts alphabetically from the most specific to the least, segment by segment; ANY after a method. */
function rankOf(route: RoutePlan): string {
  const segments = route.path
    .split('/')
    .slice(1)
    .map((part) => (part.endsWith('+}') ? 'c' : part.startsWith('{') ? 'b' : 'a'));
  return `${segments.join('')}${route.method === 'ANY' ? '2' : '1'}`;
}
