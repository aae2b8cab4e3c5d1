import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoClient, queueClient } from './clients.ts';
import { queueAddress } from './events/start-mappings.ts';
import {
  eventually,
  firstMailTo,
  mailsTo,
  postNote,
  remove,
  startFixture,
  synthesiseFixture,
  temporaryDirectory,
} from './fixture/start-fixture.ts';
import type { LocalRuntime } from './runtime.ts';

let assembly: string;
let dataDirectory: string;
let runtime: LocalRuntime;
const log: string[] = [];

beforeAll(async () => {
  assembly = await synthesiseFixture();
  dataDirectory = temporaryDirectory();
  runtime = await startFixture({
    assembly,
    dataDirectory,
    expirySweepMilliseconds: 100,
    warn: (line) => log.push(line),
  });
});

afterAll(async () => {
  await runtime.stop();
  remove(assembly, dataDirectory);
});

async function echo(path: string, options?: RequestInit): Promise<unknown> {
  const answer = await fetch(`${runtime.baseUrl}/echo/${path}`, options);
  return answer.json();
}

function mapping(functionName: string) {
  return runtime.mappings.find((one) => one.functionName === functionName)!;
}

describe('a synthesised app on one machine', () => {
  it('carries a call through table, stream and queue to a mail that a person can read', async () => {
    const answer = await postNote(runtime.baseUrl, {
      noteId: 'whole-way',
      author: 'whole@example.org',
      text: 'Xin chào',
    });
    expect(answer.status).toBe(201);
    const mail = await firstMailTo(runtime.mailUrl, 'whole@example.org');
    expect(mail.subject).toBe('Ghi chú whole-way INSERT');
    expect(mail.to).toEqual(['whole@example.org', 'blind@example.org']);
    expect(mail.links).toEqual([`${runtime.baseUrl}/notes/whole-way?a=1&b=2`]);
    expect(mail.headers['x-case']).toBe('kept');
    expect(mail.headers['message-id']).toBe(`<${mail.id}@email.amazonses.com>`);
    const page = await (await fetch(`${runtime.mailUrl}/mails/${mail.id}`)).text();
    expect(page).toContain('Ghi chú whole-way INSERT');
    expect(page).not.toContain('<script');
  });

  it('sends composed mails too', async () => {
    await postNote(runtime.baseUrl, { noteId: 'composed', author: 'composed@example.org', text: 'composed' });
    const mail = await firstMailTo(runtime.mailUrl, 'composed@example.org');
    expect(mail).toMatchObject({ subject: 'Soạn sẵn', text: `${runtime.baseUrl}/notes/composed` });
  });

  it('gives functions the environment of the template, its own address and nothing of this machine', async () => {
    process.env['SECRET_OF_THE_MACHINE'] = 'leaks';
    const environment = (await echo('environment')) as Record<string, string>;
    expect(environment['PUBLIC_BASE_URL']).toBe(runtime.baseUrl);
    expect(environment['NOTES_TABLE']).toBe(runtime.plan.tables[0]?.name);
    expect(environment).not.toHaveProperty('SECRET_OF_THE_MACHINE');
    expect(environment).not.toHaveProperty('HOME');
  });

  it('makes secrets as the template says', async () => {
    const secrets = await echo('secrets');
    expect(secrets).toEqual({
      signing: { current: 'k1', k1: expect.stringMatching(/^[A-Za-z0-9]{48}$/u) as string },
      plain: 'as written',
    });
  });

  it('runs schedules with their input, by the name they have', async () => {
    await runtime.runSchedule('mornings');
    const mail = await firstMailTo(runtime.mailUrl, 'clock@example.org');
    expect(mail.subject).toBe('Ghi chú tick-morning INSERT');
  });

  it('says at start what cannot work', () => {
    expect(runtime.plan.problems).toEqual([
      'function fixture-unset: NOWHERE cannot be resolved (no stack exports exported-by-nobody)',
      'route GET /loose: it has no integration, so it would answer 404',
      'queue fixture-forgotten: nobody consumes it and it is no dead-letter queue',
    ]);
  });

  it('names the function that failed and shows where', async () => {
    await fetch(`${runtime.baseUrl}/echo/throws`);
    expect(log.some((line) => line.startsWith('[fixture-web] TypeError: on purpose') && line.includes('web.mjs'))).toBe(
      true,
    );
  });
});

