/**
 * The OpenAPI 3.1 document, generated from the very route contracts that the functions parse by: it cannot say what the code does not
 * do. Only the catalogue's function imports this file; the others never pay for it.
 */
import * as z from 'zod/mini';
import { AttachmentForm, CheckedAttachment, NewAttachment } from './http/attachments.ts';
import { CounterIntake, OnlineIntake } from './http/dossier-intake.ts';
import {
  ActionDone,
  CaseList,
  CasePage,
  DossierDetails,
  DossierView,
  Progress,
  Receipt,
  Sample,
} from './http/dossier-views.ts';
import { ProblemDocument } from './http/problem.ts';
import type { RouteContract } from './route.ts';

/** Rises when a client that follows this document would have to change. */
const API_VERSION = '1.0.0';

export interface ApiDescription {
  readonly routes: readonly RouteContract[];
  readonly baseUrl: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Schemas that several routes share keep one name; the others are called after their route. */
const sharedNames: ReadonlyMap<z.ZodMiniType, string> = new Map<z.ZodMiniType, string>([
  [NewAttachment, 'NewAttachment'],
  [AttachmentForm, 'AttachmentForm'],
  [CheckedAttachment, 'CheckedAttachment'],
  [OnlineIntake, 'OnlineIntake'],
  [CounterIntake, 'CounterIntake'],
  [Receipt, 'Receipt'],
  [ActionDone, 'ActionDone'],
  [Progress, 'Progress'],
  [DossierDetails, 'DossierDetails'],
  [DossierView, 'DossierView'],
  [CasePage, 'CasePage'],
  [CaseList, 'CaseList'],
  [Sample, 'Sample'],
  [ProblemDocument, 'Problem'],
]);

const pathParameters: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  code: {
    description:
      'Mã tra cứu hoặc mã hồ sơ; mã thủ tục ở /procedures. Tracking code or dossier code; procedure code at /procedures.',
    example: '2.000815',
  },
  unitId: { description: 'Bộ phận Một cửa. The counter, see /units.', example: 'thu-dau-mot-2025-mot-cua' },
  uploadId: { description: 'Từ POST /attachments. From POST /attachments.', example: 'example-upload-0000000001' },
  handoverId: {
    description: 'Số biên bản giao nhận. Number of the hand-over record.',
    example: 'BB-H29-101-261123-0001',
  },
};

export function openApiDocument({ routes, baseUrl }: ApiDescription): Json {
  const described = routes.filter(({ response }) => response.media !== 'html');
  const names = nameSchemas(described);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa 1022',
      version: API_VERSION,
      description:
        'Nộp hồ sơ thủ tục hành chính, theo dõi và xử lý. Mọi lỗi là application/problem+json (RFC 9457), bằng tiếng Việt hoặc tiếng Anh theo Accept-Language.\n\n' +
        'File administrative dossiers, follow and handle them. Every failure is application/problem+json (RFC 9457), in Vietnamese or English by Accept-Language.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: baseUrl }],
    paths: Object.fromEntries(
      [...new Set(described.map(({ path }) => path))].map((path) => [
        path,
        Object.fromEntries(
          described
            .filter((route) => route.path === path)
            .map((route) => [route.method.toLowerCase(), operation(route, names)]),
        ),
      ]),
    ),
    components: {
      schemas: { ...schemasOf(names.requests, 'input'), ...schemasOf(names.responses, 'output') },
      responses: {
        Problem: {
          description: 'RFC 9457',
          headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Giây. Seconds (429).' } },
          content: { 'application/problem+json': { schema: reference('Problem') } },
        },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          // Bound to the host over https, where alone a browser lets it be (RFC 6265bis 4.1.3.2).
          name: baseUrl.startsWith('https:') ? '__Host-mot-cua-session' : 'mot-cua-session',
          description: 'Phiên đăng nhập của cán bộ. Staff session, by e-mailed link.',
        },
        secretLink: {
          type: 'http',
          scheme: 'bearer',
          description: 'Mã trong đường dẫn riêng của người nộp. The token of the applicant’s secret link.',
        },
      },
    },
  };
}

interface SchemaNames {
  readonly requests: ReadonlyMap<z.ZodMiniType, string>;
  readonly responses: ReadonlyMap<z.ZodMiniType, string>;
}

