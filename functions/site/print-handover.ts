/** The hand-over record of a bag (biên bản giao nhận hồ sơ), for the people of the two units that it goes between. */
import { handoverSubject } from '../../shared/domain/post/decide-handover.ts';
import type { HandoverItem } from '../../shared/domain/post/handover-state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { handoverRecordForm, type HandoverLine } from './forms/handover-record.ts';
import type { SitePorts } from './site-ports.ts';

export async function printHandover(ports: SitePorts, request: HttpRequest): Promise<HttpReply> {
  const { actor } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const snapshot = await ports.handovers.load(`handover#${request.params['handoverId'] ?? ''}`);
  if (snapshot === undefined) return problem({ kind: 'not-found', what: 'handover' });
  const catalogue = await ports.catalogue.load();
  const now = ports.clock.now();
  const subject = handoverSubject(snapshot.state, 'view-handover');
  const permission = authorise({ operation: 'view-handover', actor, subject, catalogue, now });
  if (permission.kind === 'denied') return problem({ kind: 'forbidden', why: permission.why });
  const lines = await Promise.all(snapshot.state.items.map((item) => lineOf(ports, item)));
  const form = await handoverRecordForm({
    handover: snapshot.state,
    lines,
    catalogue,
    baseUrl: ports.publicBaseUrl,
  });
  return form === undefined ? problem({ kind: 'not-found', what: 'form' }) : { kind: 'html', status: 200, html: form };
}

async function lineOf(ports: SitePorts, item: HandoverItem): Promise<HandoverLine> {
  const [snapshot, parties] = await Promise.all([ports.cases.load(item.entityId), ports.people.parties(item.entityId)]);
  if (snapshot === undefined || parties === undefined) throw new Error(`${item.entityId} of a manifest is not stored`);
  return { item, dossier: snapshot.state, parties };
}
