/** Mails of ten megabytes: a scan as people send them, and those that take most of a reader's time and memory. */
const MEGABYTES = 10_000_000;

const bodies = {
  scan: [
    'multipart/mixed; boundary=b',
    `--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
    `${'JVBERi0x'.repeat(9)}JVBE\r\n`,
  ],
  'quoted-printable': [
    'text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
    '',
    `${'=C3=A1'.repeat(12)}=\r\n`,
  ],
  'empty lines': ['text/plain', '', '\n'],
  'parts without end': ['multipart/mixed; boundary=b', '', '--b\r\n\r\n'],
} as const;

export type LargeMail = keyof typeof bodies;
export const largeMails = Object.keys(bodies) as LargeMail[];

export function largeMail(kind: LargeMail): Buffer {
  const [contentType, head, line] = bodies[kind];
  const start = Buffer.from(`From: an@phuong-a.example\r\nSubject: a\r\nContent-Type: ${contentType}\r\n\r\n${head}`);
  const mail = Buffer.alloc(start.length + MEGABYTES, line);
  start.copy(mail);
  return mail;
}
