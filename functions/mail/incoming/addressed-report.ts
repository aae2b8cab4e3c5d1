/** Which report a mail was written to: by the reply address of a notice to staff, or of a message to its reporter. */
import type { Instant } from '../../../shared/domain/time.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { readReportAddress, reportIdIn, type ReportAddress } from '../../../shared/shell/report-address.ts';
import { reportEntityId, type FoundReport } from '../../petitions/find-report.ts';
import { staffIdsEver, unitIdsEver } from './known-names.ts';
import type { ReceiverPorts } from './receiver-ports.ts';

export interface ToReport {
  readonly kind: 'valid' | 'expired';
  readonly address: ReportAddress;
  /** As it stands in the mail. */
  readonly written: string;
  readonly found: FoundReport;
}

/** `lost`: an address of ours that does not verify, or of a report that is not there. */
export type AddressedReport = ToReport | { readonly kind: 'lost' } | { readonly kind: 'none' };

/** Whoever writes to more addresses of ours than this writes to none. */
const MOST_ADDRESSES = 5;
const ORDER = ['valid', 'expired', 'lost'] as const;

export async function addressedReport(
  ports: Pick<ReceiverPorts, 'reports' | 'secrets' | 'replyDomain'>,
  recipients: readonly string[],
  today: { readonly now: Instant; readonly catalogue: Catalogue },
): Promise<AddressedReport> {
  const ours = [...new Set(recipients)].filter((one) => reportIdIn(one, ports.replyDomain) !== undefined);
  const read = await Promise.all(ours.slice(0, MOST_ADDRESSES).map((address) => readOne(ports, address, today)));
  return (
    ORDER.map((kind) => read.find((one) => one.kind === kind)).find((one) => one !== undefined) ?? { kind: 'none' }
  );
}

async function readOne(
  ports: Pick<ReceiverPorts, 'reports' | 'secrets' | 'replyDomain'>,
  written: string,
  { now, catalogue }: { readonly now: Instant; readonly catalogue: Catalogue },
): Promise<AddressedReport> {
  const { replyDomain: domain } = ports;
  const entityId = reportEntityId(reportIdIn(written, domain) ?? '');
  const snapshot = await ports.reports.load(entityId);
  if (snapshot === undefined) return { kind: 'lost' };
  // Whoever a notice can have gone to; works that were answered or given away too, so that an old mail is told what became of it.
  const names = {
    staffIds: staffIdsEver(catalogue),
    unitIds: unitIdsEver(catalogue),
    workIds: snapshot.state.work.map(({ workId }) => workId),
  };
  const read = readReportAddress(await ports.secrets.signingKeys(), written, { domain, now, names });
  if (read.kind !== 'valid' && read.kind !== 'expired') return { kind: 'lost' };
  return { kind: read.kind, address: read.address, written, found: { entityId, ...snapshot } };
}
