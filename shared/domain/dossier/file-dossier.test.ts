import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { AFTER } from '../catalogue/testing/small-catalogue.ts';
import type { Decision } from '../decision.ts';
import { instantAt } from '../time.ts';
import type { DossierEvent } from './events.ts';
import { act, decide, eventOf, PAPERS, type Act } from './testing/scenario.ts';
import { at, CATALOGUE, CITIZEN, staff } from './testing/world.ts';

function file(one: Act, catalogue: Catalogue = CATALOGUE): Decision<DossierEvent> {
  return decide(one, undefined, catalogue);
}

function refusal(one: Act, catalogue?: Catalogue) {
  const decision = file(one, catalogue);
  return decision.kind === 'refused' ? decision.refusal : decision;
}

describe('filing', () => {
  it('keeps where it was received, where it is decided and why', () => {
    const { core, routing } = eventOf(file(act.fileAtCounter({ procedure: 'district-matter' })), 'DossierFiled');
    expect(core).toMatchObject({
      counterId: 'counter-25744',
      deciding: { unitId: 'justice-718', level: 'district', ruleId: 'general-justice' },
      area: '25744',
      areaVersion: '2018-01-01',
      intakeBy: 'official',
    });
    expect(routing.considered).toContainEqual({ ruleId: 'general-province', why: 'other-level' });
  });

  it('gives an online filing to the counter of the authority that decides, with eight hours to check it', () => {
    const { core, as } = eventOf(file(act.fileOnline({ counterId: undefined })), 'DossierFiled');
    expect(core.counterId).toBe('counter-25744');
    expect(as).toMatchObject({ status: 'submitted', check: { dueAt: at('05 09:00') } });
  });

  it('refuses a procedure that nobody knows, or that is not in force on the day', () => {
    expect(refusal(act.fileAtCounter({ procedure: 'no-such' }))).toMatchObject({
      rule: 'procedure-not-in-force',
      pointer: '/procedure',
    });
    expect(refusal(act.fileAtCounter({ procedure: 'old-matter' }))).toMatchObject({ rule: 'procedure-not-in-force' });
  });

  it('refuses presence-required procedures by post and online, with the reason', () => {
    const wanted = { rule: 'presence-required', pointer: '/channel', details: { reason: 'Hai bên phải có mặt' } };
    expect(refusal(act.fileByPost({ procedure: 'presence-matter' }))).toMatchObject({
      ...wanted,
      article: '45/2016/QĐ-TTg Điều 1.2',
    });
    expect(refusal(act.fileOnline({ procedure: 'presence-matter' }))).toMatchObject(wanted);
    expect(file(act.fileAtCounter({ procedure: 'presence-matter', documents: [] })).kind).toBe('accepted');
  });

  it('refuses a channel that the procedure does not open', () => {
    const catalogue = {
      ...CATALOGUE,
      procedures: CATALOGUE.procedures.map((one) => ({ ...one, channels: ['counter'] as const })),
    };
    expect(refusal(act.fileOnline(), catalogue)).toMatchObject({ rule: 'channel-closed', pointer: '/channel' });
  });

  it('refuses a counter that is closed, unknown, no counter, of another level or of another area', () => {
    const counter = (counterId: string, area = '25744') => refusal(act.fileOnline({ counterId, area }));
    expect(counter('counter-25750')).toMatchObject({ rule: 'counter-closed', pointer: '/counterId' });
    expect(counter('nowhere')).toMatchObject({ rule: 'unknown-counter' });
    expect(counter('ward-25744')).toMatchObject({ rule: 'not-a-counter' });
    expect(counter('counter-718')).toMatchObject({
      rule: 'counter-of-another-level',
      article: '61/2018/NĐ-CP Điều 14; 118/2025/NĐ-CP Điều 14',
    });
    expect(counter('counter-25744', '25750')).toMatchObject({ rule: 'counter-of-another-area' });
  });

  it('refuses a counter that closed with the reform, naming its last day', () => {
    const later = instantAt('2025-07-02', '09:00');
    const one = act.fileOnline({ area: '25750' }, later);
    expect(refusal(one)).toMatchObject({ rule: 'counter-closed', details: { validTo: '2025-06-30' } });
  });

  it('asks for a choice when the ward was split, and lists what it became', () => {
    const later = instantAt('2025-07-02', '09:00');
    const one = act.fileOnline({ area: '25741', counterId: undefined }, later);
    expect(refusal(one)).toMatchObject({
      rule: 'area-split',
      pointer: '/area',
      details: { successors: '25747 25747; 25750 25750' },
    });
  });

  it('refuses an area nobody knows and a matter nobody decides', () => {
    expect(refusal(act.fileAtCounter({ area: '99999' }))).toMatchObject({
      rule: 'no-competent-unit',
      details: { reason: 'unknown-area' },
    });
    const catalogue = { ...CATALOGUE, competence: [] };
    expect(refusal(act.fileAtCounter(), catalogue)).toMatchObject({ details: { reason: 'no-rule' } });
  });

  it('takes nothing in that some step has no unit for', () => {
    const units = CATALOGUE.units.filter(({ id }) => id !== 'justice-department');
    expect(refusal(act.fileAtCounter({ procedure: 'district-matter' }), { ...CATALOGUE, units })).toMatchObject({
      rule: 'no-unit-for-step',
      pointer: '/area',
      details: { step: 'verify', level: 'province', why: 'no-unit' },
    });
  });

  it('lets nobody take in for another counter', () => {
    const one = { ...act.fileAtCounter(), as: staff('official-718') };
    expect(refusal(one)).toMatchObject({ sort: 'forbidden', rule: 'not-permitted', details: { why: 'jurisdiction' } });
  });

  it('keeps each channel to those who may use it', () => {
    expect(refusal({ ...act.fileByPost(), as: staff('official') })).toMatchObject({ rule: 'channel-of-another-role' });
    expect(refusal({ ...act.fileAtCounter(), as: staff('clerk') })).toMatchObject({ rule: 'channel-of-another-role' });
    expect(refusal({ ...act.fileAtCounter(), as: CITIZEN })).toMatchObject({ rule: 'not-permitted' });
    expect(refusal({ ...act.fileOnline(), as: staff('clerk') })).toMatchObject({ rule: 'not-permitted' });
  });

  it('needs a counter, except online', () => {
    const one = act.fileByPost({ counterId: undefined });
    expect(refusal(one)).toMatchObject({ sort: 'forbidden', rule: 'not-permitted' });
  });

  it('refuses a second filing of the same case', () => {
    const first = eventOf(file(act.fileAtCounter()), 'DossierFiled');
    const state = {
      ...first.core,
      status: 'submitted' as const,
      check: { startedAt: '', dueAt: '', calendarVersion: '' },
    };
    expect(decide(act.fileAtCounter(), state)).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'already-filed', sort: 'conflict' },
    });
  });
});

