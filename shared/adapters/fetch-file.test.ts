import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFile } from './fetch-file.ts';

describe('a file from a provider', () => {
  let server: Server;
  let base = '';
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
      else if (request.url === '/gone') response.writeHead(404).end('no');
      else if (request.url === '/silent') return;
      else response.writeHead(200).end(Buffer.alloc(1000, 7));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is read whole', async () => {
    const fetched = await fetchFile(`${base}/file`, { maxBytes: 1000, timeoutMilliseconds: 5000 });
    expect(fetched).toEqual({ kind: 'file', bytes: new Uint8Array(1000).fill(7) });
  });

  it('is not read beyond what may be taken', async () => {
    expect(await fetchFile(`${base}/file`, { maxBytes: 999, timeoutMilliseconds: 5000 })).toEqual({
      kind: 'too-large',
    });
  });

  it('is not followed to another address', async () => {
    asked.length = 0;
    expect(await fetchFile(`${base}/moved`, { maxBytes: 1000, timeoutMilliseconds: 5000 })).toEqual({
      kind: 'unavailable',
    });
    expect(asked).toEqual(['/moved']);
  });

  it.each(['/gone', '/silent'])('is given up when there is none or nobody answers (%s)', async (path) => {
    expect(await fetchFile(`${base}${path}`, { maxBytes: 1000, timeoutMilliseconds: 50 })).toEqual({
      kind: 'unavailable',
    });
  });

  it('is given up when nobody is there', async () => {
    expect(await fetchFile('http://127.0.0.1:1/', { maxBytes: 10, timeoutMilliseconds: 1000 })).toEqual({
      kind: 'unavailable',
    });
  });
});
