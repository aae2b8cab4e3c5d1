import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BusEvent } from '../events/event-bus.ts';
import { openSmtpPort, type SmtpPort } from './smtp-port.ts';
import { mailIntake } from './take-mail-in.ts';

const s3 = mockClient(S3Client);
const events: BusEvent[] = [];
let smtp: SmtpPort;

beforeEach(async () => {
  s3.reset();
  s3.on(PutObjectCommand).resolves({});
  events.length = 0;
  const intake = mailIntake({
    rules: [{ recipients: ['hop-thu.example'], bucket: 'mail', prefix: 'arrived/' }],
    s3: new S3Client({ region: 'x' }),
    bus: {
      put(event) {
        events.push(event);
        return Promise.resolve();
      },
    },
    region: 'ap-southeast-1',
    now: () => Date.parse('2026-11-23T02:00:00.000Z'),
  });
  smtp = await openSmtpPort({ port: 0, intake, log: () => undefined });
});

afterEach(() => smtp.close());

function send(raw: string, to = 'R.k1.abc@Hop-Thu.example') {
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port, secure: false, ignoreTLS: true });
  return transport.sendMail({ envelope: { from: 'can-bo@hcm.example', to }, raw });
}

const stored = () =>
  s3
    .commandCalls(PutObjectCommand)
    .map(({ args: [{ input }] }) => ({ ...input, text: (input.Body as Buffer).toString() }));

describe('the SMTP port', () => {
  it('stores the mail as SES does, its verdicts on top, and says where it lies', async () => {
    await send('From: Can Bo <can-bo@hcm.example>\r\nSubject: x\r\n\r\nHOAN THANH\r\n');
    const [input] = stored();
    expect(input).toMatchObject({ Bucket: 'mail' });
    expect(input?.text).toMatch(
      /^Return-Path: <can-bo@hcm\.example>\r\nReceived: from localhost .*\r\n by inbound-smtp\.ap-southeast-1\.amazonaws\.com with SMTP id [0-9a-f]+\r\n for R\.k1\.abc@/u,
    );
    expect(input?.text).toContain(' dmarc=pass header.from=hcm.example;');
    expect(events).toMatchObject([
      {
        source: 'aws.s3',
        detailType: 'Object Created',
        detail: { bucket: { name: 'mail' }, object: { key: input?.Key } },
      },
    ]);
  });

  it('lets a message wish that its sender is not vouched for', async () => {
    await send('X-Local-Authentication: fail\r\nFrom: can-bo@hcm.example\r\n\r\nx');
    expect(stored()[0]?.text).toContain(' dmarc=fail header.from=hcm.example;');
    expect(stored()[0]?.text).not.toContain('X-Local');
  });

  it('refuses mail for a domain that no rule takes, and stores nothing', async () => {
    await expect(send('From: a@b.example\r\n\r\nx', 'x@elsewhere.example')).rejects.toMatchObject({
      responseCode: 550,
    });
    expect(stored()).toEqual([]);
  });

  it('does not acknowledge a mail that could not be stored', async () => {
    s3.on(PutObjectCommand).rejects(new Error('full'));
    await expect(send('From: a@hcm.example\r\n\r\nx')).rejects.toMatchObject({ responseCode: 451 });
    expect(events).toEqual([]);
  });
});
