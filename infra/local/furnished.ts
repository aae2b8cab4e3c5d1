import type { RuntimePlan } from './assembly/plan.ts';
import type { Endpoints } from './engines/engines.ts';

/** What there is before any function runs: engines with the tables, queues and buckets of the app. */
export interface Furnished {
  readonly endpoints: Endpoints;
  readonly plan: RuntimePlan;
  /** What a function is given beside its own variables; also what a tool needs to reach the engines. */
  readonly environment: Readonly<Record<string, string>>;
}
