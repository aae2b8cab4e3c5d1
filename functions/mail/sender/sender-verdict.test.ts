import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail } from '../reading/parse-mail.ts';
import { senderVerdict } from './sender-verdict.ts';
import { headersOf, sesBlock, type Arrival } from '../incoming/testing/arrived-mail.ts';

const OWN = 'reply.example';
const WARD = 'ward.example';

/** A mail from an officer of the ward as SES took it in; `changes` to its top, `below` between the top and the From header. */
function verdictOf({ block, below = '', from = [`lan@${WARD}`], field = `Lan <lan@${WARD}>` }: Mail) {
  const headers = headersOf(`${block}${below}From: ${field}\r\nSubject: Re: x\r\n`);
  return senderVerdict({ from, headers }, OWN);
}

interface Mail {
  readonly block: string;
  readonly below?: string;
  readonly from?: readonly string[];
  readonly field?: string;
}

const arrived = (arrival: Arrival = {}) => sesBlock(WARD, arrival);
/** The tag `i` of a signature encodes what is no plain text (RFC 6376, section 2.11). */
const encoded = (text: string) => text.replace(/[;" =]/gu, (one) => `=${one.charCodeAt(0).toString(16).toUpperCase()}`);
/** What a stranger's server gets from SES for a mail that names the ward. */
const forged = (arrival: Arrival = {}) =>
  sesBlock('stranger.example', { dmarc: `fail header.from=${WARD}`, ...arrival });

describe('the sender of a mail', () => {
  it('is known by DMARC', () => {
    expect(verdictOf({ block: arrived() })).toEqual({
      authenticated: true,
      by: 'dmarc',
      address: 'lan@ward.example',
      virus: false,
      spam: false,
    });
  });

  it.each(['none header.from=ward.example', 'temperror header.from=ward.example', 'permerror', undefined])(
    'is known by a signature of exactly the From domain when there is no policy to fail (%s)',
    (dmarc) => {
      expect(verdictOf({ block: arrived({ dmarc }) })).toMatchObject({ authenticated: true, by: 'dkim' });
      const second = arrived({ dmarc, dkim: ['pass header.i=@amazonses.com', `pass header.i=an@${WARD}`] });
      expect(verdictOf({ block: second })).toMatchObject({ by: 'dkim' });
    },
  );

  it.each(['@mail.ward.example', '@stranger.example', '@xward.example', '@ward.example.stranger.example'])(
    'is not known by a signature of %s',
    (identity) => {
      const block = arrived({ dmarc: undefined, dkim: [`pass header.i=${identity}`] });
      expect(verdictOf({ block })).toMatchObject({ authenticated: false, by: 'none', address: 'lan@ward.example' });
    },
  );

  it.each([
    ['failed', { dmarc: `fail header.from=${WARD}` }],
    ['passed for another domain', { dmarc: 'pass header.from=stranger.example' }],
    ['passed without naming a domain', { dmarc: 'pass' }],
    ['was a temporary error of a failed signature', { dmarc: undefined, dkim: [`temperror header.i=@${WARD}`] }],
    ['is of a mail that nobody signed', { dmarc: undefined, dkim: [] }],
  ])('is not known when the check %s', (_what, arrival) => {
    expect(verdictOf({ block: arrived(arrival) }).authenticated).toBe(false);
  });

  it.each(['FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED', ''])(
    'is not believed with the virus verdict %j',
    (virus) => {
      expect(verdictOf({ block: arrived({ virus }) })).toMatchObject({ authenticated: false, virus: virus === 'FAIL' });
    },
  );

  it('is named by who vouches for it though the mail has a virus', () => {
    const infected = verdictOf({ block: arrived({ virus: 'FAIL' }) });
    expect(infected).toMatchObject({ authenticated: false, by: 'dmarc', virus: true });
    const forged = arrived({ virus: 'FAIL', dkim: [], dmarc: 'fail header.from=ward.example' });
    expect(verdictOf({ block: forged }).by).toBe('none');
  });

  it('is known though the mail looks like spam, which is said', () => {
    expect(verdictOf({ block: arrived({ spam: 'FAIL' }) })).toMatchObject({ authenticated: true, spam: true });
  });

  it.each(['reply.example', 'x.reply.example'])('is never a person of our own domain (%s)', (domain) => {
    const from = [`r.abc@${domain}`];
    expect(verdictOf({ block: sesBlock(domain), from, field: from[0] ?? '' }).authenticated).toBe(false);
    expect(senderVerdict({ from, headers: headersOf(`${sesBlock(domain)}From: x@y\r\n`) }, 'Reply.Example').by).toBe(
      'none',
    );
  });
});

describe('a forger', () => {
  const pass = `amazonses.com; spf=pass; dkim=pass header.i=@${WARD}; dmarc=pass header.from=${WARD};`;

  it('gains nothing by headers of their own', () => {
    for (const below of [`Authentication-Results: ${pass}\r\n`, arrived(), `X-SES-RECEIPT: x\r\n${arrived()}`])
      expect(verdictOf({ block: forged(), below }).authenticated).toBe(false);
  });

  it('gains nothing by a message that SES took in without its verdicts', () => {
    const received = forged().split('X-SES-Spam-Verdict')[0] ?? '';
    const receipt = 'X-SES-RECEIPT: real\r\n';
    for (const block of [`${received}${receipt}`, received, forged().split('Authentication-Results')[0] ?? ''])
      expect(verdictOf({ block, below: arrived() }).authenticated).toBe(false);
  });

  it.each([
    'Received',
    'X-SES-Spam-Verdict',
    'X-SES-Virus-Verdict',
    'Received-SPF',
    'Authentication-Results',
    'X-SES-RECEIPT',
  ])('gains nothing where %s is missing or is there twice', (name) => {
    const line = headersOf(arrived()).find(([one]) => one === name.toLowerCase());
    const whole = headersOf(arrived());
    const from = ['from', `lan@${WARD}`] as const;
    const without = [...whole.filter((one) => one[0] !== line?.[0]), from];
    const twice = [...whole.flatMap((one) => (one[0] === line?.[0] ? [one, one] : [one])), from];
    const read = (headers: typeof without) => senderVerdict({ from: [`lan@${WARD}`], headers }, OWN).authenticated;
    expect(read([...whole, from])).toBe(true);
    expect(read(without)).toBe(false);
    if (name !== 'X-SES-RECEIPT') expect(read(twice)).toBe(false);
  });

  it('gains nothing by another server before SES, or another authenticator', () => {
    expect(
      verdictOf({ block: arrived().replace('inbound-smtp.ap-southeast-1.amazonaws.com', 'mx.stranger.example') }).by,
    ).toBe('none');
    expect(
      verdictOf({
        block: arrived().replace(
          'inbound-smtp.ap-southeast-1.amazonaws.com',
          'inbound-smtp.x.amazonaws.com.stranger.example',
        ),
      }).by,
    ).toBe('none');
    expect(verdictOf({ block: arrived().replace('amazonses.com;\r\n spf', 'mx.stranger.example;\r\n spf') }).by).toBe(
      'none',
    );
    expect(verdictOf({ block: `X-Above: 1\r\n${arrived()}` }).by).toBe('none');
  });

  it.each([
    `x;dkim=pass header.i=@${WARD};dmarc=pass header.from=${WARD};x@stranger.example`,
    `"x; dmarc=pass header.from=${WARD}; x"@stranger.example`,
    `x (; dkim=pass header.i=@${WARD};)@stranger.example`,
  ])('gains nothing by verdicts in the envelope address or in HELO: %s', (injected) => {
    for (const dmarc of [`fail header.from=${WARD}`, `none header.from=${WARD}`, undefined]) {
      expect(verdictOf({ block: forged({ envelopeFrom: injected, dmarc }) }).authenticated).toBe(false);
      expect(verdictOf({ block: forged({ helo: injected, dmarc }) }).authenticated).toBe(false);
    }
  });

  it.each([
    `x; dmarc=pass header.from=${WARD}; x@stranger.example`,
    `"x; dkim=pass header.i=@${WARD}"@stranger.example`,
    `x; dkim=pass header.i=@${WARD}; x@stranger.example`,
    `x@stranger.example; dmarc=pass header.from=${WARD}`,
    `x@stranger.example; dkim=pass header.i=@${WARD}`,
  ])('gains nothing by verdicts in the identity of a signature: %s', (identity) => {
    for (const dmarc of [`fail header.from=${WARD}`, undefined]) {
      const block = forged({ dkim: [`pass header.i=${identity}`], dmarc });
      const below = `DKIM-Signature: v=1; d=stranger.example;\r\n i=${encoded(identity)}; b=abc\r\n`;
      expect(verdictOf({ block, below }).authenticated).toBe(false);
    }
  });

  it('does not make an ordinary signature suspicious', () => {
    for (const identity of ['', ' i=@ward.example;', '\r\n i=nguyen.van-an+x@mail.\r\n\tward.example;']) {
      const below = `DKIM-Signature: v=1; d=ward.example; h=from:subject;${identity} bh=i=; b=a;b=i=\r\n`;
      expect(verdictOf({ block: arrived(), below }).authenticated).toBe(true);
    }
  });

  it.each([
    [['lan@ward.example', 'x@stranger.example'], 'lan@ward.example, x@stranger.example'],
    [['lan@ward.example'], 'Staff: lan@ward.example;'],
    [['lan@ward.example'], 'Staff: Lan <lan@ward.example>, x;'],
    [[], ''],
    [['lan'], 'lan'],
    [['lan@ward.example'], `${'x'.repeat(1001)} <lan@ward.example>`],
  ])('is nobody with the From addresses %j', (from, field) => {
    const verdict = verdictOf({ block: arrived(), from, field });
    expect(verdict).toMatchObject({ authenticated: false });
    expect(verdict.address).toBeUndefined();
  });

  it.each([
    'Thu óquang.lan@ward.example>',
    'quang,lan@ward.example',
    'quang lan@ward.example',
    'quang<lan@ward.example',
    'Lan <lan@ward.example>x',
    'Lan <lan@ward.example> <quang@ward.example>',
    'quang@ward.example <lan@ward.example>',
    '<"quang x"lan@ward.example>',
  ])('is nobody with a From that programs read differently: %s', (field) => {
    const verdict = verdictOf({ block: arrived(), from: ['lan@ward.example'], field });
    expect(verdict).toMatchObject({ authenticated: false });
    expect(verdict.address).toBeUndefined();
  });

  it.each([
    'lan@ward.example',
    '<lan@ward.example>',
    'Lan <lan@ward.example>',
    'LAN@Ward.Example',
    'Nguyễn Thị Lan, Phường A <lan@ward.example>',
    '"lan@ward.example" <lan@ward.example>',
    'lan@ward.example <lan@ward.example>',
    'lan@ward.example (Lan)',
    '=?utf-8?B?TGFu?= =?utf-8?B?TGFu?= <lan@ward.example> ',
  ])('is the writer with a From as mail programs write it: %s', (field) => {
    const verdict = verdictOf({ block: arrived(), from: ['lan@ward.example'], field });
    expect(verdict).toMatchObject({ authenticated: true, address: 'lan@ward.example' });
  });

  it('is nobody with two From headers', () => {
    expect(verdictOf({ block: arrived(), below: 'From: x@stranger.example\r\n' }).authenticated).toBe(false);
  });

  it('a colon in a quoted or encoded name is no group', () => {
    for (const field of [`"Lan: phòng 1" <lan@${WARD}>`, `=?utf-8?Q?Lan:_x?= <lan@${WARD}>`])
      expect(verdictOf({ block: arrived(), field }).authenticated).toBe(true);
  });

  it.each([
    'To: x@stranger.example',
    'Subject: Re: another',
    'Date: Mon, 23 Nov 2026 09:00:00 +0700',
    'Message-ID: <another@stranger.example>',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
  ])('is not believed to have written twice what stands once, of which a signature covers only one: %s', (line) => {
    const own = `To: r@reply.example\r\nDate: x\r\nMessage-ID: <1@${WARD}>\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 7bit\r\n`;
    expect(verdictOf({ block: arrived(), below: own }).authenticated).toBe(true);
    expect(verdictOf({ block: arrived(), below: `${line}\r\n${own}` }).authenticated).toBe(false);
  });

  it('is not known by a signature that leaves the end of the text open', () => {
    for (const length of [' l=0;', '\r\n\tl = 1 2;', 'l=10'])
      expect(
        verdictOf({ block: arrived(), below: `DKIM-Signature: v=1; d=${WARD}; bh=l=;${length}\r\n` }).authenticated,
      ).toBe(false);
  });

  it('changes nothing by any header below the top, whatever it says', () => {
    const name = fc.constantFrom(
      'Authentication-Results',
      'Received',
      'Received-SPF',
      'Return-Path',
      'X-SES-Spam-Verdict',
      'X-SES-Virus-Verdict',
      'X-SES-RECEIPT',
      'ARC-Authentication-Results',
      'Sender',
      'Reply-To',
      'X-Anything',
    );
    const value = fc.oneof(
      fc.constantFrom(pass, 'PASS', 'FAIL', `from x by inbound-smtp.us-east-1.amazonaws.com with SMTP id x for y;`),
      fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    );
    const blocks = [arrived(), forged(), arrived({ dmarc: undefined }), arrived({ virus: 'FAIL' })];
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), fc.constantFrom(...blocks), (lines, block) => {
        const below = lines.map(([one, said]) => `${one}: ${said}\r\n`).join('');
        expect(verdictOf({ block, below })).toEqual(verdictOf({ block }));
      }),
    );
  });

  it('gains nothing in a message as it lies in the bucket', async () => {
    const written = `From: Lan <lan@${WARD}>\r\nSubject: x\r\n\r\n${arrived()}`;
    const read = async (raw: string) => senderVerdict(await parseMail(Buffer.from(raw)), OWN);
    expect(await read(`${arrived()}${written}`)).toMatchObject({ by: 'dmarc', address: 'lan@ward.example' });
    for (const raw of [`${forged()}${written}`, `${forged()}${arrived()}${written}`, ` x\r\n${forged()}${written}`])
      expect((await read(raw)).authenticated).toBe(false);
  });

  it('gains nothing by foreign letters that become Latin ones in lower case', () => {
    const block = arrived({ dmarc: 'pass header.from=ban\u212A.example' });
    expect(verdictOf({ block, from: ['lan@bank.example'], field: 'lan@bank.example' }).authenticated).toBe(false);
  });
});
