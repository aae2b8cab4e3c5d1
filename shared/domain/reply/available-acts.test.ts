import { describe, expect, it } from 'vitest';
import { act, histories, type Scenario } from '../dossier/testing/scenario.ts';
import { at, staff } from '../dossier/testing/world.ts';
import { availableActs } from './available-acts.ts';
import { atTheHead, caseAfter, examined, NAMED } from './testing/reply-world.ts';

function actsOf(who: string, to: Scenario, when = at('04 09:40')): readonly string[] {
  const context = { now: when, actor: staff(who), catalogue: NAMED };
  return availableActs(to.state, context).map(({ action }) => action);
}

describe('what is theirs to do', () => {
  it('for the officer of a step', () => {
    expect(actsOf('officer', examined())).toEqual([
      'acknowledge',
      'complete-step',
      'request-supplement',
      'consult',
      'hand-over',
      'forward',
      'prepare-apology',
      'pause',
    ]);
  });

  it('is not to take on what was taken on', () => {
    const taken = examined().then({
      command: { type: 'AcknowledgeStep', stepId: 'examine' },
      as: staff('officer'),
      at: at('04 09:30'),
    });
    expect(actsOf('officer', taken)).not.toContain('acknowledge');
  });

  it('for the head who decides: the decision, and the date of the whole case', () => {
    const acts = actsOf('head', atTheHead(), at('05 09:00'));
    expect(acts).toEqual([
      'acknowledge',
      'grant',
      'refuse',
      'request-supplement',
      'consult',
      'hand-over',
      'extend',
      'pause',
      'stop',
    ]);
  });

  it('for the head of a step that nobody has: to give it to somebody or to another unit', () => {
    const waiting = caseAfter(histories.processing.slice(0, 3));
    expect(actsOf('head', waiting)).toEqual(['hand-over', 'forward', 'extend', 'pause', 'stop']);
    expect(actsOf('officer', waiting)).toEqual([]);
  });

  it('at the counter, on what was filed and what was received', () => {
    expect(actsOf('official', caseAfter([act.fileOnline()]))).toEqual([
      'receive',
      'request-supplement',
      'refuse-intake',
    ]);
    expect(actsOf('official', caseAfter(histories.received))).toEqual(['request-supplement', 'refuse-intake']);
    expect(actsOf('official-718', caseAfter([act.fileOnline()]))).toEqual([]);
  });

  it('at the counter, when a supplement is awaited: nothing until the applicant has had the time', () => {
    const asked = caseAfter([act.fileOnline(), act.askSupplement()]);
    expect(actsOf('official', asked)).toEqual([]);
    const later = { now: '2024-05-06T03:00:00.000Z', actor: staff('official'), catalogue: NAMED };
    expect(availableActs(asked.state, later)).toEqual([{ action: 'refuse-intake' }]);
  });

  it('is to take on again what came back after a supplement: that is new work', () => {
    const again = examined().then(
      { command: { type: 'AcknowledgeStep', stepId: 'examine' }, as: staff('officer'), at: at('04 09:30') },
      act.askSupplement({ stepId: 'examine' }, 'officer'),
      act.acceptSupplement(at('06 10:00')),
    );
    expect(actsOf('officer', again, at('06 10:30'))).toContain('acknowledge');
  });

  it('is to move the date as long as the applicant can still hear of it in time', () => {
    // Due on Thursday at 09:05: one working day before, on Wednesday at that time.
    for (const [who, action] of [
      ['head', 'extend'],
      ['officer', 'prepare-apology'],
    ] as const) {
      expect(actsOf(who, examined(), at('06 09:05')), who).toContain(action);
      expect(actsOf(who, examined(), at('06 09:06')), who).not.toContain(action);
    }
  });

  it('is not to ask for another date when the work is somebody else’s by now', () => {
    const handedOver = examined().then(act.handOver('colleague'));
    expect(actsOf('officer', handedOver, at('04 10:30'))).not.toContain('prepare-apology');
    expect(actsOf('colleague', handedOver, at('04 10:30'))).toContain('prepare-apology');
  });

  it('once only: a date that was moved is not moved again', () => {
    const moved = examined().then({
      command: { type: 'Extend', workingDays: 2, reason: 'x', apology: 'y' },
      as: staff('head'),
      at: at('04 09:30'),
    });
    expect(actsOf('head', moved)).not.toContain('extend');
    expect(actsOf('officer', moved)).not.toContain('prepare-apology');
  });

  it('in a pause: to end it, or to stop', () => {
    const paused = examined().then({
      command: { type: 'Pause', reason: 'inspection', note: 'chờ' },
      as: staff('officer'),
      at: at('04 09:35'),
    });
    expect(actsOf('officer', paused)).toEqual(['resume']);
    expect(actsOf('head', paused)).toEqual(['resume', 'stop']);
  });
});
