/**
 * The shape of one HTTP route. Each capability lists its routes once (`shared/contracts/http/<capability>.ts`); the CDK app makes the
 * API's routes from the lists, the functions dispatch on them, and the OpenAPI document is generated from them.
 */
import type * as z from 'zod/mini';
import type { Operation } from '../domain/staff/permissions.ts';
import type { FunctionName } from './configuration.ts';

export interface RouteContract {
  /** Unique, camel case: the OpenAPI operation id and the key of the handler. */
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  /** API Gateway syntax: `/dossiers/{code}`. */
  readonly path: string;
  readonly function: FunctionName;
  readonly summary: { readonly vi: string; readonly en: string };
  /** `staff` needs a session, `anyone` may have one, `public` never looks. */
  readonly access: 'public' | 'anyone' | 'staff';
  /** The row of the permission table that a signed-in actor must hold; checked again with the case at hand. */
  readonly operation?: Operation;
  readonly request?: { readonly body: z.ZodMiniType; readonly media: 'json' | 'form'; readonly example: unknown };
  /** Instead of `request`: the handler is given the very bytes, whatever they are, for somebody has signed them. At most `limit` of them. */
  readonly rawBody?: { readonly limit: number };
  readonly query?: z.ZodMiniType;
  readonly response: {
    readonly status: number;
    /** `redirect`: an address instead of a body; what goes wrong is shown as the caller accepts it. */
    readonly media: 'json' | 'html' | 'redirect' | 'text';
    /** Of `text`, or of another form of the same answer that the caller may ask for by Accept. */
    readonly contentType?: 'text/csv' | 'application/atom+xml';
    readonly body?: z.ZodMiniType;
    readonly example?: unknown;
  };
  /** `required`: creates something, so a retry must be recognisable. */
  readonly idempotency: 'required' | 'optional' | 'none';
}
