import { expect, it } from 'vitest';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier, Processing } from '../../../shared/domain/dossier/state.ts';
import { isOutdated } from './is-outdated.ts';
import { dossierExample, eventExamples } from '../writing/testing/event-examples.ts';

const stalled = eventExamples.find((event) => event.type === 'TimerRang' && event.told === 'if-untouched')!;
const prepared = eventExamples.find((event) => event.type === 'ApologyPrepared')!;
const filed = eventExamples.find((event) => event.type === 'DossierFiled')!;

function withStep(change: Partial<Processing['work']['steps'][number]>): Processing {
  const steps = dossierExample.work.steps.map((step) => ({ ...step, ...change }));
  return { ...dossierExample, work: { ...dossierExample.work, steps } };
}

it.each<[string, DossierEvent, Processing, boolean]>([
  ['untouched work', stalled, dossierExample, false],
  ['work that was touched meanwhile', stalled, withStep({ touchedAt: '2026-11-23T03:00:00.000Z' }), true],
  ['work that was done meanwhile', stalled, withStep({ status: 'done' }), true],
  ['an apology that waits', prepared, dossierExample, false],
  [
    'an apology that was asked for anew',
    prepared,
    {
      ...dossierExample,
      preparedApology: { ...dossierExample.preparedApology!, preparedAt: '2026-11-23T03:00:00.000Z' },
    },
    true,
  ],
])('a notice about %s', (_what, event, dossier, outdated) => {
  expect(isOutdated({ event, template: 'reminder' }, dossier)).toBe(outdated);
});

it('a notice about an apology that was sent meanwhile is outdated', () => {
  const { preparedApology, ...sent } = dossierExample;
  expect(preparedApology).toBeDefined();
  expect(isOutdated({ event: prepared, template: 'apology-prepared' }, sent)).toBe(true);
});

it('a new filing is no work of the counter any more once somebody has checked it, and stays news for the applicant', () => {
  if (filed.as.status !== 'submitted') throw new Error('another example');
  const submitted: Dossier = { ...filed.core, ...filed.as };
  expect(isOutdated({ event: filed, template: 'filed-online' }, submitted)).toBe(false);
  expect(isOutdated({ event: filed, template: 'filed-online' }, dossierExample)).toBe(true);
  expect(isOutdated({ event: filed, template: 'filed' }, dossierExample)).toBe(false);
});
