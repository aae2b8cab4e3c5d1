/**
 * What the reporter was told and whether it arrived. Which messages there are follows from the report's own events, by the relay's table; a
 * delivery that is not there yet has not been taken up.
 */
import type { ReportForStaff } from '../../../shared/contracts/http/report-views.ts';
import { deliveryStatus } from '../../../shared/domain/delivery/delivery-status.ts';
import type { Delivery } from '../../../shared/domain/delivery/state.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { CommittedEvents } from '../../../shared/ports/entity-store.ts';
import { deliveryEntityId, deliveryIdOf } from '../../channels/outgoing/delivery-id.ts';
import { messagesOf } from '../../relay/messages-of.ts';
import type { ReportPorts } from '../report-ports.ts';

type SentMessage = ReportForStaff['messages'][number];

/** Newest; what was said long before is in the timeline. */
const MOST = 20;

export async function sentMessages(
  { deliveries }: Pick<ReportPorts, 'deliveries'>,
  { entityId, history }: { readonly entityId: string; readonly history: readonly CommittedEvents<ReportEvent>[] },
): Promise<readonly SentMessage[]> {
  const reportId = entityId.slice('report#'.length);
  const told = history.flatMap(({ version, at, events }) =>
    messagesOf({ entityId, version, at, events }).messages.flatMap((message) =>
      message.kind === 'tell' && message.to.kind === 'reporter' && message.to.reportId === reportId
        ? [{ noticeId: message.noticeId, template: message.template, at }]
        : [],
    ),
  );
  return Promise.all(
    told
      .slice(-MOST)
      .reverse()
      .map(async ({ noticeId, template, at }) => {
        const delivery = (await deliveries.load(deliveryEntityId(deliveryIdOf(noticeId))))?.state;
        return { template, at, ...(delivery === undefined ? { status: 'not-taken-up' } : standing(delivery)) };
      }),
  );
}

function standing(delivery: Delivery): Pick<SentMessage, 'status' | 'channel' | 'why' | 'cost'> {
  const { ladder, rung, attempts, ended } = delivery;
  const channel = ladder[attempts.at(-1)?.rung ?? rung]?.channel;
  const why = ended?.why ?? delivery.waitsFor;
  return {
    status: deliveryStatus(delivery),
    ...(channel !== undefined && { channel }),
    ...(why !== undefined && { why }),
    cost: attempts.flatMap(({ parts }) => parts).reduce((sum, { cost }) => sum + cost, 0),
  };
}