describe('the papers', () => {
  it('names every missing line at once to a clerk and to a citizen', () => {
    const wanted = {
      rule: 'documents-incomplete',
      article: '61/2018/NĐ-CP Điều 15.2, 17.1',
      faults: [
        { rule: 'document-missing', details: { lineId: 'form' } },
        { rule: 'document-missing', details: { lineId: 'id-copy' } },
      ],
    };
    expect(refusal(act.fileByPost({ documents: [] }))).toMatchObject(wanted);
    expect(refusal(act.fileOnline({ documents: [] }))).toMatchObject(wanted);
  });

  it('takes an incomplete dossier at the counter, which then asks for the rest', () => {
    expect(file(act.fileAtCounter({ documents: [] })).kind).toBe('accepted');
  });

  it('takes a file for a line online, and an original where a certified copy is asked for', () => {
    const upload = { uploadId: 'u1', sha256: 'x', bytes: 10, contentType: 'application/pdf', lineId: 'form' };
    const documents = [{ lineId: 'id-copy', originals: 1, certifiedCopies: 0, photocopies: 0 }];
    expect(file(act.fileOnline({ documents, attachments: [upload] })).kind).toBe('accepted');
  });

  it('does not take a photocopy for a certified copy', () => {
    const documents = [PAPERS[0], { lineId: 'id-copy', originals: 0, certifiedCopies: 0, photocopies: 3 }];
    expect(refusal(act.fileByPost({ documents }))).toMatchObject({ faults: [{ details: { lineId: 'id-copy' } }] });
  });

  it.each([
    [
      'an unknown line',
      { documents: [...PAPERS, { lineId: 'x', originals: 1, certifiedCopies: 0, photocopies: 0 }] },
      'unknown-line',
      '/documents/2/lineId',
    ],
    ['a line twice', { documents: [...PAPERS, PAPERS[0]] }, 'line-repeated', '/documents/2/lineId'],
    [
      'a negative count',
      { documents: [...PAPERS, { lineId: 'extra', originals: -1, certifiedCopies: 0, photocopies: 0 }] },
      'count-out-of-range',
      '/documents/2/originals',
    ],
    [
      'half a copy',
      { documents: [...PAPERS, { lineId: 'extra', originals: 0, certifiedCopies: 0, photocopies: 0.5 }] },
      'count-out-of-range',
      '/documents/2/photocopies',
    ],
    ['no set', { sets: 0 }, 'sets-out-of-range', '/sets'],
    ['the door without an address', { returnTo: 'home' }, 'return-address-missing', '/returnAddress'],
    ['a post intake without its slip', { sendSlip: '' }, 'send-slip-missing', '/sendSlip'],
  ])('refuses %s', (_, change, rule, pointer) => {
    expect(refusal(act.fileByPost(change))).toMatchObject({ rule: 'intake-faulty', faults: [{ rule, pointer }] });
  });

  it('keeps files within their number, their size and once each', () => {
    const upload = (uploadId: string, bytes = 10) => ({ uploadId, sha256: 'x', bytes, contentType: 'application/pdf' });
    const many = Array.from({ length: 21 }, (_, index) => upload(`u${index}`));
    expect(refusal(act.fileOnline({ attachments: many }))).toMatchObject({
      faults: [{ rule: 'too-many-attachments', details: { most: 20, count: 21 } }],
    });
    expect(file(act.fileOnline({ attachments: many.slice(1) })).kind).toBe('accepted');
    expect(refusal(act.fileOnline({ attachments: [upload('a'), upload('a')] }))).toMatchObject({
      faults: [{ rule: 'upload-repeated' }],
    });
    expect(file(act.fileOnline({ attachments: [upload('a', 10_485_760)] })).kind).toBe('accepted');
    expect(refusal(act.fileOnline({ attachments: [upload('a', 10_485_761)] }))).toMatchObject({
      faults: [{ rule: 'attachment-too-large' }],
    });
  });
});

