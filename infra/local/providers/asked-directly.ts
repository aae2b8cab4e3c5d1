import type { ProviderFetch } from '../../../shared/ports/providers.ts';
import type { ProviderHandler, ProviderRequest } from './provider-world.ts';

/**
 * A fetch that asks the stand-ins without a network, and remembers what it was asked.
 * @param stands by the beginning of the address, such as `https://openapi.zalo.me`.
 */
export function askedDirectly(stands: Readonly<Record<string, ProviderHandler>>): {
  readonly fetch: ProviderFetch;
  readonly asked: readonly ProviderRequest[];
} {
  const asked: ProviderRequest[] = [];
  const fetch: ProviderFetch = async (url, { method, headers = {}, body = '' }) => {
    const { origin, host, pathname, searchParams } = new URL(url);
    const request: ProviderRequest = {
      method,
      host,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      body,
    };
    asked.push(request);
    const response = await stands[origin]?.(request);
    if (response === undefined) throw new Error(`nobody stands in for ${origin}`);
    if (response === 'no-answer') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    return { status: response.status, headers: response.headers ?? {}, text: () => Promise.resolve(response.body) };
  };
  return { fetch, asked };
}
