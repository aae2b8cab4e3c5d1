import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { bilingual, UnderstandableError } from '../understandable-error.ts';

/** A port of the loopback address that is free at this moment. Whoever is told a port a moment ahead of using it may lose it to another. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await new Promise<void>((done) =>
    server.close(() => {
      done();
    }),
  );
  return port;
}

/** Listens on 127.0.0.1 only. @throws the system's error, e.g. code EADDRINUSE */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', failed);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** As above. @throws UnderstandableError when the port is taken, naming the option that chooses another. */
export async function listenOrExplain(server: Server, port: number, option: string): Promise<number> {
  return listenOnLoopback(server, port).catch((error: unknown) => {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    throw new UnderstandableError(
      bilingual(
        `Cổng ${String(port)} đang được chương trình khác dùng: hãy dừng chương trình đó, hoặc chọn cổng khác bằng ${option} SỐ.`,
        `Port ${String(port)} is taken by another program: stop that one, or choose another port with ${option} NUMBER.`,
      ),
    );
  });
}