function nameSchemas(routes: readonly RouteContract[]): SchemaNames {
  const requests = new Map<z.ZodMiniType, string>();
  const responses = new Map<z.ZodMiniType, string>([[ProblemDocument, 'Problem']]);
  for (const { operationId, request, response } of routes) {
    if (request !== undefined)
      requests.set(request.body, sharedNames.get(request.body) ?? `${pascal(operationId)}Body`);
    if (response.body !== undefined) {
      responses.set(response.body, sharedNames.get(response.body) ?? `${pascal(operationId)}Answer`);
    }
  }
  for (const part of [Progress, DossierDetails]) responses.set(part, sharedNames.get(part) ?? '');
  return { requests, responses };
}

function operation(route: RouteContract, names: SchemaNames): Json {
  const { operationId, method, summary, request, response } = route;
  return {
    operationId,
    summary: summary.vi,
    description: summary.en,
    tags: [route.function],
    ...(route.access !== 'public' && { security: securityOf(route.access) }),
    parameters: [...pathParametersOf(route), ...queryParametersOf(route), ...headersOf(route)],
    ...(route.rawBody && { requestBody: { required: method === 'POST', content: { '*/*': {} } } }),
    ...(request && {
      requestBody: {
        required: true,
        content: {
          [request.media === 'json' ? 'application/json' : 'application/x-www-form-urlencoded']: {
            schema: reference(names.requests.get(request.body)),
            example: request.example,
          },
        },
      },
    }),
    responses: {
      [String(response.status)]: {
        description: summary.en,
        ...(response.media === 'redirect' && {
          headers: { Location: { schema: { type: 'string', format: 'uri' }, required: true } },
        }),
        ...((response.body ?? response.contentType) && { content: contentOf(response, names) }),
      },
      ...Object.fromEntries(failuresOf(route).map((status) => [status, { $ref: '#/components/responses/Problem' }])),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function contentOf({ body, example, contentType }: RouteContract['response'], names: SchemaNames): Json {
  return {
    ...(body && {
      'application/json': {
        schema: reference(names.responses.get(body)),
        ...(example !== undefined && { example }),
      },
    }),
    ...(contentType !== undefined && { [contentType]: { schema: { type: 'string' } } }),
  };
}

function securityOf(access: 'anyone' | 'staff'): readonly Json[] {
  return access === 'staff' ? [{ session: [] }] : [{ session: [] }, { secretLink: [] }, {}];
}

function pathParametersOf({ path }: RouteContract): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...pathParameters[name],
  }));
}

function queryParametersOf({ query }: RouteContract): readonly Json[] {
  if (query === undefined) return [];
  const schema = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function headersOf({ idempotency, path }: RouteContract): readonly Json[] {
  const schema = { type: 'string' };
  return [
    ...(idempotency === 'none'
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: idempotency === 'required',
            schema: { type: 'string', minLength: 8, maxLength: 128 },
            description:
              'Gửi lại cùng khóa thì nhận lại cùng câu trả lời. A retry with the same key gets the same answer.',
            example: '8f14e45f-ceea-467f-a1b0-1f2d3c4b5a69',
          },
        ]),
    ...(idempotency === 'optional' && path.includes('{')
      ? [{ name: 'If-Match', in: 'header', schema, description: 'Phiên bản đã xem. The version seen.', example: '"3"' }]
      : []),
    { name: 'Accept-Language', in: 'header', schema, description: 'vi, en', example: 'vi' },
  ];
}

function failuresOf({ method, access, path, query }: RouteContract): readonly string[] {
  return [
    ...(method === 'POST' || query !== undefined ? ['400'] : []),
    ...(access === 'public' ? [] : ['401', '403']),
    ...(path.includes('{') ? ['404'] : []),
    ...(method === 'POST' ? ['409', '413', '415', '422'] : []),
    ...(path.endsWith('/access') ? ['429'] : []),
  ];
}

/** Whole schemas by name; one that stands inside another becomes a reference. */
function schemasOf(names: ReadonlyMap<z.ZodMiniType, string>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const plain = Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id');
      return [id, Object.fromEntries(plain)];
    }),
  );
}

function reference(name: string | undefined): Json {
  if (name === undefined) throw new Error('a schema without a name');
  return { $ref: `#/components/schemas/${name}` };
}

function pascal(operationId: string): string {
  return operationId.charAt(0).toUpperCase() + operationId.slice(1);
}
