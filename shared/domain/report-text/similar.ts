/**
 * Reports that may tell of the same thing: near in place, time and words. Only a hint to the operator, who merges or does not. What is compared
 * stands in the lists `nearby#<area>`: no word of a reporter, only the fingerprint of them.
 */
import type { AreaCode } from '../catalogue/catalogue.ts';
import type { ReportCategoryId } from '../catalogue/hotline.ts';
import type { Coordinates, ReportId } from '../report/state.ts';
import { minutesBetween, type Instant } from '../time.ts';
import { fingerprintOf, sharedWords } from './fingerprint.ts';
import { metresBetween } from './place-distance.ts';

export interface Sketch {
  /** Filed. */
  readonly at: Instant;
  readonly area: AreaCode;
  readonly location?: Coordinates;
  readonly category?: ReportCategoryId;
  /** `fingerprintOf` its words; empty when there are none. */
  readonly words: string;
}

/** From this score on a report is offered for merging. */
export const SIMILAR_ENOUGH = 45;
/** Two people tell of one thing in different words: a third of them in common is as good as all. */
const SAME_WORDS = 0.35;
/** Below this nothing connects two texts but the language. */
const OTHER_WORDS = 0.06;
/** A phone's own idea of where it is. */
const SAME_PLACE_METRES = 30;
const MINUTES_A_DAY = 24 * 60;

/** @param texts the reporter's words: summary, content, place. */
export function sketchOf({
  texts,
  ...about
}: Omit<Sketch, 'words'> & { readonly texts: readonly (string | undefined)[] }): Sketch {
  return { ...about, words: fingerprintOf(texts.filter((text) => text !== undefined).join('\n')) };
}

/**
 * From 0, nothing in common, to 100. Without coordinates of both reports the area is all that is known of the place, and words must carry it.
 * @param within metres and days (`HotlinePolicy.nearby`) beyond which two reports are of different things.
 */
export function similarity(
  one: Sketch,
  other: Sketch,
  within: { readonly metres: number; readonly days: number },
): number {
  const days = Math.abs(minutesBetween(one.at, other.at)) / MINUTES_A_DAY;
  if (days > within.days) return 0;
  const time = 1 - days / within.days;
  const words = Math.min(
    1,
    Math.max(0, sharedWords(one.words, other.words) - OTHER_WORDS) / (SAME_WORDS - OTHER_WORDS),
  );
  const score = placeAndWords(one, other, { words, metres: within.metres });
  return Math.round(100 * score * (0.85 + 0.15 * time) * sameMatter(one, other));
}

function placeAndWords(
  one: Sketch,
  other: Sketch,
  { words, metres }: { readonly words: number; readonly metres: number },
): number {
  if (one.location === undefined || other.location === undefined)
    return one.area === other.area ? 0.2 + 0.8 * words : 0.5 * words;
  const distance = metresBetween(one.location, other.location);
  if (distance > metres) return 0;
  const place = 1 - Math.max(0, distance - SAME_PLACE_METRES) / Math.max(1, metres - SAME_PLACE_METRES);
  return 0.5 * place + 0.5 * words;
}

function sameMatter(one: Sketch, other: Sketch): number {
  if (one.category === undefined || other.category === undefined) return 0.9;
  return one.category === other.category ? 1 : 0.6;
}

/** An item of the list `nearby#<area>`, in the order of filing. */
export interface NearbyItem {
  readonly list: string;
  readonly key: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

export function nearbyList(area: AreaCode): string {
  return `nearby#${area}`;
}

export function nearbyListing(reportId: ReportId, { at, area, location, category, words }: Sketch): NearbyItem {
  return {
    list: nearbyList(area),
    key: `${at}#${reportId}`,
    attributes: {
      words,
      ...(category !== undefined && { category }),
      ...(location && { latitude: location.latitude, longitude: location.longitude }),
    },
  };
}

/** The same backwards; undefined for what is no such item. */
export function readNearby({ list, key, attributes }: NearbyItem): { reportId: ReportId; sketch: Sketch } | undefined {
  const [at, reportId] = key.split('#');
  const { latitude, longitude, category, words } = attributes;
  if (at === undefined || reportId === undefined || !list.startsWith('nearby#')) return undefined;
  return {
    reportId,
    sketch: {
      at,
      area: list.slice('nearby#'.length),
      words: typeof words === 'string' ? words : '',
      ...(typeof category === 'string' && { category }),
      ...(typeof latitude === 'number' && typeof longitude === 'number' && { location: { latitude, longitude } }),
    },
  };
}

/** Best first; only those that are similar enough, and at most five: an operator looks at them while somebody waits. */
export function rankSimilar(
  sketch: Sketch,
  candidates: readonly NearbyItem[],
  about: { readonly except?: ReportId; readonly within: { readonly metres: number; readonly days: number } },
): readonly { readonly reportId: ReportId; readonly score: number }[] {
  const best = new Map<ReportId, number>();
  for (const item of candidates) {
    const read = readNearby(item);
    if (read === undefined || read.reportId === about.except) continue;
    const score = similarity(sketch, read.sketch, about.within);
    if (score >= SIMILAR_ENOUGH) best.set(read.reportId, Math.max(score, best.get(read.reportId) ?? 0));
  }
  return [...best]
    .map(([reportId, score]) => ({ reportId, score }))
    .sort((left, right) => right.score - left.score || (left.reportId < right.reportId ? -1 : 1))
    .slice(0, MOST_OFFERED);
}

const MOST_OFFERED = 5;
