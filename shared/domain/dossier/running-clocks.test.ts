import { describe, expect, it } from 'vitest';
import { clocksOfDossier } from './running-clocks.ts';
import { act, given, histories } from './testing/scenario.ts';
import { at, staff } from './testing/world.ts';

const pause = (as: string) => ({
  command: { type: 'Pause', reason: 'inspection', note: 'Hẹn ngày 8' } as const,
  as: staff(as),
  at: at('04 10:00'),
});
const workOf = (acts: Parameters<typeof given>[0]) =>
  clocksOfDossier(given(acts).state).map(({ clockId, work }) => [clockId, work?.unitId, work?.officerId]);

describe('a case that stands still', () => {
  it('stays in sight of the officer who asked for the supplement, until the applicant’s last day', () => {
    const asked = given([...histories.processing, act.askSupplement({ stepId: 'examine' }, 'officer', at('04 16:00'))]);
    expect(clocksOfDossier(asked.state)[0]?.work).toEqual({
      unitId: 'ward-25744',
      officerId: 'officer',
      dueAt: asked.in('supplement-requested').wait.dueAt,
    });
  });

  it('stays in sight of the counter before there was an officer', () => {
    expect(workOf([act.fileOnline(), act.askSupplement()])).toEqual([['supplement', 'counter-25744', undefined]]);
  });

  it('stays with the officer while the time limit stands still', () => {
    expect(workOf([...histories.processing, pause('officer')])).toEqual([['pause', 'ward-25744', 'officer']]);
  });

  it('is the unit’s while its step has nobody', () => {
    const unassigned = [...histories.received, act.forward(), pause('head')];
    expect(workOf(unassigned)).toEqual([['pause', 'ward-25744', undefined]]);
  });

  it('is with the unit that decides before any other that works on it', () => {
    const file = act.fileAtCounter({ procedure: 'district-matter' });
    const both = [act.assign('verify', 'department-officer'), act.assign('examine', 'justice-officer')];
    expect(workOf([file, act.receive(), act.forward(), ...both, pause('justice-officer')])).toEqual([
      ['pause', 'justice-718', 'justice-officer'],
    ]);
  });
});
