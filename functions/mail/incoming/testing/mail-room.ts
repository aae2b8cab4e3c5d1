/**
 * The receiver over ports in memory, beside the small office of the relay's tests: mails are written as raw MIME with SES's headers on top,
 * and any port may fail at any call.
 */
import type { DossierCommand } from '../../../../shared/domain/dossier/commands.ts';
import type { IncomingMessage, IncomingMessageEvent } from '../../../../shared/domain/conversation/channel-message.ts';
import type { DossierEvent } from '../../../../shared/domain/dossier/events.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue/catalogue.ts';
import { trackingCodeFrom } from '../../../../shared/domain/codes/tracking-code.ts';
import type { IncomingMail, MailEvent } from '../../../../shared/domain/mail/incoming-mail.ts';
import type { ReplyAct } from '../../../../shared/domain/reply/reply-acts.ts';
import { MemoryEntityStore } from '../../../../shared/ports/memory/memory-entity-store.ts';
import {
  MemoryDocuments,
  MemoryMailArchive,
  MemoryMailReadings,
} from '../../../../shared/ports/memory/memory-outside.ts';
import {
  MemoryMailboxMarks,
  MemoryRunningNumbers,
  MemoryUploads,
} from '../../../../shared/ports/memory/memory-short-lived.ts';
import { replyAddress } from '../../../../shared/shell/reply-address.ts';
import type { ReplyRecipient } from '../../../../shared/shell/signed-address.ts';
import { officeCatalogue } from '../../../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../../../relay/testing/running-office.ts';
import { receiveMail } from '../receive-mail.ts';
import type { MailDone, ReceiverPorts } from '../receiver-ports.ts';
import { sesBlock, type Arrival } from './arrived-mail.ts';

export const REPLY_DOMAIN = 'tra-loi.mot-cua.test';
export const HOTLINE_ADDRESS = '1022@hotline.example';
export const CITIZEN_MAILBOX = 'hong.nhung@example.com';
export const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', 'latin1');

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly messageId?: string;
  readonly headers?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly type?: string; readonly content: Uint8Array }[];
  readonly ses?: Arrival;
}

let letters = 0;

/** What SES leaves in the bucket. */
export function rawMail(letter: Letter): Uint8Array {
  const { from, to, subject = 'Re: Hồ sơ', text, headers = [], files = [], ses } = letter;
  letters += 1;
  const messageId = letter.messageId ?? `<${String(letters)}@${domainOf(from)}>`;
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: ${messageId}`,
    'Date: Mon, 23 Nov 2026 09:00:00 +0700',
    'MIME-Version: 1.0',
    ...headers,
  ];
  const words = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(text)),
  ];
  const parts = files.map(({ name, type = 'application/octet-stream', content }) => [
    `Content-Type: ${type}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    base64(content),
  ]);
  const body =
    parts.length === 0
      ? words
      : [
          'Content-Type: multipart/mixed; boundary="border"',
          '',
          ...[words, ...parts].flatMap((part) => ['--border', ...part]),
          '--border--',
          '',
        ];
  const block = sesBlock(domainOf(from), { recipient: to, envelopeFrom: from, ...ses });
  return Buffer.from(block + [...head, ...body].join('\r\n'));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).replace('>', '');
}

function base64(content: Uint8Array): string {
  return (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []
  ).join('\r\n');
}

/** @param seed below 1024: each gives another code. */
function codeOf(seed: number): string {
  const bytes = new Uint8Array(9).fill(seed % 32);
  return trackingCodeFrom(bytes.with(-1, (seed % 32) + Math.floor(seed / 32)));
}

export class MailRoom {
  readonly office: RunningOffice;
  readonly archive = new MemoryMailArchive();
  readonly readings = new MemoryMailReadings();
  readonly documents = new MemoryDocuments();
  readonly marks: MemoryMailboxMarks;
  readonly uploads: MemoryUploads;
  readonly ports: ReceiverPorts;
  #keys = 0;

