import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { oneStopApp } from '../../infra/one-stop-app.ts';

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.optional(z.record(z.string(), z.unknown())),
      DeletionPolicy: z.optional(z.string()),
      UpdateReplacePolicy: z.optional(z.string()),
    }),
  ),
});

export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
}

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** The context that `cdk` passes on, but without bundling: the templates are the same except for the code's hash. */
export function contextWithoutBundling(): Record<string, unknown> {
  const { context } = cdkJson.parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')));
  return { ...context, 'aws:cdk:bundling-stacks': [] };
}

/** Every resource of every stack of a stage. @throws when cdk-nag finds something that nobody acknowledged. */
export function synthesise(stage: string): readonly Resource[] {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-out-'));
  try {
    const assembly = oneStopApp({ stage, outdir, context: contextWithoutBundling() }).app.synth();
    return assembly.stacks.flatMap((stack) =>
      Object.entries(Template.parse(stack.template).Resources).map(([id, resource]) => ({
        stack: stack.stackName,
        id,
        type: resource.Type,
        properties: resource.Properties ?? {},
        deletionPolicy: resource.DeletionPolicy,
        updateReplacePolicy: resource.UpdateReplacePolicy,
      })),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

export function ofType(resources: readonly Resource[], type: string): readonly Resource[] {
  const found = resources.filter((resource) => resource.type === type);
  if (found.length === 0) throw new Error(`the app has no ${type}: a test of all of them would prove nothing`);
  return found;
}

/** A value inside a template by its path; undefined when there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
}

/** The logical id that a `Ref` or `Fn::GetAtt` points to. */
export function target(value: unknown): string | undefined {
  const id = at(value, 'Ref') ?? at(value, 'Fn::GetAtt', 0);
  return typeof id === 'string' ? id : undefined;
}
