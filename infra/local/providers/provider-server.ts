/** The stand-ins behind one address of this machine: `/<name>/…` is the provider of that name, and a citizen's phone talks to it directly. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answerer } from '../http/open-server.ts';
import type { ProviderHandler, ProviderRequest } from './provider-world.ts';

/** Larger than any request of ours. Bytes. */
const LIMIT = 1024 * 1024;

export function providerServer(providers: ReadonlyMap<string, ProviderHandler>, log: (line: string) => void): Answerer {
  return (request, response) => {
    answer(providers, request, response).catch((fault: unknown) => {
      log(`provider: ${String(fault)}`);
      response.writeHead(500).end();
    });
  };
}

async function answer(
  providers: ReadonlyMap<string, ProviderHandler>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, name = '', rest = '/'] = /^\/([a-z-]+)(\/.*)?$/u.exec(url.pathname) ?? [];
  const provider = providers.get(name);
  const body = await bodyOf(request);
  if (provider === undefined || body === undefined) {
    response.writeHead(provider === undefined ? 404 : 413).end();
    return;
  }
  const asked: ProviderRequest = {
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path: rest,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([header, value]) => [header, Array.isArray(value) ? value[0] : value]),
    ),
    body,
  };
  const given = await provider(asked);
  // Left open, as by a provider that hangs: the caller gives up.
  if (given === 'no-answer') return;
  response.writeHead(given.status, { ...given.headers }).end(given.body);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LIMIT) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
