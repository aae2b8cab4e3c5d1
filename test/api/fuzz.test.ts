/** Whatever is sent, the answer is one of ours and never a fault; nothing refused leaves a trace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRoutes } from '../../shared/contracts/all-routes.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import { assignedDossier, fileByPost, fileOnline, freshKey } from './acts.ts';
import { memorySystem } from './memory-system.ts';
import { answeredReport, assignedReport, fileReport, OPERATOR, ROADS_OFFICER, SHIFT_LEADER } from './reports.ts';
import { CLERK, HEAD, OFFICER, OFFICE_HEAD, OFFICIAL, WARD } from './people.ts';

const functions = ['dossiers-api', 'attachments-api', 'post-api', 'catalogue-api', 'reports-api'];
const ours = allRoutes.filter((route) => functions.includes(route.function) && route.response.media !== 'html');

const anything = fc.oneof(
  fc.anything({ withNullPrototype: false, withBigInt: false, withDate: false }),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('', '__proto__', 'constructor', '\u0000', '\ud800', 'e'.repeat(5000), -1, 1e308, null, [], {}),
);

/** The example with some of its members put away, exchanged or added. */
function mutated(example: unknown): fc.Arbitrary<unknown> {
  if (typeof example !== 'object' || example === null) return anything;
  const members = Object.entries(example);
  const changed = fc.tuple(
    ...members.map(([key, value]) =>
      fc.oneof(
        { weight: 16, arbitrary: fc.constant([[key, value]]) },
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: anything.map((other) => [[key, other]]) },
        {
          weight: 1,
          arbitrary: fc
            .constant(value)
            .chain(mutated)
            .map((other) => [[key, other]]),
        },
      ),
    ),
  );
  const extra = fc.oneof(
    { weight: 16, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(fc.string(), anything).map((entry) => [entry]) },
  );
  return fc.tuple(changed, extra).map(([kept, added]) => {
    const entries = [...kept.flat(), ...added] as [string, unknown][];
    return Array.isArray(example) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  });
}

/** The file that the example names can be taken once only: without it the example can be sent again and again. */
function exampleOf(route: RouteContract): unknown {
  const example = route.request?.example as object;
  return 'applicant' in example ? { ...example, attachments: [] } : example;
}

/** Mostly nothing: a request that is refused for its headers tells nothing about its body. */
function seldom<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | Record<string, never>> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
}

function bodyFor(route: RouteContract): fc.Arbitrary<unknown> {
  if (route.request === undefined) return fc.constant(undefined);
  return fc.oneof({ weight: 6, arbitrary: mutated(exampleOf(route)) }, { weight: 1, arbitrary: anything });
}

const call = fc.constantFrom(...ours).chain((route) =>
  fc.record({
    route: fc.constant(route),
    body: bodyFor(route),
    as: fc.option(
      fc.constantFrom(OFFICIAL, CLERK, OFFICER, OFFICE_HEAD, HEAD, OPERATOR, SHIFT_LEADER, ROADS_OFFICER, 'nobody'),
      { nil: undefined },
    ),
    target: fc.oneof(
      { weight: 5, arbitrary: fc.nat({ max: 7 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    ),
    query: seldom(
      fc.dictionary(
        fc.constantFrom('limit', 'next', 'size', 'date', 'status', 'level', 'q', 'area', 'k', 'other'),
        fc.oneof(fc.string({ maxLength: 30 }), fc.nat().map(String), fc.constant('2026-02-31')),
        { maxKeys: 2 },
      ),
    ),
    headers: seldom(
      fc.dictionary(
        fc.constantFrom('if-match', 'idempotency-key', 'authorization', 'content-type', 'accept-language'),
        fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('"1"', '"2"', 'Bearer k1.x', 'text/html', 'en')),
        { maxKeys: 2 },
      ),
    ),
  }),
);

describe('whatever is sent', () => {
  it('is answered without a fault of ours, and leaves nothing behind when it is refused', async () => {
    const system = memorySystem();
    const codes = [
      await fileOnline(system),
      await assignedDossier(system),
      await fileByPost(system),
      await fileOnline(system),
      await fileReport(system),
      await assignedReport(system),
      await answeredReport(system),
    ].map(({ code }) => code);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(call, async ({ route, body, as, target, query, headers }) => {
        const code = typeof target === 'string' ? target : (codes[target] ?? 'H29.101-261123-0001');
        const before = system.dump();
        const answer = await system.send(route, {
          params: {
            code,
            unitId: typeof target === 'string' ? target : WARD,
            uploadId: code,
            handoverId: code,
            callId: code,
          },
          query,
          ...(route.request && { body }),
          ...(as !== undefined && { as }),
          key: freshKey(),
          headers,
        });
        expect(system.faults, JSON.stringify(system.faults)).toEqual([]);
        expect(answer.status).toBeLessThan(500);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 400) {
          expect(system.dump()).toBe(before);
          expect(answer.headers['content-type']).toContain('application/problem+json');
        }
      }),
      { numRuns: 2500 },
    );
    // It reached every room of the house, not only its door.
    for (const status of [200, 201, 400, 401, 403, 404, 409, 422])
      expect(statuses.get(status), String(status)).toBeGreaterThan(0);
  }, 60_000);
});