describe('its HTTP API', () => {
  it('joins repeated query parameters, lists cookies and encodes what is no text', async () => {
    const event = await echo('event?a=1&a=2&b=%20', {
      method: 'PUT',
      headers: { cookie: 'x=1; y=2', 'content-type': 'application/octet-stream' },
      body: Buffer.from([0, 255]),
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /echo/{proxy+}',
      rawPath: '/echo/event',
      rawQueryString: 'a=1&a=2&b=%20',
      queryStringParameters: { a: '1,2', b: ' ' },
      cookies: ['x=1', 'y=2'],
      pathParameters: { proxy: 'event' },
      body: 'AP8=',
      isBase64Encoded: true,
    });
  });

  it('writes each cookie as a header of its own', async () => {
    const answer = await fetch(`${runtime.baseUrl}/echo/cookies`);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(answer.headers.get('content-type')).toBe('text/x');
  });

  it('decodes base64 answers', async () => {
    const answer = await fetch(`${runtime.baseUrl}/echo/binary`);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 1, 254]);
  });

  it.each([
    ['/nowhere', 404, 'Not Found'],
    ['/loose', 404, 'Not Found'],
    ['/echo/throws', 500, 'Internal Server Error'],
    ['/echo/exits', 500, 'Internal Server Error'],
  ])('answers %s with %i', async (path, status, message) => {
    const answer = await fetch(`${runtime.baseUrl}${path}`);
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
  });

  it('answers 503 when the function takes too long for the gateway', async () => {
    const own = temporaryDirectory();
    const hasty = await startFixture({ assembly, dataDirectory: own, integrationTimeoutMilliseconds: 100 });
    const answer = await fetch(`${hasty.baseUrl}/slow`);
    expect([answer.status, await answer.json()]).toEqual([503, { message: 'Service Unavailable' }]);
    await hasty.stop();
    remove(own);
  });

  it('answers a path that cannot be decoded with 400', async () => {
    const status = await new Promise((done) => {
      get(`${runtime.baseUrl}/notes/%ff`, (answer) => {
        answer.resume();
        done(answer.statusCode);
      });
    });
    expect(status).toBe(400);
  });

  it('takes a body of 4 MB and refuses one of more than 10 MB', async () => {
    const send = (size: number) =>
      fetch(`${runtime.baseUrl}/echo`, {
        method: 'POST',
        body: Buffer.alloc(size, 'a'),
        headers: { 'content-type': 'text/plain' },
      });
    expect(await (await send(4 * 1024 * 1024)).json()).toEqual({ size: 4 * 1024 * 1024 });
    const refused = await send(10 * 1024 * 1024 + 1);
    expect([refused.status, await refused.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('answers preflights itself, only for an origin that is allowed', async () => {
    const preflight = async (origin: string) => {
      const headers = { origin, 'access-control-request-method': 'GET' };
      const answer = await fetch(`${runtime.baseUrl}/notes/x`, { method: 'OPTIONS', headers });
      return [
        answer.status,
        answer.headers.get('access-control-allow-origin'),
        answer.headers.get('access-control-allow-headers'),
      ];
    };
    expect(await preflight('https://allowed.example')).toEqual([204, 'https://allowed.example', 'x-asked']);
    expect(await preflight('https://other.example')).toEqual([204, null, null]);
  });
});

describe('its event sources', () => {
  it('ends a function that hangs at its timeout and goes on with a fresh one', async () => {
    const answer = async () => {
      const outcome = await runtime.invoke('fixture-stuck', { answer: 1 });
      return outcome.kind === 'returned' ? (outcome.payload as { pid: number }).pid : undefined;
    };
    const before = await answer();
    expect(await runtime.invoke('fixture-stuck', {})).toMatchObject({ kind: 'failed', errorType: 'Sandbox.Timedout' });
    const after = await answer();
    expect(after).toBeGreaterThan(0);
    expect(after).not.toBe(before);
  });

  it('retries a failed message alone, then sets it aside in the dead-letter queue', async () => {
    await postNote(runtime.baseUrl, { noteId: 'refused', author: 'refused@example.org', text: 'refused by mailer' });
    await postNote(runtime.baseUrl, { noteId: 'beside', author: 'beside@example.org', text: 'fine' });
    await firstMailTo(runtime.mailUrl, 'beside@example.org');
    const dead = await receive('fixture-dead-mails');
    expect(JSON.parse(dead)).toMatchObject({ note: { noteId: { S: 'refused' } } });
    expect(await mailsTo(runtime.mailUrl, 'refused@example.org')).toEqual([]);
  });

  it('gives a stream record up after its retries, tells where it stands, and goes on behind it', async () => {
    await postNote(runtime.baseUrl, { noteId: 'poison', author: 'p@example.org', text: 'refused by relay' });
    await postNote(runtime.baseUrl, { noteId: 'behind', author: 'behind@example.org', text: 'fine' });
    await firstMailTo(runtime.mailUrl, 'behind@example.org');
    const lost = JSON.parse(await receive('fixture-lost-records')) as Record<string, unknown>;
    expect(lost).toMatchObject({ requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 } });
  });

  it('reports no change when nothing changed', async () => {
    const note = { noteId: 'same', author: 'same@example.org', text: 'same' };
    await postNote(runtime.baseUrl, note);
    await postNote(runtime.baseUrl, note);
    await postNote(runtime.baseUrl, { ...note, text: 'changed' });
    const mails = await eventually(async () => {
      const found = await mailsTo(runtime.mailUrl, 'same@example.org');
      return found.some((mail) => mail.subject.includes('MODIFY')) ? found : undefined;
    });
    expect(new Set(mails.map((mail) => mail.subject))).toEqual(new Set(['Ghi chú same INSERT', 'Ghi chú same MODIFY']));
    const changes = mails.filter((mail) => mail.html.includes('>same<')).map((mail) => mail.subject);
    expect(new Set(changes)).toEqual(new Set(['Ghi chú same INSERT']));
  });

  it('expires items by their time to live, in the name of DynamoDB', async () => {
    const expiresAt = Math.floor(Date.now() / 1000) - 60;
    await postNote(runtime.baseUrl, { noteId: 'old', author: 'old@example.org', expiresAt });
    const mail = await eventually(async () =>
      (await mailsTo(runtime.mailUrl, 'old@example.org')).find((one) => one.subject.includes('REMOVE')),
    );
    expect(mail.subject).toBe('Ghi chú old REMOVE dynamodb.amazonaws.com');
    expect((await fetch(`${runtime.baseUrl}/notes/old`)).status).toBe(404);
  });

  it('can be paused, and made to deliver twice, as AWS may', async () => {
    mapping('fixture-relay').pause();
    mapping('fixture-relay').disturb({ twice: true });
    await postNote(runtime.baseUrl, { noteId: 'twice', author: 'twice@example.org' });
    await wait(300);
    expect(await mailsTo(runtime.mailUrl, 'twice@example.org')).toEqual([]);
    mapping('fixture-relay').resume();
    await eventually(async () => ((await mailsTo(runtime.mailUrl, 'twice@example.org')).length > 1 ? true : undefined));
    mapping('fixture-relay').disturb({});
  });
});

async function receive(queue: string): Promise<string> {
  const client = queueClient(runtime.endpoints.sqs, 'ap-southeast-1');
  const answer = await eventually(async () => {
    const received = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queueAddress(runtime.endpoints.sqs, queue), WaitTimeSeconds: 1 }),
    );
    return received.Messages?.[0]?.Body;
  });
  client.destroy();
  return answer;
}

