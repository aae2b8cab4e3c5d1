/**
 * Role by role × operation × jurisdiction against a table written the other way round, from what the law and the brief say of each role.
 * What is in neither is denied.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, StaffActor } from '../actor.ts';
import type { Role } from '../catalogue/catalogue.ts';
import { at, CATALOGUE } from '../dossier/testing/world.ts';
import { PERMISSIONS } from './permission-table.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { authorise, type Operation, type PermissionSubject } from './permissions.ts';

const words = (text: string) => text.trim().split(/\s+/);

/** Who: where: what. */
const EXPECTED: Readonly<Record<string, Readonly<Partial<Record<Jurisdiction, readonly string[]>>>>> = {
  citizen: {
    anywhere: words(`file-online submit-supplement withdraw-dossier print-form record-letter
      file-report record-reporter-words rate-report reopen-report withdraw-report`),
  },
  'postal-clerk': {
    'own-counter': words('file-at-counter prepare-handover sign-handover list-counter'),
    handled:
      words(`submit-supplement correct-intake return-result record-delivery-attempt confirm-delivery view-handover view-case
      view-attachment print-form add-note undo-act`),
  },
  'one-stop-official': {
    'own-counter':
      words(`file-at-counter receive-dossier refuse-dossier request-supplement submit-supplement accept-supplement
      forward-dossier stop-dossier withdraw-dossier record-result-arrival return-result hand-result-to-post record-delivery-attempt
      confirm-delivery countersign-intake send-back-intake prepare-handover sign-handover resolve-discrepancy view-handover view-case
      view-attachment print-form list-counter list-work sample-intakes search-by-phone resume-dossier add-note record-letter undo-act
      sort-mail`),
    'own-unit': words('list-work'),
  },
  officer: {
    assigned:
      words(`request-supplement hand-step-over complete-step consult answer-consultation decide view-case view-attachment
      print-form acknowledge-step forward-step prepare-apology pause-dossier resume-dossier add-note undo-act
      work-on-report answer-report consolidate-answer view-report`),
    'own-unit': words('list-work'),
  },
  'unit-head': {
    assigned:
      words(`request-supplement hand-step-over complete-step consult answer-consultation decide acknowledge-step forward-step
      prepare-apology pause-dossier resume-dossier work-on-report answer-report consolidate-answer view-report`),
    'own-unit':
      words(`request-supplement assign-step assign-consultation hand-step-over complete-step consult answer-consultation decide
      view-case view-attachment print-form list-work acknowledge-step forward-step prepare-apology pause-dossier resume-dossier
      add-note undo-act work-on-report answer-report consolidate-answer view-report`),
    'deciding-unit':
      words(`extend-deadline stop-dossier view-case view-attachment print-form prepare-apology pause-dossier resume-dossier add-note
      undo-act`),
    // The common superior of units that send a report to and fro.
    below: words('settle-competence'),
  },
  // Whoever takes a call sorts, sends on and follows up; what goes out reviewed or published is the head of the shift's.
  'hotline-operator': {
    'own-counter':
      words(`file-report triage-report record-reporter-words work-on-report settle-competence consolidate-answer
      reopen-report withdraw-report view-report list-reports report-calls`),
    'own-unit': words('list-work'),
  },
  'hotline-supervisor': {
    'own-counter':
      words(`file-report triage-report record-reporter-words work-on-report settle-competence consolidate-answer
      reopen-report withdraw-report view-report list-reports report-calls review-answer publish-report`),
    'own-unit': words('list-work'),
  },
  'province-supervisor': {
    below: words(
      'resolve-discrepancy view-handover view-case list-counter list-work sample-intakes sort-mail view-report',
    ),
  },
  administrator: { anywhere: words('publish-catalogue') },
  'system:routing': {
    anywhere: words('assign-step report-no-assignee assign-consultation report-no-consultant assign-report'),
  },
  'system:timers': { anywhere: words('ring-timer recompute-clocks ring-report') },
  'system:post': { anywhere: words('put-in-bag accept-handover record-delivery-attempt confirm-delivery') },
  'system:mail': { anywhere: words('record-letter record-reply report-unreachable') },
  'system:documents': {},
  // What came on a channel: it speaks for the citizen and joins reports, and decides nothing.
  'system:hotline': {
    anywhere: words('file-report record-reporter-words link-reports rate-report reopen-report withdraw-report'),
  },
};

const OPERATIONS = Object.keys(PERMISSIONS) as Operation[];
const JURISDICTIONS = ['own-counter', 'handled', 'own-unit', 'assigned', 'deciding-unit', 'below'] as const;

/** An actor and a case that have exactly one thing to do with one another. */
const SUBJECTS: Readonly<Record<(typeof JURISDICTIONS)[number] | 'elsewhere', PermissionSubject>> = {
  'own-counter': {
    counterId: 'here',
    decidingUnitId: 'there',
    workUnitIds: ['there'],
    officerIds: ['x'],
    handledBy: ['x'],
  },
  handled: { counterId: 'there', handledBy: ['me'] },
  'own-unit': { counterId: 'there', workUnitIds: ['there', 'here'] },
  assigned: { counterId: 'there', officerIds: ['x', 'me'] },
  'deciding-unit': { counterId: 'there', decidingUnitId: 'here' },
  below: { counterId: 'counter-25744' },
  elsewhere: {
    counterId: 'there',
    decidingUnitId: 'there',
    workUnitIds: ['there'],
    officerIds: ['x'],
    handledBy: ['x'],
  },
};

