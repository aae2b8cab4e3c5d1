/** What can happen to a valid answer on its way, or be done to it by somebody who wants it to act as it was not meant. */
import { sesBlock } from '../../functions/mail/incoming/testing/arrived-mail.ts';
import { mutant, type Random } from '../fuzz/mutate-mail.ts';
import { pick, QUOTED, type Answer } from './fuzzed-answers.ts';

export interface Spoilt {
  readonly raw: Buffer;
  readonly what: string;
  /** SES's own headers say that nobody vouches for this From, or are not there. */
  readonly unproven: boolean;
}

type Change = (mail: string, answer: Answer, random: Random) => string;

const header = (mail: string) => mail.slice(0, mail.indexOf('\r\n\r\n'));
const withHeader = (mail: string, change: (lines: readonly string[]) => readonly string[]) =>
  change(header(mail).split(/\r\n(?![ \t])/u)).join('\r\n') + mail.slice(header(mail).length);

const OTHERS = ['binh', 'hoa', 'quang', 'lan', 'an'].map((staffId) => `${staffId}@province.example`);
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz234567');
const another = (random: Random, { mailbox }: Answer) =>
  pick(random, [...OTHERS.filter((other) => other !== mailbox), 'x@elsewhere.example']);

/** On the bytes as they are (latin1), below SES's headers. */
const CHANGES: Readonly<Record<string, Change>> = {
  'a header doubled': (mail, _, random) =>
    withHeader(mail, (lines) => [...lines, pick(random, lines)].toSorted(() => random() - 0.5)),
  'a header taken out': (mail, _, random) => {
    const out = (length: number) => Math.floor(random() * length);
    return withHeader(mail, (lines) => lines.toSpliced(out(lines.length), 1));
  },
  'a second From': (mail, answer, random) => {
    const from = `From: ${random() < 0.2 ? answer.mailbox : another(random, answer)}`;
    return withHeader(mail, (lines) => (random() < 0.5 ? [from, ...lines] : [...lines, from]));
  },
  'another From': (mail, answer, random) => mail.replace(answer.mailbox, another(random, answer)),
  'two in From': (mail, answer, random) =>
    mail.replace(`<${answer.mailbox}>`, `<${answer.mailbox}>, ${another(random, answer)}`),
  'a From within the name': (mail, answer, random) =>
    mail.replace(/^From: .*$/mu, `From: "${answer.mailbox}" <${another(random, answer)}>`),
  'another letter in the address': (mail, { to }, random) => {
    const at = 2 + Math.floor(random() * (to.indexOf('@') - 2));
    const other = pick(random, LETTERS);
    return mail.replaceAll(to, `${to.slice(0, at)}${other}${to.slice(at + 1)}`);
  },
  'another character set': (mail, _, random) =>
    mail.replaceAll(
      /charset="utf-8"/gu,
      () => `charset="${pick(random, ['utf-16', 'windows-1258', 'us-ascii', 'gb18030', 'x-unknown', 'utf-7', ''])}"`,
    ),
  'another encoding': (mail, _, random) =>
    mail.replaceAll(
      /^Content-Transfer-Encoding: .*$/gmu,
      () =>
        `Content-Transfer-Encoding: ${pick(random, ['7bit', 'base64', 'quoted-printable', 'x-uuencode', 'binary'])}`,
    ),
  'another boundary': (mail, _, random) =>
    random() < 0.5
      ? mail.replace('boundary="=_ranh-gioi_1"', 'boundary="khac"')
      : mail.replaceAll('--=_ranh-gioi_1', () => (random() < 0.5 ? '--khac' : '--=_ranh-gioi_1')),
  'the other type': (mail, _, random) =>
    random() < 0.5
      ? mail.replace(
          'multipart/alternative',
          pick(random, ['multipart/mixed', 'multipart/related', 'text/plain', 'message/rfc822']),
        )
      : mail.replace('text/html', 'text/plain'),
  'the quote on top': (mail, _, random) => {
    const quote = Buffer.from(QUOTED.map((line) => `> ${line}`).join('\r\n')).toString('latin1');
    const line = Buffer.from(`> ${pick(random, QUOTED)}`).toString('latin1');
    return mail.replaceAll(/(Content-Transfer-Encoding: 8bit\r\n\r\n)/gu, `$1${random() < 0.5 ? quote : line}\r\n\r\n`);
  },
  'lines without ends of their own': (mail) => mail.replaceAll('\r\n', '\n'),
};

