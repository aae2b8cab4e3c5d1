/** What a command needs beside its body: checked files, the other report of a merge, what the check for personal data found. */
import { createHash } from 'node:crypto';
import type { Refusal } from '../../../shared/domain/decision.ts';
import type { FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import { personalDataIn } from '../../../shared/domain/report-text/personal-data.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { HttpRequest } from '../../../shared/shell/http.ts';
import { readUploads } from '../../dossiers/read-uploads.ts';
import { findReport, type FoundReport } from '../find-report.ts';
import { readPeople } from '../read-people.ts';
import type { ReportPorts } from '../report-ports.ts';

export interface ActMaterial {
  readonly attachments: readonly FiledAttachment[];
  readonly fileNames: Readonly<Record<string, string>>;
  /** Names the reporter's words in the events; the words lie with the people. */
  readonly messageId: string;
  /** Of a merge. */
  readonly other?: Report;
  /** Of a publication. */
  readonly personal: readonly string[];
  /** Read where the act needs them; undefined also once they are erased. */
  readonly people: ReportPeople | undefined;
}

/** The parts of bodies that more is read for; each belongs to few actions. */
interface Asked {
  readonly attachments?: readonly { readonly uploadId: string }[];
  readonly into?: string;
  readonly text?: string;
  readonly publication?: { readonly texts: readonly string[]; readonly notPersonal: readonly string[] };
}

export type ReadMaterial =
  { readonly kind: 'read'; readonly material: ActMaterial } | { readonly kind: 'refused'; readonly refusal: Refusal };

export async function readMaterial(
  ports: Pick<ReportPorts, 'reports' | 'uploads' | 'people' | 'randomness'>,
  found: FoundReport,
  asked: Asked & { readonly idempotency: HttpRequest['idempotency'] },
): Promise<ReadMaterial> {
  const files = await readUploads(ports.uploads, asked.attachments ?? []);
  if (files.kind === 'refused') return files;
  const other = asked.into === undefined ? undefined : await findReport(ports, asked.into);
  if (asked.into !== undefined && other === undefined)
    return { kind: 'refused', refusal: { rule: 'no-such-report', sort: 'invalid', pointer: '/into' } };
  const needsPeople = asked.text !== undefined || asked.publication !== undefined || files.attachments.length > 0;
  const people = needsPeople ? await readPeople(ports, found.entityId) : undefined;
  return {
    kind: 'read',
    material: {
      attachments: files.attachments,
      fileNames: files.fileNames,
      messageId: messageIdOf(ports, asked.idempotency),
      ...(other && { other: other.state }),
      personal: asked.publication === undefined ? [] : personalLeft(asked.publication, people),
      people,
    },
  };
}

/** The same for a retry, so that its words are the same words. */
function messageIdOf({ randomness }: Pick<ReportPorts, 'randomness'>, idempotency: HttpRequest['idempotency']): string {
  const seed = idempotency === undefined ? randomness.bytes(16) : Buffer.from(idempotency.key);
  return `web-${createHash('sha256').update(seed).digest('hex').slice(0, 32)}`;
}

function personalLeft(
  { texts, notPersonal }: NonNullable<Asked['publication']>,
  people: ReportPeople | undefined,
): readonly string[] {
  const said = new Set(notPersonal.map((one) => one.trim()));
  return personalDataIn(texts.join('\n'), people).filter((one) => !said.has(one.trim()));
}
