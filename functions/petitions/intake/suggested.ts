/** What a report's words suggest before anybody has read them, and the reports near it: hints for the operator, decisions for nobody. */
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { fingerprintOf } from '../../../shared/domain/report-text/fingerprint.ts';
import { languageOf } from '../../../shared/domain/report-text/language.ts';
import { marksOf } from '../../../shared/domain/report-text/marks.ts';
import { suggestTriage } from '../../../shared/domain/report-text/suggest.ts';
import { isValidOn } from '../../../shared/domain/catalogue/lookup.ts';
import type { ReportCore } from '../../../shared/domain/report/state.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import type { Listings } from '../../../shared/ports/case-queries.ts';
import { findSimilar } from './find-similar.ts';

export interface ReportedWords {
  readonly summary: string;
  readonly content: string;
  readonly place?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly language?: 'vi' | 'en';
  /** As the reporter chose it. */
  readonly area?: string;
}

export type SuggestedCore = Pick<ReportCore, 'language' | 'marks' | 'suggestion' | 'fingerprint' | 'location'>;

export async function suggestedCore(
  { listings }: { readonly listings: Listings },
  words: ReportedWords,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Instant },
): Promise<SuggestedCore> {
  const texts = [words.summary, words.content, words.place].filter((text) => text !== undefined);
  const text = texts.join('\n');
  const on = localDateOf(now);
  const suggested = suggestTriage(text, { catalogue, on });
  const chosen = catalogue.areas.find((area) => area.code === words.area && isValidOn(area, on))?.code;
  const areas = chosen === undefined ? suggested.areas : [chosen, ...suggested.areas.filter((code) => code !== chosen)];
  const location = locationOf(words);
  const fingerprint = fingerprintOf(text);
  const category = suggested.categories[0]?.id;
  const similar = await findSimilar(
    listings,
    { at: now, areas, words: fingerprint, ...(category !== undefined && { category }), ...(location && { location }) },
    catalogue.hotline.nearby,
  );
  return {
    language: words.language ?? (languageOf(text) === 'en' ? 'en' : 'vi'),
    marks: marksOf(text, { catalogue }),
    suggestion: { ...suggested, areas, similar },
    fingerprint,
    ...(location && { location }),
  };
}

/** To about ten metres: enough for a hole in the road, and no more than that of whoever reported it. */
const PLACES = 4;

function locationOf({ latitude, longitude }: ReportedWords): SuggestedCore['location'] {
  if (latitude === undefined || longitude === undefined) return undefined;
  return { latitude: Number(latitude.toFixed(PLACES)), longitude: Number(longitude.toFixed(PLACES)) };
}
