/** What came on a channel, as it was kept. */
import type { ChannelItem, ChannelMessage } from '../../../shared/domain/conversation/channel-message.ts';
import type { ReportTaskPorts } from './report-task-ports.ts';

type KeptPorts = Pick<ReportTaskPorts, 'people'>;

/** Read at a time. */
const AT_ONCE = 20;

/** @returns undefined when it is kept no longer. */
export async function keptItem({ people }: KeptPorts, messageId: string): Promise<ChannelItem | undefined> {
  return (await people.kept(`message#${messageId}`, 'ITEM')) as ChannelItem | undefined;
}

export async function keptMessages(
  ports: KeptPorts,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, ChannelMessage>> {
  const found = new Map<string, ChannelMessage>();
  for (let start = 0; start < messageIds.length; start += AT_ONCE) {
    const page = messageIds.slice(start, start + AT_ONCE);
    const items = await Promise.all(page.map((messageId) => keptItem(ports, messageId)));
    for (const [index, item] of items.entries()) {
      if (item?.kind === 'message') found.set(page[index] ?? '', item);
    }
  }
  return found;
}
