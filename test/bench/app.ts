/** The synthesised app: its tables, its functions' bundles and their environments, as the local runtime reads them. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePlan } from '../../infra/local/assembly/make-plan.ts';
import type { FunctionPlan, RuntimePlan, TablePlan } from '../../infra/local/assembly/plan.ts';
import { readAssembly } from '../../infra/local/assembly/read-assembly.ts';
import { synthesise } from '../../infra/local/synthesise.ts';
import { configurationOf, type FunctionName } from '../../shared/contracts/configuration.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');
export const benchFolder = join(projectRoot, '.bench');
export const REGION = 'ap-southeast-1';

/** A copy: cdk.out keeps the newest few apps only, and others on this machine may make more while a long run lasts. */
export async function appFolder(): Promise<string> {
  const copy = join(benchFolder, 'app');
  rmSync(copy, { recursive: true, force: true });
  cpSync(await synthesise(projectRoot, console.error), copy, { recursive: true });
  return copy;
}

/** @param queueUrl address of the queue engine, when one runs. */
export function planOf(folder: string, queueUrl = 'http://127.0.0.1:1'): RuntimePlan {
  const inline = join(benchFolder, 'inline-code');
  mkdirSync(inline, { recursive: true });
  return makePlan(readAssembly(folder), { region: REGION, baseUrl: 'http://127.0.0.1:1', queueUrl }, inline);
}

export interface BenchTables {
  readonly cases: string;
  readonly people: string;
  readonly sessions: string;
  readonly catalogue: string;
}

export function tablesOf(plan: RuntimePlan): { readonly names: BenchTables; readonly plans: readonly TablePlan[] } {
  const { environment } = functionPlan(plan, 'dossiers-api');
  const names = {
    cases: environment['CASES_TABLE'] ?? '',
    people: environment['PEOPLE_TABLE'] ?? '',
    sessions: environment['SESSIONS_TABLE'] ?? '',
    catalogue: environment['CATALOGUE_TABLE'] ?? '',
  };
  return { names, plans: plan.tables };
}

/** One plan for each function; of the level workers, which share their code, the first. */
export function functionPlan(plan: RuntimePlan, name: FunctionName): FunctionPlan {
  const found = plan.functions.find((candidate) => new RegExp(`-${name}(-[a-z]+)?$`, 'u').test(candidate.name));
  if (found === undefined) throw new Error(`the app has no function ${name}`);
  return found;
}

export const functionNames = Object.keys(configurationOf) as FunctionName[];

/** False while a function's entry file is not written: its code is a line that throws. */
export function isWritten(plan: FunctionPlan): boolean {
  return !plan.codeDirectory.startsWith(join(benchFolder, 'inline-code'));
}