describe('its data and its clock', () => {
  it('keeps items, mails and secrets over a restart, and does not repeat what was done', async () => {
    const own = temporaryDirectory();
    const first = await startFixture({ assembly, dataDirectory: own });
    await postNote(first.baseUrl, { noteId: 'kept', author: 'kept@example.org' });
    await firstMailTo(first.mailUrl, 'kept@example.org');
    const secret = await (await fetch(`${first.baseUrl}/echo/secrets`)).text();
    await first.stop();

    const second = await startFixture({ assembly, dataDirectory: own });
    const before = await mailsTo(second.mailUrl, 'kept@example.org');
    expect((await fetch(`${second.baseUrl}/notes/kept`)).status).toBe(200);
    expect(await (await fetch(`${second.baseUrl}/echo/secrets`)).text()).toBe(secret);
    await postNote(second.baseUrl, { noteId: 'later', author: 'kept@example.org' });
    const after = await eventually(async () => {
      const mails = await mailsTo(second.mailUrl, 'kept@example.org');
      return mails.some((mail) => mail.subject === 'Ghi chú later INSERT') ? mails : undefined;
    });
    expect(after.filter((mail) => mail.subject === 'Ghi chú kept INSERT')).toEqual(before);
    await second.stop();
    remove(own);
  });

  it('starts at another moment when it is told to', async () => {
    const own = temporaryDirectory();
    const shifted = await startFixture({
      assembly,
      dataDirectory: own,
      startAt: new Date('2020-02-06T09:00:00+07:00'),
    });
    const outcome = await shifted.invoke('Clock', { why: 'shifted' });
    expect(outcome.kind).toBe('returned');
    const event = (await (await fetch(`${shifted.baseUrl}/echo/event`)).json()) as { requestContext: { time: string } };
    expect(event.requestContext.time).toMatch(/^06\/Feb\/2020:02:0/u);
    const client = dynamoClient(shifted.endpoints.dynamodb, 'ap-southeast-1');
    const { Item } = await client.send(
      new GetItemCommand({ TableName: shifted.plan.tables[0]!.name, Key: { noteId: { S: 'tick-shifted' } } }),
    );
    client.destroy();
    expect(Item?.['text']?.S).toMatch(/^2020-02-06T02:0/u);
    expect(Item?.['called']?.S).toBe('Thu Feb 06 2020');
    await shifted.stop();
    remove(own);
  });

  it('refuses a data folder and a port that another copy holds', async () => {
    await expect(startFixture({ assembly, dataDirectory })).rejects.toThrow(/in use by another running copy/u);
    const port = Number(new URL(runtime.baseUrl).port);
    await expect(startFixture({ assembly, dataDirectory: temporaryDirectory(), port })).rejects.toThrow(
      /is taken by another program/u,
    );
  });
});
