import * as z from 'zod/mini';
import levels from '../province/levels.json' with { type: 'json' };

const Levels = z.array(z.object({ id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)) })).check(z.minLength(1));

/**
 * The levels of government (cấp hành chính) that the province's data knows at any date. A level that was abolished keeps its queue while
 * the data names it: its last cases are still decided.
 */
export function levelsOfGovernment(): readonly string[] {
  return [...new Set(Levels.parse(levels).map((level) => level.id))];
}
