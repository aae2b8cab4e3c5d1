import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isUnreachable } from '../ports/providers.ts';
import { providerFetch } from './provider-fetch.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const get = { method: 'GET', timeoutMilliseconds: 5000 } as const;

describe('asking a provider', () => {
  it('sends what it is told and hands back what comes', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => seen.push(chunk));
      request.on('end', () => {
        seen.push(`${request.method ?? ''} ${request.url ?? ''} ${String(request.headers['access_token'])}`);
        response.writeHead(429, { 'Retry-After': '7' }).end('{"error":"Đợi"}');
      });
    });
    const headers = { access_token: 't', 'content-type': 'application/json' };
    const answer = await providerFetch(`${url}/a?b=c`, { ...get, method: 'POST', headers, body: '{"x":"ạ"}' });
    expect(seen).toEqual(['{"x":"ạ"}', 'POST /a?b=c t']);
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(await answer.text()).toBe('{"error":"Đợi"}');
  });

  it('follows no redirect: a key for one address is not shown to another', async () => {
    let asked = 0;
    const other = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const url = await serve((_request, response) => response.writeHead(307, { location: other }).end());
    expect((await providerFetch(url, { ...get, method: 'POST', body: 'x' })).status).toBe(307);
    expect(asked).toBe(0);
  });

  it('gives up on an answer that does not come, or does not end, without saying that nothing was sent', async () => {
    const mute = await serve(() => undefined);
    const endless = await serve((_request, response) => response.writeHead(200).write('{'));
    for (const url of [mute, endless]) {
      const failure: unknown = await providerFetch(url, { ...get, timeoutMilliseconds: 50 }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(Error);
      expect(isUnreachable(failure)).toBe(false);
    }
  });

  it('reads a megabyte of an answer and no more', async () => {
    const url = await serve((request, response) => response.end('x'.repeat(Number(request.url?.slice(1)))));
    expect(await (await providerFetch(`${url}/1048576`, get)).text()).toHaveLength(1048576);
    await expect(providerFetch(`${url}/1048577`, get)).rejects.toThrow('too long');
  });

  it('says that nothing can have been sent when nobody listens', async () => {
    const url = await serve(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    const failure: unknown = await providerFetch(url, get).catch((error: unknown) => error);
    expect(isUnreachable(failure)).toBe(true);
  });

  it('speaks plain http with this machine alone', async () => {
    const failure: unknown = await providerFetch('http://192.0.2.1/', get).catch((error: unknown) => error);
    expect(isUnreachable(failure)).toBe(true);
    expect(String(failure instanceof Error && failure.cause)).toContain('https');
  });
});
