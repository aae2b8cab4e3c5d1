import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, sharedWords } from './fingerprint.ts';
import { metresBetween } from './place-distance.ts';
import { nearbyListing, rankSimilar, readNearby, similarity, sketchOf, SIMILAR_ENOUGH } from './similar.ts';

const within = { metres: 250, days: 14 };
const at = '2026-11-23T02:00:00.000Z';
const here = { latitude: 10.9804, longitude: 106.6519 };
const north = (metres: number) => ({ ...here, latitude: here.latitude + metres / 111_195 });
const sketch = (text: string, about: Partial<Parameters<typeof sketchOf>[0]> = {}) =>
  sketchOf({ at, area: '25750', texts: [text], ...about });

const HOLE = 'Ổ gà rất lớn trên đường Lê Hồng Phong gần chợ, xe máy té liên tục';
const SAME_HOLE = 'duong le hong phong doan gan cho co o ga lon lam may xe may te';
const RUBBISH = 'Bãi rác cuối hẻm bốc mùi hôi thối, ruồi nhặng bay khắp nhà';

describe('similarity', () => {
  it('finds the same thing told in other words, with and without marks', () => {
    expect(similarity(sketch(HOLE), sketch(SAME_HOLE), within)).toBeGreaterThanOrEqual(SIMILAR_ENOUGH);
    expect(similarity(sketch(HOLE), sketch(RUBBISH), within)).toBeLessThan(SIMILAR_ENOUGH);
  });

  it('falls with the distance and is nothing beyond the policy', () => {
    const from = (metres: number) =>
      similarity(sketch(HOLE, { location: here }), sketch(SAME_HOLE, { location: north(metres) }), within);
    expect(from(10)).toBeGreaterThan(from(150));
    expect(from(150)).toBeGreaterThan(from(260));
    expect(from(260)).toBe(0);
  });

  it('falls with the time and is nothing beyond the policy', () => {
    const after = (days: number) =>
      similarity(
        sketch(HOLE),
        sketch(HOLE, { at: new Date(Date.parse(at) + days * 86_400_000).toISOString() }),
        within,
      );
    expect(after(0)).toBeGreaterThan(after(10));
    expect(after(15)).toBe(0);
  });

  it('offers no other matter at the same place', () => {
    const hole = sketch(HOLE, { location: here, category: 'ha-tang-giao-thong' });
    const rubbish = sketch(RUBBISH, { location: here, category: 'moi-truong' });
    expect(similarity(hole, rubbish, within)).toBeLessThan(SIMILAR_ENOUGH);
  });

  it('does not depend on the order and stays from 0 to 100', () => {
    const any = fc.record({
      text: fc.lorem(),
      metres: fc.option(fc.integer({ min: 0, max: 400 })),
      minutes: fc.integer({ min: 0, max: 30_000 }),
      category: fc.constantFrom('a', 'b', undefined),
    });
    const made = ({ text, metres, minutes, category }: typeof any extends fc.Arbitrary<infer T> ? T : never) =>
      sketch(text, {
        at: new Date(Date.parse(at) + minutes * 60_000).toISOString(),
        ...(metres !== null && { location: north(metres) }),
        ...(category !== undefined && { category }),
      });
    fc.assert(
      fc.property(any, any, (left, right) => {
        const score = similarity(made(left), made(right), within);
        expect(score).toBe(similarity(made(right), made(left), within));
        expect(score >= 0 && score <= 100).toBe(true);
      }),
    );
  });
});

describe('the fingerprint', () => {
  it('holds no word, no long number, and has one length whatever the text', () => {
    expect(fingerprintOf(HOLE)).toMatch(/^[0-9a-f]{64}$/u);
    expect(fingerprintOf(HOLE.repeat(50))).toHaveLength(64);
    expect(fingerprintOf('rác 0912345678')).toBe(fingerprintOf('rác 0987654321'));
    expect(fingerprintOf('của và là')).toBe('');
  });

  it('tells texts without a word in common apart', () => {
    expect(sharedWords(fingerprintOf(HOLE), fingerprintOf(HOLE))).toBe(1);
    expect(sharedWords(fingerprintOf(HOLE), fingerprintOf(RUBBISH))).toBeLessThan(0.2);
    expect(sharedWords('', fingerprintOf(HOLE))).toBe(0);
  });
});

describe('the list of reports nearby', () => {
  it('gives back what was put in', () => {
    const one = sketch(HOLE, { location: here, category: 'ha-tang-giao-thong' });
    expect(readNearby(nearbyListing('ABC', one))).toEqual({ reportId: 'ABC', sketch: one });
    expect(readNearby(nearbyListing('DEF', sketch(HOLE)))).toEqual({ reportId: 'DEF', sketch: sketch(HOLE) });
  });

  it('is ranked best first, at most five, without the report itself and what is not similar', () => {
    const items = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((id, index) =>
      nearbyListing(id, sketch(HOLE, { location: north(index * 20) })),
    );
    const ranked = rankSimilar(
      sketch(HOLE, { location: here }),
      [...items, nearbyListing('Z', sketch(RUBBISH, { location: north(240) }))],
      { except: 'A', within },
    );
    expect(ranked.map(({ reportId }) => reportId)).toEqual(['B', 'C', 'D', 'E', 'F']);
    expect(ranked.every(({ score }) => score >= SIMILAR_ENOUGH)).toBe(true);
  });
});

describe('metresBetween', () => {
  it('is the way along the earth: one degree of latitude is 111 km, one of longitude less', () => {
    expect(metresBetween({ latitude: 10, longitude: 106 }, { latitude: 11, longitude: 106 })).toBeCloseTo(111_195, -2);
    expect(metresBetween({ latitude: 60, longitude: 0 }, { latitude: 60, longitude: 1 })).toBeCloseTo(55_597, -2);
    expect(metresBetween(here, here)).toBe(0);
  });
});
