import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOrExplain } from '../engines/free-port.ts';

export type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

export interface OpenServer {
  readonly url: string;
  /** Until then every call is answered 503. */
  readonly answerWith: (answerer: Answerer) => void;
  readonly close: () => Promise<void>;
}

/** Takes a port of the loopback address at once, to be answered later. @throws UnderstandableError when the port is taken. */
export async function openServer(port: number, option: string): Promise<OpenServer> {
  let answer: Answerer = (_, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end();
  };
  const server = createServer((request, response) => {
    answer(request, response);
  });
  const taken = await listenOrExplain(server, port, option);
  return {
    url: `http://127.0.0.1:${String(taken)}`,
    answerWith(answerer) {
      answer = answerer;
    },
    async close() {
      const closed = new Promise<void>((done) => {
        server.close(() => {
          done();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
