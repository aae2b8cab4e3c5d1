/** Mails that nobody would write, made from those that somebody did. The same seed makes the same mails. */

/** Bytes; a fuzz run is about many mails, not large ones. */
const LARGEST = 400_000;

export type Random = () => number;

/** Mulberry32: small, and the same on every machine. @returns numbers in [0, 1). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Mutation = (mail: Buffer, random: Random) => Buffer;

const below = (random: Random, limit: number) => Math.floor(random() * Math.max(1, limit));

const tokens = [
  ...[
    '\r\n\r\n',
    '\r\n--',
    '\n',
    '\0',
    '\r',
    '=',
    '"',
    '<',
    '>',
    '&#x110000;',
    '=?utf-8?B?',
    '=?windows-1258?Q?',
    '?=',
  ],
  ...[
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'charset=utf-16',
    '<blockquote>',
  ],
  ...[
    'Content-Type: message/rfc822\r\n\r\n',
    'Content-Type: application/ms-tnef\r\n',
    '<!--',
    '<style>',
    '\u0301',
    '\uFEFF',
    '>'.repeat(50),
  ],
];

const mutations: Readonly<Record<string, Mutation>> = {
  'bytes flipped': (mail, random) => {
    const copy = Buffer.from(mail);
    for (let count = 1 + below(random, 20); count > 0; count--) copy[below(random, copy.length)] = below(random, 256);
    return copy;
  },
  'cut off': (mail, random) => mail.subarray(0, below(random, mail.length)),
  'begun in the middle': (mail, random) => mail.subarray(below(random, mail.length)),
  'a stretch taken out': (mail, random) => {
    const [from, length] = [below(random, mail.length), below(random, 500)];
    return Buffer.concat([mail.subarray(0, from), mail.subarray(from + length)]);
  },
  'a stretch repeated': (mail, random) => {
    const from = below(random, mail.length);
    const stretch = mail.subarray(from, from + 1 + below(random, 2000));
    const times = Math.min(1 + below(random, 200), Math.ceil(LARGEST / stretch.length));
    return Buffer.concat([mail.subarray(0, from), ...Array<Buffer>(times).fill(stretch), mail.subarray(from)]);
  },
  'lines in another order': (mail, random) => {
    const lines = mail.toString('latin1').split('\n');
    for (let count = 1 + below(random, 10); count > 0; count--) {
      const [one, other] = [below(random, lines.length), below(random, lines.length)];
      [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    }
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  'something put in': (mail, random) => {
    const at = below(random, mail.length);
    const token = Buffer.from(tokens[below(random, tokens.length)] ?? '');
    const times = random() < 0.2 ? below(random, 3000) : 1 + below(random, 3);
    return Buffer.concat([mail.subarray(0, at), ...Array<Buffer>(times).fill(token), mail.subarray(at)]);
  },
  'boundaries doubled': (mail) => {
    const text = mail.toString('latin1');
    return Buffer.from(
      text.replaceAll(/^--.*$/gmu, (line) => `${line}\r\n${line}`),
      'latin1',
    );
  },
  'a deep nest': (mail, random) => {
    const levels = Array.from(
      { length: 1 + below(random, 500) },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${String(level)}\r\n\r\n--b${String(level)}\r\n`,
    );
    return Buffer.concat([Buffer.from(`From: an@phuong-a.example\r\n${levels.join('')}`), mail]);
  },
  'a huge header': (mail, random) => {
    const filling = random() < 0.5 ? ' =?utf-8?B?4bqh?=' : 'a@b.example,\r\n ';
    const name = ['Subject', 'To', 'References', 'Content-Type', 'X-Any'][below(random, 5)] ?? 'X';
    return Buffer.concat([Buffer.from(`${name}: ${filling.repeat(below(random, 15_000))}\r\n`), mail]);
  },
  'bytes at random': (_, random) => Buffer.from(Array.from({ length: below(random, 5000) }, () => below(random, 256))),
};

export interface Mutant {
  readonly raw: Buffer;
  /** What was done to which mail. */
  readonly what: string;
}

export function mutant(mails: readonly { readonly name: string; readonly raw: Uint8Array }[], random: Random): Mutant {
  const mail = mails[below(random, mails.length)];
  if (mail === undefined) throw new Error('no mail to change');
  let raw: Buffer = Buffer.from(mail.raw);
  const done: string[] = [];
  for (let count = 1 + below(random, 3); count > 0; count--) {
    const [name, change] = Object.entries(mutations)[below(random, Object.keys(mutations).length)] ?? [];
    if (name === undefined || change === undefined) continue;
    raw = Buffer.from(change(raw, random).subarray(0, LARGEST));
    done.push(name);
  }
  return { raw, what: `${mail.name}: ${done.join(', ')}` };
}
