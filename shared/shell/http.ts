/** What a route's handler is given and what it gives back; the pipeline around it is in http-pipeline.ts. */
import type { StaffActor } from '../domain/actor.ts';
import type { Refusal } from '../domain/decision.ts';

export type Language = 'vi' | 'en';

export interface HttpRequest<Body = unknown> {
  /** Parsed by the route's schema. */
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly requestId: string;
  readonly sourceIp: string;
  /** Present when a valid session came along and the route looks for one. */
  readonly actor?: StaffActor;
  /** The secret link's token: `Authorization: Bearer …` or the query's `k`. */
  readonly bearer?: string;
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
  /** From `If-Match: "<version>"`. */
  readonly expectedVersion?: number;
}

export type HttpReply =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cookies?: readonly string[];
    }
  | {
      readonly kind: 'html';
      readonly status: number;
      readonly html: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cookies?: readonly string[];
    }
  /** Another format than ours: a feed, a table. */
  | {
      readonly kind: 'text';
      readonly status: number;
      /** With its charset. */
      readonly contentType: string;
      readonly text: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'redirect'; readonly status: 303; readonly location: string; readonly cookies?: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** An expected failure; one table (problem-table.ts) maps it to RFC 9457 problem+json in Vietnamese or English. */
export type Problem =
  | { readonly kind: 'malformed'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'unauthenticated' }
  | { readonly kind: 'forbidden'; readonly why: string }
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'stale-version'; readonly current: number }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'key-missing' }
  | { readonly kind: 'too-large'; readonly limit: number; readonly pointer?: string }
  | { readonly kind: 'unsupported-media'; readonly pointer?: string; readonly detail?: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'busy' };

export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, or `query/<name>`, `header/<name>`. */
  readonly pointer: string;
  /** Key of the message table. */
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export type RouteHandler<Body = never> = (request: HttpRequest<Body>) => Promise<HttpReply>;

export function problem(value: Problem): HttpReply {
  return { kind: 'problem', problem: value };
}