  constructor(catalogue: Catalogue = officeCatalogue()) {
    this.office = new RunningOffice(catalogue);
    const { cases, mails, reports, queries, people, throttle, secrets, clock, world } = this.office;
    this.uploads = new MemoryUploads(world);
    this.marks = new MemoryMailboxMarks(clock);
    this.ports = {
      cases,
      mails,
      reports,
      messages: new MemoryEntityStore<IncomingMessage, IncomingMessageEvent>(world),
      queries,
      people,
      uploads: this.uploads,
      documents: this.documents,
      archive: this.archive,
      readings: this.readings,
      marks: this.marks,
      throttle,
      numbers: new MemoryRunningNumbers(),
      catalogue: this.office.catalogue,
      secrets,
      clock,
      replyDomain: REPLY_DOMAIN,
      mailFrom: 'Một cửa 1022 <mot-cua@mot-cua.test>',
      hotlineAddress: HOTLINE_ADDRESS,
    };
  }

  /** A case whose first step its officer has; its tracking code is a real one. */
  async assignedCase(
    seed = 1,
  ): Promise<{ readonly caseId: string; readonly entityId: string; readonly officer: string }> {
    const caseId = codeOf(seed);
    const entityId = await this.office.forwardedCase(caseId);
    await this.office.settle();
    const state = await this.office.state(entityId);
    const officer = state.status === 'processing' ? state.work.steps[0]?.officerId : undefined;
    if (officer === undefined) throw new Error('nobody has the step');
    return { caseId, entityId, officer };
  }

  async submittedCase(seed = 9): Promise<{ readonly caseId: string; readonly entityId: string }> {
    const caseId = codeOf(seed);
    const entityId = `case#${caseId}`;
    const file: DossierCommand = {
      type: 'FileDossier',
      caseId,
      procedure: 'ward-matter',
      area: '25750',
      channel: 'online',
      counterId: 'counter-25750',
      returnTo: 'counter',
      documents: [{ lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 }],
      attachments: [],
      sets: 1,
      hasReturnAddress: false,
    };
    const outcome = await this.office.act(entityId, { kind: 'citizen' }, file);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return { caseId, entityId };
  }

  async address(
    caseId: string,
    recipient: ReplyRecipient,
    more: { readonly acts?: readonly ReplyAct[]; readonly stepId?: string } = {},
  ): Promise<string> {
    const keys = await this.office.secrets.signingKeys();
    const now = this.office.clock.now();
    return replyAddress(keys, REPLY_DOMAIN, { caseId, recipient, acts: [], now, ...more });
  }

  /** @returns the key under which it lies. */
  put(raw: Uint8Array): string {
    this.#keys += 1;
    const key = `arrived/${String(this.#keys)}`;
    this.archive.arrived.set(key, raw);
    return key;
  }

  receive(letter: Letter): Promise<MailDone> {
    return receiveMail(this.ports, { key: this.put(rawMail(letter)) });
  }

  events(entityId: string): readonly DossierEvent[] {
    return this.office.world.stream
      .filter((commit) => commit.entityId === entityId)
      .flatMap(({ events }) => JSON.parse(events) as readonly DossierEvent[]);
  }

  /** The events of every incoming mail. */
  mailEvents(): readonly MailEvent[] {
    return this.office.world.stream
      .filter(({ entityId }) => entityId.startsWith('mail#'))
      .flatMap(({ events }) => JSON.parse(events) as readonly MailEvent[]);
  }

  async onlyMail(): Promise<IncomingMail> {
    const ids = [...this.office.world.entities.keys()].filter((id) => id.startsWith('mail#'));
    const [id, second] = ids;
    if (id === undefined || second !== undefined) throw new Error(`${String(ids.length)} mails`);
    const snapshot = await this.office.mails.load(id);
    if (snapshot === undefined) throw new Error(`no ${id}`);
    return snapshot.state;
  }
}
