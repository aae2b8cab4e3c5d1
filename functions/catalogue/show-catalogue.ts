/** The published catalogue as a newcomer asks for it: on today's date, searched by words without regard to diacritics. */
import type { Catalogue, Procedure, Unit } from '../../shared/domain/catalogue/catalogue.ts';
import { isValidOn, procedureOn } from '../../shared/domain/catalogue/lookup.ts';
import { servesArea } from '../../shared/domain/catalogue/units.ts';
import { fold } from '../../shared/domain/text/vietnamese.ts';
import { localDateOf, type LocalDate } from '../../shared/domain/time.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { Clock } from '../../shared/ports/outside.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';

export interface CataloguePorts {
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}

interface Today {
  readonly catalogue: Catalogue;
  readonly on: LocalDate;
}

export async function listProcedures(ports: CataloguePorts, { query }: HttpRequest): Promise<HttpReply> {
  const { catalogue, on } = await today(ports);
  const { level, q } = query;
  const items = catalogue.procedures
    .filter((procedure) => isValidOn(procedure, on))
    .filter(({ decidingLevel }) => level === undefined || decidingLevel === level)
    .filter(({ code, name, nameEn, sector }) => hasWords(q, [code, name, nameEn, sector]))
    .toSorted((left, right) => left.code.localeCompare(right.code, 'en'))
    .map(procedureLine);
  return answer({ catalogue, on }, { items });
}

export async function showProcedure(ports: CataloguePorts, { params }: HttpRequest): Promise<HttpReply> {
  const { catalogue, on } = await today(ports);
  const procedure = procedureOn(catalogue, params['code'] ?? '', on);
  if (procedure === undefined) return problem({ kind: 'not-found', what: 'procedure' });
  return answer({ catalogue, on }, { procedure: procedureDetails(procedure, on) });
}

/** Counters (one-stop sections) unless another kind is asked for. */
export async function listUnits(ports: CataloguePorts, { query }: HttpRequest): Promise<HttpReply> {
  const { catalogue, on } = await today(ports);
  const { area, kind = 'one-stop' } = query;
  const items = catalogue.units
    .filter((unit) => unit.kind === kind && isValidOn(unit, on))
    .filter((unit) => area === undefined || servesArea(catalogue, unit, { area, on }))
    .map((unit) => unitLine(unit, on));
  return answer({ catalogue, on }, { items });
}

export async function listAreas(ports: CataloguePorts, { query }: HttpRequest): Promise<HttpReply> {
  const { catalogue, on } = await today(ports);
  const items = catalogue.areas
    .filter((area) => isValidOn(area, on) && (query['level'] === undefined || area.level === query['level']))
    .filter(({ code, name }) => hasWords(query['q'], [code, name]))
    .map(({ code, name, level, parent }) => ({ code, name, level, ...(parent !== undefined && { parent }) }));
  return answer({ catalogue, on }, { items });
}

async function today(ports: CataloguePorts): Promise<Today> {
  return { catalogue: await ports.catalogue.load(), on: localDateOf(ports.clock.now()) };
}

/** The same for everybody, and rarely another: five minutes in any cache. */
function answer({ catalogue, on }: Today, content: object): HttpReply {
  return {
    kind: 'json',
    status: 200,
    body: { on, catalogueVersion: catalogue.version, ...content },
    headers: { 'cache-control': 'public, max-age=300' },
  };
}

/** Every word asked for stands in one of the texts, in any order. */
function hasWords(asked: string | undefined, texts: readonly string[]): boolean {
  const words = fold(asked ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const folded = texts.map(fold).join(' ');
  return words.every((word) => folded.includes(word));
}

function procedureLine({ code, version, name, nameEn, sector, decidingLevel, timeLimit, channels }: Procedure) {
  return { code, version, name, nameEn, sector, decidingLevel, timeLimit, channels };
}

function procedureDetails(procedure: Procedure, on: LocalDate) {
  const { source, demo, presenceRequired, immediateResult, documents, fees, stages } = procedure;
  return {
    ...procedureLine(procedure),
    source,
    ...(demo !== undefined && { demo }),
    ...(presenceRequired !== undefined && { presenceRequired }),
    immediateResult,
    documents,
    fees: fees
      .filter((fee) => isValidOn(fee, on))
      .map(({ kind, name, amount, per, source: from, demo: unverified }) => ({
        kind,
        name,
        amount,
        per,
        source: from,
        ...(unverified !== undefined && { demo: unverified }),
      })),
    steps: stages.flat().map(({ name, nameEn, level, hours }) => ({ name, nameEn, level, workingHours: hours })),
  };
}

function unitLine({ id, name, nameEn, level, kind, areas, address, phone, counter }: Unit, on: LocalDate) {
  return {
    id,
    name,
    nameEn,
    level,
    kind,
    areas,
    address,
    phone,
    ...(counter && {
      postalList: counter.postalList.filter((entry) => isValidOn(entry, on)).map(({ procedure }) => procedure),
    }),
  };
}
