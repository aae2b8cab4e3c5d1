/**
 * The papers of an intake against the procedure's checklist (thành phần hồ sơ). Everything wrong is named at once: guidance is given
 * "một lần đầy đủ, chính xác" (61/2018/NĐ-CP art. 15.2).
 */
import type { DocumentLine, IntakeLimits, Procedure } from '../catalogue/catalogue.ts';
import { refuse, type Fault, type Refused } from '../decision.ts';
import type { FiledAttachment, ReceivedDocument } from './state.ts';

export interface Papers {
  readonly documents: readonly ReceivedDocument[];
  readonly attachments: readonly FiledAttachment[];
}

const MOST_COPIES = 999;

/** Required lines that are neither stated in sufficient number nor answered by a file. */
export function missingLines(procedure: Procedure, papers: Papers): readonly DocumentLine[] {
  const filed = new Set(papers.attachments.map(({ lineId }) => lineId));
  return procedure.documents.filter(
    (line) => line.required && !filed.has(line.id) && !papers.documents.some((paper) => suffices(line, paper)),
  );
}

/** The lines that are missing, as faults a form can show beside each line. */
export function missingLineFaults(procedure: Procedure, papers: Papers): readonly Fault[] {
  return missingLines(procedure, papers).map((line) => ({
    rule: 'document-missing',
    pointer: '/documents',
    details: { lineId: line.id, name: line.name, nameEn: line.nameEn },
  }));
}

/** Lines the procedure does not know, lines named twice, impossible counts and files beyond the limits. */
export function paperFaults(procedure: Procedure, papers: Papers, limits: IntakeLimits): readonly Fault[] {
  const known = new Set(procedure.documents.map(({ id }) => id));
  const { documents, attachments } = papers;
  return [
    ...documents.flatMap((paper, index) => documentFaults(paper, `/documents/${index}`, known)),
    ...repeated(documents.map(({ lineId }) => lineId)).map((index) =>
      fault('line-repeated', `/documents/${index}/lineId`),
    ),
    ...attachments.flatMap((file, index) => attachmentFaults(file, `/attachments/${index}`, { known, limits })),
    ...repeated(attachments.map(({ uploadId }) => uploadId)).map((index) =>
      fault('upload-repeated', `/attachments/${index}/uploadId`),
    ),
    ...tooMany(attachments.length, limits),
  ];
}

/** How many more files a dossier may take, counted with those it has. */
export function tooMany(count: number, limits: IntakeLimits): readonly Fault[] {
  const most = limits.attachmentsPerDossier;
  return count > most ? [{ ...fault('too-many-attachments', '/attachments'), details: { most, count } }] : [];
}

/** Everything wrong with the papers, as one refusal. */
export function faultsRefusal(faults: readonly Fault[]): Refused {
  const incomplete = faults.some(({ rule }) => rule === 'document-missing');
  return refuse(incomplete ? 'documents-incomplete' : 'intake-faulty', {
    faults,
    ...(faults[0] && { pointer: faults[0].pointer }),
    ...(incomplete && { article: '61/2018/NĐ-CP Điều 15.2, 17.1' }),
  });
}

/** An original serves where a copy is asked for, and a certified copy where a photocopy is. */
function suffices(line: DocumentLine, paper: ReceivedDocument): boolean {
  if (paper.lineId !== line.id) return false;
  const certified = paper.originals + paper.certifiedCopies;
  return (
    paper.originals >= line.originals &&
    certified >= line.originals + line.certifiedCopies &&
    certified + paper.photocopies >= line.originals + line.certifiedCopies + line.photocopies
  );
}

function documentFaults(paper: ReceivedDocument, pointer: string, known: ReadonlySet<string>): readonly Fault[] {
  const counts = (['originals', 'certifiedCopies', 'photocopies'] as const).filter((kind) => !isCount(paper[kind]));
  return [
    ...(known.has(paper.lineId) ? [] : [fault('unknown-line', `${pointer}/lineId`)]),
    ...counts.map((kind) => fault('count-out-of-range', `${pointer}/${kind}`)),
  ];
}

function attachmentFaults(
  file: FiledAttachment,
  pointer: string,
  { known, limits }: { readonly known: ReadonlySet<string>; readonly limits: IntakeLimits },
): readonly Fault[] {
  return [
    ...(file.lineId === undefined || known.has(file.lineId) ? [] : [fault('unknown-line', `${pointer}/lineId`)]),
    ...(file.bytes > limits.attachmentBytes ? [fault('attachment-too-large', pointer)] : []),
  ];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_COPIES;
}

/** Indexes of values that stood before. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function fault(rule: string, pointer: string): Fault {
  return { rule, pointer };
}
