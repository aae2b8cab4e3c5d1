import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations, type App } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { oneStopApp, type OneStopApp } from '../../infra/one-stop-app.ts';
import { contextWithoutBundling } from './synthesised-app.ts';

const outdirs: string[] = [];

function build(stage: string): OneStopApp {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-out-'));
  outdirs.push(outdir);
  return oneStopApp({ stage, outdir, context: contextWithoutBundling() });
}

interface Acknowledged {
  readonly id: string;
  readonly reason: string;
}

function acknowledged(app: App): readonly Acknowledged[] {
  return app.node
    .findAll()
    .flatMap((construct) =>
      construct.node.metadata
        .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap((entry) =>
          Object.entries(entry.data as Record<string, unknown>).map(([id, reason]) => ({ id, reason: String(reason) })),
        ),
    );
}

describe('cdk-nag', () => {
  afterEach(() => {
    for (const outdir of outdirs.splice(0)) rmSync(outdir, { recursive: true });
  });

  it.each(['pilot', 'dev'])('finds nothing in %s that nobody has acknowledged', (stage) => {
    expect(() => build(stage).app.synth()).not.toThrow();
  });

  it('stops the synthesis for a queue that takes plain HTTP and has no dead-letter queue', () => {
    const { app, service } = build('pilot');
    new Queue(service, 'Careless');
    expect(() => app.synth()).toThrow('AwsSolutions-SQS3');
  });

  it('every acknowledgement gives a reason', () => {
    const { app } = build('pilot');
    expect(acknowledged(app).length).toBeGreaterThan(5);
    expect(acknowledged(app).filter(({ reason }) => reason.split(' ').length < 8)).toEqual([]);
  });
});