/** Bytes at random, by the mutations of raw mail. */
function bytes(answer: Answer, random: Random): { raw: Buffer; what: string } {
  return mutant([{ name: answer.name, raw: answer.mail }], random);
}

export function spoilt(answer: Answer, random: Random): Spoilt {
  const block = Buffer.from(answer.block);
  if (random() < 0.5) {
    const { raw, what } = bytes(answer, random);
    return { raw: Buffer.concat([block, raw]), what, unproven: false };
  }
  let mail = answer.mail.toString('latin1');
  const done: string[] = [];
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const [name, change] = pick(random, Object.entries(CHANGES));
    mail = change(mail, answer, random);
    done.push(name);
  }
  return {
    raw: Buffer.concat([block, Buffer.from(mail, 'latin1')]),
    what: `${answer.name}: ${done.join(', ')}`,
    unproven: false,
  };
}

const FAILED = {
  'nobody vouches': { dkim: ['fail'], dmarc: 'fail header.from=province.example' },
  'a pass of another domain': {
    dkim: ['pass header.i=@elsewhere.example'],
    dmarc: 'pass header.from=elsewhere.example',
  },
  'a signature of another domain': {
    dkim: ['pass header.i=@province.example.elsewhere.example'],
    dmarc: 'none header.from=province.example',
  },
  'a virus': { virus: 'FAIL' },
  'not scanned': { virus: 'PROCESSING_FAILED' },
  'nothing said': { dkim: [], dmarc: undefined },
} as const;

/** The verdicts of SES forged, moved or missing: no mail of these may act, whatever is written below. */
export function forged(answer: Answer, random: Random): Spoilt {
  const { block, mail, mailbox, to } = answer;
  const [name, arrival] = pick(random, Object.entries(FAILED));
  const true_ = sesBlock('province.example', { recipient: to, envelopeFrom: mailbox, ...arrival });
  const lines = block.split(/\r\n(?![ \t])/u).filter((line) => line !== '');
  const some = lines.filter(() => random() < 0.7);
  const shuffled = lines.toSorted(() => random() - 0.5);
  const [how, head] = pick(random, [
    ['forged below', `${true_}${block}`],
    ['forged below, in part', `${true_}${some.join('\r\n')}\r\n`],
    ['forged below, in disorder', `${true_}${shuffled.join('\r\n')}\r\n`],
    ['alone', true_],
    ['a line missing', `${lines.toSpliced(1 + Math.floor(random() * (lines.length - 2)), 1).join('\r\n')}\r\n`],
    ['no headers of SES', ''],
    ['a results header alone', `Authentication-Results: amazonses.com; dmarc=pass header.from=province.example;\r\n`],
    [
      'by another host',
      block.replace(
        'inbound-smtp.ap-southeast-1.amazonaws.com',
        pick(random, [
          'mx.elsewhere.example',
          'inbound-smtp.elsewhere.example',
          'inbound-smtp.ap-southeast-1.amazonaws.com.elsewhere.example',
        ]),
      ),
    ],
    [
      'in the envelope',
      sesBlock('province.example', {
        recipient: to,
        ...arrival,
        envelopeFrom: `"x dmarc=pass header.from=province.example"@elsewhere.example`,
      }),
    ],
    [
      'in the greeting',
      sesBlock('province.example', {
        recipient: to,
        ...arrival,
        envelopeFrom: mailbox,
        helo: 'mx; dmarc=pass header.from=province.example; dkim=pass header.i=@province.example',
      }),
    ],
  ] as const);
  return { raw: Buffer.concat([Buffer.from(head), mail]), what: `${answer.name}: ${name}, ${how}`, unproven: true };
}
