import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SendEmailCommand, SendRawEmailCommand, SendTemplatedEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { simpleParser } from 'mailparser';
import { remove, temporaryDirectory } from '../fixture/start-fixture.ts';
import { openSecretStore } from '../engines/secret-store.ts';
import { startSmallServices, type SmallServices } from '../engines/small-services.ts';
import { openServer, type OpenServer } from '../http/open-server.ts';
import type { BusEvent, EventBus } from '../events/event-bus.ts';
import { openMailStore } from './mail-store.ts';
import { mailViewer } from './mail-viewer.ts';
import type { ArrivingMail, MailIntake } from './take-mail-in.ts';

const directory = temporaryDirectory();
let services: SmallServices;
let viewer: OpenServer;
let client: SESClient;
const taken: ArrivingMail[] = [];
const events: BusEvent[] = [];
const intake: MailIntake = {
  takes: (recipient) => recipient.endsWith('@hop-thu.example'),
  take(mail) {
    taken.push(mail);
    return Promise.resolve('arrived/1');
  },
};
const bus: EventBus = {
  put(event) {
    events.push(event);
    return Promise.resolve();
  },
};

beforeAll(async () => {
  const mails = openMailStore({ directory, now: Date.now });
  services = await startSmallServices({ mails, secrets: openSecretStore(directory, []), log: () => undefined });
  viewer = await openServer(0, '');
  viewer.answerWith(mailViewer({ store: mails, intake, bus, now: Date.now, log: () => undefined }));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SESClient({ endpoint: services.endpoint, region: 'ap-southeast-1', credentials, maxAttempts: 1 });
});

afterAll(async () => {
  client.destroy();
  await services.stop();
  await viewer.close();
  remove(directory);
});

async function sendRaw(lines: readonly string[], destinations = ['a@example.org']): Promise<string> {
  const answer = await client.send(
    new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(lines.join('\r\n')) }, Destinations: destinations }),
  );
  return answer.MessageId ?? '';
}

const page = async (path: string): Promise<string> => (await fetch(`${viewer.url}${path}`)).text();

