/**
 * Valid answers of staff, each command as each mail program writes it, and the office that they come to: before each mail it is put back to
 * what it was, so that any of many thousand finds its work undone.
 */
import { receiveMail } from '../../functions/mail/incoming/receive-mail.ts';
import { sesBlock } from '../../functions/mail/incoming/testing/arrived-mail.ts';
import { MailRoom } from '../../functions/mail/incoming/testing/mail-room.ts';
import { officeCatalogue } from '../../functions/relay/testing/office-catalogue.ts';
import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import { REPLY_ACTS } from '../../shared/domain/reply/reply-acts.ts';
import type { StoredCommit } from '../../shared/ports/memory/memory-world.ts';
import { MemoryThrottle } from '../../shared/ports/memory/memory-short-lived.ts';
import { REPLY_MARKER } from '../../shared/shell/reply-marker.ts';
import { CLIENT_SHAPES } from '../corpus/mail/client-shapes.ts';
import type { Random } from '../fuzz/mutate-mail.ts';

/** One answer before anything is done to it. */
export interface Answer {
  /** Command and mail program. */
  readonly name: string;
  readonly staffId: string;
  readonly mailbox: string;
  readonly entityId: string;
  readonly to: string;
  /** What the officer wrote. */
  readonly written: string;
  /** SES's headers, then the mail. */
  readonly block: string;
  readonly mail: Buffer;
}

/** What was quoted below: our own notice with all it tells to write, and what a colleague had answered before. */
export const QUOTED = [
  REPLY_MARKER,
  '',
  'Kính gửi ông/bà Lê Văn An,',
  'Hồ sơ H29.18-261123-0001 đang chờ ông/bà xử lý, hạn cuối 17 giờ 00 ngày 26/11/2026.',
  'Trả lời thư này, dòng đầu là một trong các câu:',
  '  TIẾP NHẬN',
  '  XONG',
  '  TỪ CHỐI số 99/TB: đã có bản sao',
  'Các dòng sau, hoặc thư không có câu nào ở trên, được giữ làm ghi chú nội bộ.',
  '',
  'Đã xử lý xong',
  'HOÀN THÀNH số 99/GP',
  'GIAO CHO Bình: trích lại',
  'Dừng: trích lại',
  'BỔ SUNG: tờ khai. Lý do: trích lại',
  'Một Cửa 1022',
];

const OFFICER = [
  'Đã nhận',
  'HOÀN THÀNH',
  'BỔ SUNG: Giấy tờ tùy thân. Lý do: chưa có bản sao',
  'LẤY Ý KIẾN justice-department: đã có hồ sơ gốc chưa?',
  'CHUYỂN justice-department: không thuộc thẩm quyền',
  'GIAO CHO Bình: tôi đi công tác',
  'GIAO CHO An: tôi đi công tác',
  'GIA HẠN 3 NGÀY: phải xác minh',
  'tam dung: thien tai',
];
const HEAD = [
  'HOÀN THÀNH số 15/GP',
  'TỪ CHỐI số 12/TB: không đủ điều kiện',
  'Dừng: công dân xin rút',
  'GIA HẠN 3 NGÀY: phải xác minh',
];
const COUNTER = ['TIẾP NHẬN', 'TỪ CHỐI: sai nơi nộp'];

export interface Delivered {
  readonly kind: string;
  readonly ms: number;
  readonly commits: readonly StoredCommit[];
}

export class FuzzedOffice {
  readonly #room = new MailRoom(officeCatalogue());
  readonly answers: Answer[] = [];
  #kept: (() => void) | undefined;

  async prepare(): Promise<this> {
    const { office } = this.#room;
    const { caseId, entityId, officer } = await this.#room.assignedCase(1);
    const second = await this.#room.assignedCase(2);
    const done: DossierCommand = { type: 'CompleteStep', stepId: 'tham-tra' };
    const holder = (await office.state(second.entityId)).status === 'processing' ? second.officer : officer;
    await office.act(second.entityId, await office.staff(holder), done);
    await office.settle();
    const counter = await this.#room.submittedCase(3);
    await this.#write(OFFICER, { caseId, entityId, staffId: officer, stepId: 'tham-tra' });
    await this.#write(HEAD, { caseId: second.caseId, entityId: second.entityId, staffId: 'hoa', stepId: 'ky-duyet' });
    await this.#write(COUNTER, { ...counter, staffId: 'lan' });
    this.#keep();
    return this;
  }

