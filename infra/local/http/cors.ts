import type { CorsPlan } from '../assembly/plan.ts';

type Headers = readonly (readonly [string, string])[];

/** The CORS headers that the gateway adds to an answer for this origin; none when the origin is not allowed. */
export function corsHeaders(cors: CorsPlan | undefined, origin: string | undefined): Headers {
  if (cors === undefined || origin === undefined || !allows(cors.allowOrigins, origin)) return [];
  return [
    ['access-control-allow-origin', cors.allowOrigins.includes('*') ? '*' : origin],
    ...(cors.allowCredentials ? ([['access-control-allow-credentials', 'true']] as const) : []),
    ...(cors.exposeHeaders.length > 0
      ? ([['access-control-expose-headers', cors.exposeHeaders.join(',')]] as const)
      : []),
  ];
}

/** The answer's headers to a preflight request, which never reaches a function. */
export function preflightHeaders(cors: CorsPlan, origin: string | undefined): Headers {
  const allowed = corsHeaders(cors, origin);
  if (allowed.length === 0) return [];
  return [
    ...allowed,
    ['access-control-allow-methods', cors.allowMethods.join(',')],
    ['access-control-allow-headers', cors.allowHeaders.join(',')],
    ...(cors.maxAgeSeconds === undefined ? [] : ([['access-control-max-age', String(cors.maxAgeSeconds)]] as const)),
  ];
}

function allows(origins: readonly string[], origin: string): boolean {
  return origins.some(
    (pattern) =>
      pattern === '*' || pattern === origin || (pattern.endsWith('://*') && origin.startsWith(pattern.slice(0, -1))),
  );
}
