/** A reply as API Gateway wants it (payload 2.0), with the headers that every answer carries. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { HttpReply, Language } from './http.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { answerProblem, type ProblemDocument } from './problem-table.ts';

export interface ReplyContext {
  readonly language: Language;
  readonly requestId: string;
  /** How a problem is shown. */
  readonly media: 'json' | 'html';
  /** It came over https. */
  readonly secure: boolean;
}

/** Nothing of ours is for a shared cache unless its handler says so; no answer is sniffed, framed or told to another site. */
const everywhere = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** A year: a browser that was here once does not ask over plain http again (RFC 6797; it must not be sent over plain http). */
const httpsOnly = { 'strict-transport-security': 'max-age=31536000' } as const;

/** Pages run no script at all; their styles are inline. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-frame-options': 'DENY',
} as const;

export function renderReply(
  reply: HttpReply | { readonly kind: 'internal' },
  context: ReplyContext,
): APIGatewayProxyStructuredResultV2 {
  const shared = {
    ...everywhere,
    ...(context.secure && httpsOnly),
    'x-request-id': context.requestId,
    'content-language': context.language,
  };
  switch (reply.kind) {
    case 'json':
      return {
        statusCode: reply.status,
        headers: { ...shared, 'content-type': 'application/json; charset=utf-8', ...reply.headers },
        body: JSON.stringify(reply.body),
        ...withCookies(reply.cookies),
      };
    case 'html':
      return {
        statusCode: reply.status,
        headers: { ...shared, ...pageHeaders, ...reply.headers },
        body: reply.html,
        ...withCookies(reply.cookies),
      };
    case 'text':
      return {
        statusCode: reply.status,
        headers: { ...shared, 'content-type': reply.contentType, ...reply.headers },
        body: reply.text,
      };
    case 'redirect':
      return {
        statusCode: reply.status,
        headers: { ...shared, location: reply.location },
        ...withCookies(reply.cookies),
      };
    case 'problem':
      return renderProblem(reply.problem, context, shared);
    case 'internal':
      return renderProblem({ kind: 'internal' }, context, shared);
    default:
      return reply satisfies never;
  }
}

function renderProblem(
  problem: Parameters<typeof answerProblem>[0],
  context: ReplyContext,
  shared: Readonly<Record<string, string>>,
): APIGatewayProxyStructuredResultV2 {
  const { document, headers } = answerProblem(problem, context);
  return context.media === 'html'
    ? {
        statusCode: document.status,
        headers: { ...shared, ...pageHeaders, ...headers },
        body: problemPage(document, context.language),
      }
    : {
        statusCode: document.status,
        headers: { ...shared, 'content-type': 'application/problem+json; charset=utf-8', ...headers },
        body: JSON.stringify(document),
      };
}

function problemPage(document: ProblemDocument, language: Language): string {
  const words =
    language === 'vi' ? { code: 'Mã yêu cầu', back: 'Về trang đầu' } : { code: 'Request', back: 'To the first page' };
  const listed = (document.errors ?? []).filter(({ detail }) => detail !== document.detail);
  return page({
    title: document.title,
    language,
    body: html`<div class="wrong" role="alert"><p>${document.detail}</p>
${listed.length > 0 && html`<ul>${listed.map(({ pointer, detail }) => html`<li>${pointer}: ${detail}</li>`)}</ul>`}
${document.article !== undefined && html`<p>${document.article}</p>`}</div>
<p>${words.code}: <code>${document.instance}</code></p>
<p><a href="/">${words.back}</a></p>`,
  });
}

function withCookies(cookies: readonly string[] | undefined): { readonly cookies?: string[] } {
  return cookies === undefined ? {} : { cookies: [...cookies] };
}
