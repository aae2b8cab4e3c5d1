import type { RuntimePlan } from '../../infra/local/assembly/plan.ts';

/** What every section is given. */
export interface BenchContext {
  /** Folder of the synthesised app. */
  readonly assembly: string;
  readonly plan: RuntimePlan;
  /** Fewer samples, for development: the figures are rough. */
  readonly quick: boolean;
  /** Cases in the large store. */
  readonly cases: number;
}
