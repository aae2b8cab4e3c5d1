/** What the owner sees, and who is told, of work that is done by mail. */
import { describe, expect, it } from 'vitest';
import type { DossierEvent } from './events.ts';
import { noticesFor } from './notices.ts';
import { tasksFor } from './tasks.ts';
import { act, byMail, given, histories } from './testing/scenario.ts';
import { at, CITIZEN, MAIL } from './testing/world.ts';
import { timelineOf } from './timeline.ts';

const processing = given(histories.processing);
const shown = (events: readonly DossierEvent[]) =>
  timelineOf([{ events }])
    .slice(timelineOf([{ events: processing.events }]).length)
    .map(({ what, unitId, text }) => [what, unitId, text]);

describe('the timeline', () => {
  it('shows that the dossier went to another unit, and that it was taken back', () => {
    const life = byMail(processing, act.sendOn('justice-718'), { action: 'forward' }).then(act.undo());
    expect(shown(life.events)).toEqual([
      ['StepForwarded', 'justice-718', 'Hồ sơ được chuyển đến đơn vị khác'],
      ['ActUndone', 'ward-25744', 'Đơn vị đã rút lại việc vừa làm'],
    ]);
  });

  it('shows neither a hand-over inside the unit nor its undo, nor what a reply came to, nor a note, nor the head’s word about a mailbox', () => {
    const life = byMail(processing, act.handOver('colleague'), { action: 'hand-over' }).then(
      act.undo(),
      act.note('officer', at('04 10:06')),
      { command: { type: 'ReportMailboxUnreachable', unitId: 'ward-25744' }, as: MAIL, at: at('04 10:08') },
    );
    expect(life.events.slice(-2).map(({ type }) => type)).toEqual(['NoteAdded', 'MailboxUnreachable']);
    expect(shown(life.events)).toEqual([]);
  });

  it('shows that the unit looks for somebody while mail does not reach the officer, and who that is not', () => {
    const gone = { command: { type: 'ReportUnreachable', staffId: 'officer', why: 'bounced' } as const, as: MAIL };
    const life = processing.then({ ...gone, at: at('04 10:07') });
    expect(shown(life.events)).toEqual([['OfficerUnreachable', 'ward-25744', 'Đơn vị đang bố trí người xử lý thay']]);
    expect(JSON.stringify(timelineOf([{ events: life.events }]))).not.toContain('"officer"');
    const handedOn: DossierEvent = {
      type: 'OfficerUnreachable',
      staffId: 'officer',
      why: 'bounced',
      stepIds: [],
      consultationIds: [],
      tell: [],
      at: at('04 10:07'),
    };
    expect(shown([...processing.events, handedOn])).toEqual([]);
  });

  it('shows a letter, without a word of it', () => {
    const file = { uploadId: 'u1', sha256: 'x', bytes: 10, contentType: 'text/plain' };
    const life = processing.then({
      command: { type: 'RecordLetter', mailId: 'mail-1', attachments: [file] },
      as: CITIZEN,
      at: at('04 10:00'),
    });
    expect(shown(life.events)).toEqual([['LetterReceived', undefined, 'Đã nhận thư của người nộp']]);
  });

  it('shows that the time limit stands still, and that it goes on, by the deciding unit', () => {
    const { clock, work } = processing.in('processing');
    if (clock === undefined) throw new Error('it was received');
    const [{ note }, when] = [{ note: 'Bí mật nội bộ' }, at('05 08:00')];
    const paused: DossierEvent = {
      type: 'DossierPaused',
      reason: 'inspection',
      note,
      by: 'officer',
      review: clock,
      counterId: 'counter-25744',
      officers: ['officer'],
      at: when,
    };
    const { steps, consultations } = work;
    const resumed: DossierEvent = {
      type: 'DossierResumed',
      by: 'officer',
      note,
      clock,
      steps,
      consultations,
      at: when,
    };
    const entries = shown([...processing.events, paused, resumed]);
    expect(entries.map(([what, unitId]) => [what, unitId])).toEqual([
      ['DossierPaused', 'ward-25744'],
      ['DossierResumed', 'ward-25744'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(note);
  });
});

describe('work that is sent on', () => {
  it('is told to nobody until somebody has it: the other unit’s queue is asked', () => {
    const { events } = processing.then(act.sendOn('justice-718'));
    expect(events.slice(-1).flatMap(noticesFor)).toEqual([]);
    expect(events.slice(-1).flatMap(tasksFor)).toEqual([{ kind: 'assign-step', level: 'district', stepId: 'examine' }]);
  });
});
