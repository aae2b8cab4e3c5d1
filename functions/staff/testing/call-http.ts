import type { HttpFunction } from '../../../shared/shell/http-pipeline.ts';
import { httpEvent, lambdaContext, type Asked } from '../../../shared/shell/testing/http-event.ts';

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `name=value` without the attributes, as a browser sends them back. */
  readonly cookies: readonly string[];
  readonly setCookies: readonly string[];
}

/** Calls a function the way the gateway does; `form` is sent as a browser sends a form. */
export async function callHttp(
  api: HttpFunction,
  asked: Asked & { readonly form?: Readonly<Record<string, string | readonly string[]>> },
): Promise<Answered> {
  const { form, ...rest } = asked;
  const event = httpEvent({
    ...rest,
    ...(form && {
      body: encodeForm(form),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...rest.headers,
      },
    }),
  });
  const answer = await api(event, lambdaContext);
  const setCookies = answer.cookies ?? [];
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)] as const);
  return {
    status: answer.statusCode ?? 0,
    body: answer.body ?? '',
    headers: Object.fromEntries(headers),
    cookies: setCookies.map((cookie) => cookie.split(';')[0] ?? ''),
    setCookies,
  };
}

function encodeForm(form: Readonly<Record<string, string | readonly string[]>>): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) fields.append(name, one);
  return fields.toString();
}
