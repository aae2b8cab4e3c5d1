/** The one table from an expected failure to RFC 9457 problem details: status, type and what people are told. */
import { fieldText } from './field-texts.ts';
import type { Language, Problem } from './http.ts';
import { refusalText } from './refusal-texts.ts';
import { problemRows, type ProblemRow } from './problem-texts.ts';
import { say } from './said-text.ts';

export interface ProblemDocument {
  /** `/problems/<kind>` under the address of this system. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request id: what to quote when asking for help. */
  readonly instance: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly rule?: string;
  readonly article?: string;
  readonly current?: number;
  /** For programs: why it is forbidden, what was not found. */
  readonly why?: string;
  readonly what?: string;
}

const statusOfSort = { rule: 422, conflict: 409, forbidden: 403, invalid: 400 } as const;

export interface AnsweredProblem {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
}

type AnyProblem = Problem | { readonly kind: 'internal' };

export function answerProblem(
  problem: AnyProblem,
  request: { readonly language: Language; readonly requestId: string },
): AnsweredProblem {
  const { language, requestId } = request;
  const row = problemRows[problem.kind];
  const detail = detailOf(problem, row, request);
  const errors = errorsOf(problem, detail, language);
  const document: ProblemDocument = {
    type: `/problems/${problem.kind}`,
    title: say(row.title, language),
    status: problem.kind === 'refused' ? statusOfSort[problem.refusal.sort] : row.status,
    detail,
    instance: requestId,
    ...(errors.length > 0 && { errors }),
    ...membersOf(problem),
  };
  return { document, headers: headersOf(problem) };
}

function detailOf(
  problem: AnyProblem,
  row: ProblemRow,
  request: { readonly language: Language; readonly requestId: string },
): string {
  switch (problem.kind) {
    case 'refused':
      return refusalText(problem.refusal, request.language);
    case 'stale-version':
      return say(row.detail, request.language, { current: problem.current });
    case 'too-large':
      return say(row.detail, request.language, { limit: problem.limit });
    case 'unsupported-media':
      return problem.detail === undefined
        ? say(row.title, request.language)
        : say(row.detail, request.language, { detail: problem.detail });
    case 'throttled':
      return say(row.detail, request.language, { retryAfterSeconds: problem.retryAfterSeconds });
    case 'internal':
      return say(row.detail, request.language, { instance: request.requestId });
    case 'malformed':
    case 'unauthenticated':
    case 'forbidden':
    case 'not-found':
    case 'key-reused':
    case 'key-missing':
    case 'busy':
      return say(row.detail, request.language);
    default:
      return problem satisfies never;
  }
}

function errorsOf(problem: AnyProblem, detail: string, language: Language): NonNullable<ProblemDocument['errors']> {
  if (problem.kind === 'malformed') {
    return problem.errors.map((error) => ({
      pointer: error.pointer,
      code: error.code,
      detail: fieldText(error, language),
    }));
  }
  if (problem.kind === 'refused' && problem.refusal.faults !== undefined) {
    const { sort, faults } = problem.refusal;
    return faults.map((fault) => ({
      pointer: fault.pointer,
      code: fault.rule,
      detail: refusalText({ sort, ...fault }, language),
    }));
  }
  const pointer = pointerOf(problem);
  const code = problem.kind === 'refused' ? problem.refusal.rule : problem.kind;
  return pointer === undefined ? [] : [{ pointer, code, detail }];
}

function pointerOf(problem: AnyProblem): string | undefined {
  if (problem.kind === 'refused') return problem.refusal.pointer;
  if (problem.kind === 'key-missing') return 'header/Idempotency-Key';
  return problem.kind === 'too-large' || problem.kind === 'unsupported-media' ? problem.pointer : undefined;
}

function membersOf(problem: AnyProblem): Pick<ProblemDocument, 'rule' | 'article' | 'current' | 'why' | 'what'> {
  if (problem.kind === 'stale-version') return { current: problem.current };
  if (problem.kind === 'forbidden') return { why: problem.why };
  if (problem.kind === 'not-found') return { what: problem.what };
  if (problem.kind !== 'refused') return {};
  const { rule, article } = problem.refusal;
  return article === undefined ? { rule } : { rule, article };
}

function headersOf(problem: AnyProblem): Readonly<Record<string, string>> {
  if (problem.kind === 'throttled') return { 'retry-after': String(problem.retryAfterSeconds) };
  if (problem.kind === 'busy') return { 'retry-after': '1' };
  return problem.kind === 'unauthenticated' ? { 'www-authenticate': 'Session realm="mot-cua-1022"' } : {};
}