describe('the mail viewer', () => {
  it('says so when there is no mail', async () => {
    expect(await page('/')).toContain('Chưa có thư nào');
  });

  it('escapes whatever a mail brings', async () => {
    const id = await sendRaw([
      'From: "<b>x</b>" <x@example.org>',
      'To: a@example.org',
      'Subject: <script>alert(1)</script>',
      'X-Bad: <img src=x>',
      '',
      '<i>text</i> http://127.0.0.1:1/?a=1&b="2',
    ]);
    for (const html of [await page('/'), await page(`/mails/${id}`)]) {
      expect(html).not.toMatch(/<script|<img|<i>|<b>x/u);
      expect(html).toContain('&#60;script&#62;');
    }
  });

  it('shows the HTML part where it can run nothing and load nothing, its links beside it', async () => {
    const id = await sendRaw([
      'From: x@example.org',
      'Subject: html',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Chào</p><img src="https://tracker.example/x.png"><a href="https://motcua.example/a?x=1&amp;y=2">mở</a>',
    ]);
    expect(await page(`/mails/${id}`)).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(await page(`/mails/${id}`)).toContain('href="https://motcua.example/a?x=1&#38;y=2" target="_blank"');
    const part = await fetch(`${viewer.url}/mails/${id}/html`);
    expect(part.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(part.headers.get('content-security-policy')).not.toContain('allow-scripts');
    expect(await part.text()).toContain('<base target="_blank">');
  });

  it('lists attachments and gives them as downloads', async () => {
    const id = await sendRaw([
      'From: x@example.org',
      'Subject: file',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; name="phiếu.html"',
      'Content-Disposition: attachment; filename="phieu.html"',
      '',
      '<script>1</script>',
      '--b--',
    ]);
    const answer = await fetch(`${viewer.url}/mails/${id}/attachments/0`);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''phieu.html");
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect((await fetch(`${viewer.url}/mails/${id}/attachments/1`)).status).toBe(404);
  });

  it('lists the newest first, and those to one address when asked', async () => {
    await sendRaw(['From: x@example.org', 'Subject: first', '', '1'], ['one@example.org']);
    await sendRaw(['From: x@example.org', 'Subject: second', '', '2'], ['One <ONE@example.org>', 'two@example.org']);
    const mails = (await (await fetch(`${viewer.url}/mails.json?to=one@example.org`)).json()) as { subject: string }[];
    expect(mails.map((mail) => mail.subject)).toEqual(['second', 'first']);
  });

  it('finds the mails about one dossier by its code in the subject', async () => {
    await sendRaw(['From: x@example.org', 'Subject: [H29.101-261123-0001] one', '', '1'], ['one@example.org']);
    await sendRaw(['From: x@example.org', 'Subject: [H29.101-261123-0002] two', '', '2'], ['one@example.org']);
    const found = await fetch(`${viewer.url}/mails.json?to=one@example.org&about=261123-0001`);
    expect(await found.json()).toMatchObject([{ subject: '[H29.101-261123-0001] one' }]);
  });

  it.each(['/mails/unknown', '/mails/../index.jsonl', '/mails/x/attachments/0'])(
    'answers %s with 404',
    async (path) => {
      expect((await fetch(`${viewer.url}${path}`)).status).toBe(404);
    },
  );

  it('keeps mails over a restart, and passes over a line that a crash cut short', async () => {
    const { appendFileSync } = await import('node:fs');
    const before = openMailStore({ directory, now: Date.now }).list();
    appendFileSync(`${directory}/index.jsonl`, '{"id":"cut sho');
    expect(openMailStore({ directory, now: Date.now }).list()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });
});

describe('answering a mail in the viewer', () => {
  const notice = () =>
    sendRaw(
      [
        'From: "Một Cửa 1022" <mot-cua@hop-thu.example>',
        'Reply-To: r.k1.abc@hop-thu.example',
        'Subject: [H29-1] =?utf-8?Q?Vi=E1=BB=87c?=',
        'References: <thread@hop-thu.example>',
        '',
        'Xin tra loi.',
      ],
      ['Can bo <can-bo@example.org>'],
    );
  const post = (path: string, form = new FormData(), headers: Record<string, string> = {}) =>
    fetch(`${viewer.url}${path}`, { method: 'POST', body: form, headers, redirect: 'manual' });

  it('sends a mail as a mail program would: to the Reply-To, in the thread, the notice quoted, the file attached', async () => {
    const id = await notice();
    const form = new FormData();
    form.set('text', 'HOÀN THÀNH');
    form.set('file', new File(['%PDF-1.7'], 'kết quả.pdf', { type: 'application/pdf' }));
    expect((await post(`/mails/${id}/answer`, form)).headers.get('location')).toBe(`/mails/${id}?done=answer`);
    const mail = taken.at(-1);
    expect(mail).toMatchObject({ sender: 'can-bo@example.org', recipients: ['r.k1.abc@hop-thu.example'] });
    const read = await simpleParser(mail?.raw ?? '');
    expect(read).toMatchObject({
      subject: 'Re: [H29-1] Việc',
      inReplyTo: `<${id}@email.amazonses.com>`,
      references: ['<thread@hop-thu.example>', `<${id}@email.amazonses.com>`],
      attachments: [{ filename: 'kết quả.pdf', contentType: 'application/pdf' }],
    });
    expect(read.text).toMatch(/^HOÀN THÀNH\n\nVào .* đã viết:\n\n> Xin tra loi\./u);
  });

  it.each([
    ['with no text', () => new FormData(), {}, 400],
    ['from another site', () => new FormData(), { 'sec-fetch-site': 'cross-site' }, 403],
  ])('refuses an answer %s', async (_, form, headers, status) => {
    const before = taken.length;
    expect((await post(`/mails/${await notice()}/answer`, form(), headers)).status).toBe(status);
    expect(taken).toHaveLength(before);
  });

  it('sends a mail back as the event that SES would publish, with the tags of the mail', async () => {
    const answer = await client.send(
      new SendRawEmailCommand({
        RawMessage: { Data: Buffer.from('From: mot-cua@hop-thu.example\r\n\r\nx') },
        Destinations: ['gone@example.org'],
        ConfigurationSetName: 'notices',
        Tags: [{ Name: 'notice', Value: 'Y2FzZSMx' }],
      }),
    );
    await post(`/mails/${answer.MessageId ?? ''}/bounce`);
    expect(events.at(-1)).toMatchObject({
      source: 'aws.ses',
      detailType: 'Email Bounced',
      detail: {
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'gone@example.org' }] },
        mail: { messageId: answer.MessageId, tags: { notice: ['Y2FzZSMx'], 'ses:configuration-set': ['notices'] } },
      },
    });
  });
});

describe('the SES endpoint', () => {
  it('refuses what SES refuses', async () => {
    await expect(sendRaw(['From: x@example.org', '', 'x'], ['not an address'])).rejects.toThrow(
      'Missing or invalid address',
    );
    const tooMany = Array.from({ length: 51 }, (_, position) => `a${position}@example.org`);
    await expect(sendRaw(['From: x@example.org', '', 'x'], tooMany)).rejects.toThrow('Recipient count exceeds 50');
    const Message = { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } };
    const nobody = new SendEmailCommand({ Source: 'x@example.org', Destination: {}, Message });
    await expect(client.send(nobody)).rejects.toThrow('Missing destination');
  });

  it('names an action that it does not offer', async () => {
    const Destination = { ToAddresses: ['a@example.org'] };
    const templated = new SendTemplatedEmailCommand({
      Source: 'x@example.org',
      Destination,
      Template: 't',
      TemplateData: '{}',
    });
    await expect(client.send(templated)).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  it('keeps headers, folded ones too, and sets its own Message-ID', async () => {
    const id = await sendRaw([
      'From: x@example.org',
      'Message-ID:',
      ' <mine@example.org>',
      'References: <a@example.org>',
      ' <b@example.org>',
      'Subject: s',
      '',
      'body Message-ID: <stays>',
    ]);
    const mail = (await (await fetch(`${viewer.url}/mails/${id}.json`)).json()) as { headers: object; text: string };
    expect(mail.headers).toMatchObject({
      'message-id': `<${id}@email.amazonses.com>`,
      references: '<a@example.org> <b@example.org>',
    });
    expect(mail.text).toContain('Message-ID: <stays>');
  });
});
