/** The last commit about a mail: what it came to. Until it stands, a redelivery does the rest again. */
import type { SystemActor } from '../../../shared/domain/actor.ts';
import { decideMail } from '../../../shared/domain/mail/decide-mail.ts';
import type { MailOutcome } from '../../../shared/domain/mail/incoming-mail.ts';
import type { MailCommand } from '../../../shared/domain/mail/mail-commands.ts';
import { mailDecider } from '../../../shared/domain/mail/mail-decider.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { mailEntityId } from '../mail-entity.ts';
import type { Arrived, ReceiverPorts } from './receiver-ports.ts';

export const MAIL: SystemActor = { kind: 'system', name: 'mail' };

export function settleMail(ports: Pick<ReceiverPorts, 'mails'>, arrived: Arrived, outcome: MailOutcome): Promise<void> {
  const { mailId, objectKey, now: receivedAt } = arrived;
  return commitMail(ports, arrived, { type: 'Settle', mailId, objectKey, receivedAt, outcome });
}

/** @throws when it can be neither settled nor held: the message comes again, and at last lies where a person sees it. */
export async function commitMail(
  ports: Pick<ReceiverPorts, 'mails'>,
  { mailId, now, catalogue }: Arrived,
  command: Extract<MailCommand, { readonly type: 'Settle' | 'Hold' }>,
): Promise<void> {
  const outcome = await executeCommand({
    store: ports.mails,
    decider: mailDecider,
    entityId: mailEntityId(mailId),
    actor: MAIL,
    at: now,
    create: true,
    decide: (state) => decideMail(command, state, { now, actor: MAIL, catalogue }),
  });
  // Another delivery of the same mail was faster.
  if (outcome.kind === 'done' || outcome.kind === 'exists') return;
  throw new Error(`${command.type}: ${outcome.kind === 'refused' ? outcome.refusal.rule : outcome.kind}`);
}