  async deliver(raw: Uint8Array): Promise<Delivered> {
    this.#kept?.();
    const { office, ports } = this.#room;
    const { stream } = office.world;
    const before = stream.length;
    const key = this.#room.put(raw);
    const began = performance.now();
    const { kind } = await receiveMail({ ...ports, throttle: new MemoryThrottle(office.clock) }, { key });
    return { kind, ms: performance.now() - began, commits: stream.slice(before) };
  }

  async #write(
    lines: readonly string[],
    at: { readonly caseId: string; readonly entityId: string; readonly staffId: string; readonly stepId?: string },
  ): Promise<void> {
    const { entityId, staffId, stepId } = at;
    const recipient = { kind: 'staff', staffId } as const;
    const place = stepId === undefined ? {} : { stepId };
    const to = await this.#room.address(at.caseId, recipient, { acts: [...REPLY_ACTS], ...place });
    const mailbox = `${staffId}@province.example`;
    const block = sesBlock('province.example', { recipient: to, envelopeFrom: mailbox });
    for (const line of lines) {
      for (const [index, shape] of CLIENT_SHAPES.entries()) {
        const written = index % 2 === 0 ? line : `${line}\n\nGửi anh chị biết.`;
        const body = shape.top(written, { text: QUOTED.join('\n'), name: 'Một Cửa 1022', address: to });
        const mail = mimeOf({ mailbox, to, body, encoding: ENCODINGS[index % ENCODINGS.length] ?? '8bit' });
        this.answers.push({ name: `${line} (${shape.name})`, staffId, mailbox, entityId, to, written, block, mail });
      }
    }
  }

  /** Everything stored is a value that is never changed: to put it back is to put back which values there are. */
  #keep(): void {
    const { world } = this.#room.office;
    const maps: readonly Map<string, unknown>[] = [
      ...[world.entities, world.people, world.answers, world.uploads],
      ...[this.#room.documents.incoming, this.#room.archive.arrived],
    ];
    const kept = maps.map((map) => [...map]);
    const { length } = world.stream;
    this.#kept = () => {
      for (const [index, map] of maps.entries()) {
        map.clear();
        for (const [key, value] of kept[index] ?? []) map.set(key, value);
      }
      world.stream.length = length;
    };
  }
}

const ENCODINGS = ['8bit', 'base64', 'quoted-printable'] as const;
type Encoding = (typeof ENCODINGS)[number];

function mimeOf(of: {
  readonly mailbox: string;
  readonly to: string;
  readonly body: { readonly text: string; readonly html: string };
  readonly encoding: Encoding;
}): Buffer {
  const { mailbox, to, body, encoding } = of;
  const part = (type: string, text: string) => [
    '--=_ranh-gioi_1',
    `Content-Type: ${type}; charset="utf-8"`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    encoded(text, encoding),
  ];
  return Buffer.from(
    [
      `From: =?utf-8?Q?C=C3=A1n_b=E1=BB=99?= <${mailbox}>`,
      `To: =?utf-8?B?${Buffer.from('Một Cửa 1022').toString('base64')}?= <${to}>`,
      `Subject: =?utf-8?B?${Buffer.from('Re: [H29.18-261123-0001] Hồ sơ cần xử lý').toString('base64')}?=`,
      'Message-ID: <CAF1x9=answer@mail.province.example>',
      'In-Reply-To: <notice.1@mot-cua.test>',
      'References: <notice.1@mot-cua.test>',
      'Date: Mon, 23 Nov 2026 09:00:00 +0700',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="=_ranh-gioi_1"',
      '',
      ...part('text/plain', body.text),
      ...part('text/html', body.html),
      '--=_ranh-gioi_1--',
      '',
    ].join('\r\n'),
  );
}

function encoded(text: string, encoding: Encoding): string {
  const lines = text.replaceAll(/\r?\n/gu, '\r\n');
  if (encoding === '8bit') return lines;
  if (encoding === 'base64') return Buffer.from(lines).toString('base64').replaceAll(/.{76}/gu, '$&\r\n');
  return lines
    .split('\r\n')
    .map((line) =>
      [...Buffer.from(line)]
        .map((byte) =>
          byte > 126 || byte < 32 || byte === 61
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .join('')
        .replaceAll(/(?:=[0-9A-F]{2}|[^=]){60}/gu, '$&=\r\n'),
    )
    .join('\r\n');
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