function actorOf(principal: string, unitId = 'here'): Actor {
  if (principal === 'citizen') return { kind: 'citizen' };
  const [kind, name] = principal.split(':');
  if (kind === 'system') return { kind, name: name as 'routing' };
  return { kind: 'staff', staffId: 'me', unitId, roles: [principal as Role], via: 'session' };
}

function isAllowed(principal: string, operation: Operation, where: keyof typeof SUBJECTS): boolean {
  const actor = actorOf(principal, where === 'below' ? 'province' : 'here');
  const subject = SUBJECTS[where];
  return authorise({ operation, actor, subject, catalogue: CATALOGUE, now: at('04 09:00') }).kind === 'allowed';
}

const walk = Object.keys(EXPECTED).flatMap((principal) =>
  OPERATIONS.flatMap((operation) =>
    [...JURISDICTIONS, 'elsewhere' as const].map((where) => [principal, operation, where] as const),
  ),
);

describe('the permission table', () => {
  it(`holds for each of ${walk.length} cases of who, what and where`, () => {
    const wrong = walk.filter(([principal, operation, where]) => {
      const places = EXPECTED[principal] ?? {};
      const wanted = [...(places.anywhere ?? []), ...(where === 'elsewhere' ? [] : (places[where] ?? []))];
      return isAllowed(principal, operation, where) !== wanted.includes(operation);
    });
    expect(wrong).toEqual([]);
  });

  it('expects only operations that exist', () => {
    const expected = Object.values(EXPECTED).flatMap((places) => Object.values(places).flat());
    expect(expected.filter((operation) => !(operation in PERMISSIONS))).toEqual([]);
    expect(OPERATIONS.filter((operation) => !expected.includes(operation))).toEqual([]);
  });

  it('gives an actor with several roles what each gives, and one without none', () => {
    const both: StaffActor = {
      kind: 'staff',
      staffId: 'me',
      unitId: 'here',
      roles: ['officer', 'unit-head'],
      via: 'session',
    };
    const catalogue = CATALOGUE;
    const ask = (actor: Actor, operation: Operation, subject: PermissionSubject) =>
      authorise({ operation, actor, subject, catalogue, now: at('04 09:00') });
    expect(ask(both, 'extend-deadline', SUBJECTS['deciding-unit'])).toEqual({
      kind: 'allowed',
      jurisdiction: 'deciding-unit',
    });
    expect(ask({ ...both, roles: [] }, 'view-case', SUBJECTS.assigned)).toEqual({ kind: 'denied', why: 'role' });
    expect(ask(both, 'receive-dossier', SUBJECTS['own-counter'])).toEqual({ kind: 'denied', why: 'role' });
    expect(ask(both, 'decide', SUBJECTS.elsewhere)).toEqual({ kind: 'denied', why: 'jurisdiction' });
  });

  it('denies everything but what holds anywhere when it is told of no subject', () => {
    for (const principal of Object.keys(EXPECTED)) {
      const asked = { actor: actorOf(principal), catalogue: CATALOGUE, now: at('04 09:00') };
      const allowed = OPERATIONS.filter((operation) => authorise({ ...asked, operation }).kind === 'allowed');
      expect([...allowed].sort()).toEqual([...(EXPECTED[principal]?.anywhere ?? [])].sort());
    }
  });

  it('never lets a postal clerk act on the merits, whatever he has to do with the case', () => {
    const merits: readonly Operation[] = words(
      'receive-dossier refuse-dossier request-supplement accept-supplement forward-dossier decide complete-step extend-deadline stop-dossier countersign-intake send-back-intake',
    ) as Operation[];
    const unit = fc.constantFrom('here', 'there');
    const people = fc.subarray(['me', 'x']);
    const subject = fc.record({
      counterId: unit,
      decidingUnitId: unit,
      workUnitIds: fc.subarray(['here', 'there']),
      officerIds: people,
      handledBy: people,
    });
    fc.assert(
      fc.property(subject, fc.constantFrom(...merits), (about, operation) => {
        const actor = actorOf('postal-clerk');
        expect(authorise({ operation, actor, subject: about, catalogue: CATALOGUE, now: at('04 09:00') })).toEqual({
          kind: 'denied',
          why: 'role',
        });
      }),
    );
  });

  it('goes up through every unit above for a supervisor, and not sideways', () => {
    const supervisor = actorOf('province-supervisor', 'district-718');
    const ask = (subject: PermissionSubject) =>
      authorise({ operation: 'view-case', actor: supervisor, subject, catalogue: CATALOGUE, now: at('04 09:00') }).kind;
    expect(ask({ counterId: 'counter-25744' })).toBe('allowed');
    expect(ask({ counterId: 'x', workUnitIds: ['justice-718'] })).toBe('allowed');
    expect(ask({ counterId: 'x', decidingUnitId: 'justice-department' })).toBe('denied');
    expect(ask({ counterId: 'x', decidingUnitId: 'district-725' })).toBe('denied');
  });
});
