import { describe, expect, it } from 'vitest';
import { evolveDossier } from './evolve.ts';
import { act, decide, given } from './testing/scenario.ts';
import { at, CATALOGUE } from './testing/world.ts';

describe('a unit that ends without a successor of its kind', () => {
  const life = given([
    act.fileAtCounter({ procedure: 'district-matter' }),
    act.receive(),
    act.forward(),
    act.assign('examine', 'justice-officer'),
    act.assign('verify', 'department-officer'),
  ]);
  const withoutDepartment = {
    ...CATALOGUE,
    units: CATALOGUE.units.map((unit) =>
      unit.id === 'justice-department' ? { ...unit, validTo: '2024-03-04' } : unit,
    ),
  };

  it('leaves its step to the unit that decides, with the deadline as it was, once and together with what was asked', () => {
    const completed = act.complete('examine', 'justice-officer', at('05 09:00'));
    const decision = decide(completed, life.state, withoutDepartment);
    const before = life.in('processing').work.steps.find(({ stepId }) => stepId === 'verify');
    expect(decision).toMatchObject({
      kind: 'accepted',
      events: [
        {
          type: 'CompetenceTransferred',
          steps: [{ stepId: 'verify', unitId: 'justice-718', status: 'awaiting-assignment', clock: before?.clock }],
        },
        { type: 'StepCompleted', stepId: 'examine' },
      ],
    });
    if (decision.kind !== 'accepted') throw new Error(decision.kind);
    const state = decision.events.reduce(evolveDossier, life.state);
    const again = decide(act.assign('verify', 'justice-officer', at('05 09:01')), state, withoutDepartment);
    expect(again).toMatchObject({ kind: 'accepted', events: [{ type: 'StepAssigned', stepId: 'verify' }] });
  });
});