describe('a postal intake', () => {
  it('stays with the clerk, on the postal clock and not on the legal one', () => {
    const { as, core } = eventOf(file(act.fileByPost()), 'DossierFiled');
    expect(as).toMatchObject({ status: 'with-clerk', countersign: 'not-required', transit: { dueAt: at('05 17:00') } });
    expect(core.clock).toBeUndefined();
    expect(core.sendSlip).toBe('PG-1');
  });

  it('takes two days to a department outside the district', () => {
    const catalogue: Catalogue = {
      ...CATALOGUE,
      reception: CATALOGUE.reception.map((rule) => ({ ...rule, decidingLevels: ['commune', 'district', 'province'] })),
      procedures: CATALOGUE.procedures.map((one) =>
        one.code === 'district-matter'
          ? { ...one, decidingLevel: 'province', decidingUnitKind: 'justice-office' }
          : one,
      ),
    };
    const { as } = eventOf(file(act.fileByPost({ procedure: 'district-matter' }), catalogue), 'DossierFiled');
    expect(as).toMatchObject({ transit: { dueAt: at('06 17:00') } });
  });

  it.each([
    ['drawn', 0.49, 'required'],
    ['not drawn', 0.5, 'not-required'],
    ['not drawn at all', undefined, 'required'],
  ])('is countersigned when %s', (_, sampleDraw, countersign) => {
    const { as } = eventOf(file(act.fileByPost({ sampleDraw })), 'DossierFiled');
    expect(as).toMatchObject({ countersign });
  });

  it('is refused for a procedure that is not on the published list of that counter on that day', () => {
    expect(refusal(act.fileByPost({ procedure: 'instant-matter', documents: [] }))).toMatchObject({
      rule: 'not-on-postal-list',
      article: '45/2016/QĐ-TTg Điều 13',
    });
    const units = CATALOGUE.units.map((unit) =>
      unit.counter === undefined
        ? unit
        : { ...unit, counter: { ...unit.counter, postalList: [{ procedure: 'ward-matter', ...AFTER }] } },
    );
    expect(refusal(act.fileByPost(), { ...CATALOGUE, units })).toMatchObject({ rule: 'not-on-postal-list' });
  });
});
