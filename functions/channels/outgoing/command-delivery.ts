import type { SystemActor } from '../../../shared/domain/actor.ts';
import { decideDelivery } from '../../../shared/domain/delivery/decide-delivery.ts';
import type { DeliveryCommand } from '../../../shared/domain/delivery/delivery-commands.ts';
import { deliveryDecider } from '../../../shared/domain/delivery/delivery-decider.ts';
import type { Delivery } from '../../../shared/domain/delivery/state.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import { deliveryEntityId } from './delivery-id.ts';
import type { ReceiptPorts } from './take-receipt.ts';

const HOTLINE: SystemActor = { kind: 'system', name: 'hotline' };

type CommandPorts = Pick<ReceiptPorts, 'deliveries' | 'catalogue' | 'clock'>;

/** @throws on a fault of the store, and when others commit at the same moment again and again: the queue brings it back. */
export async function commandDelivery(
  ports: CommandPorts,
  deliveryId: string,
  command: DeliveryCommand,
): Promise<Exclude<Execute<Delivery>, { readonly kind: 'busy' }>> {
  const context = { now: ports.clock.now(), catalogue: await ports.catalogue.load() };
  const outcome = await executeCommand({
    store: ports.deliveries,
    decider: deliveryDecider,
    entityId: deliveryEntityId(deliveryId),
    actor: HOTLINE,
    at: context.now,
    create: command.type === 'Plan',
    decide: (state) => decideDelivery(command, state, context),
  });
  if (outcome.kind === 'busy') throw new Error('too many commit to one delivery at once');
  return outcome;
}
