import { describe, expect, it } from 'vitest';
import type {
  ChannelItem,
  IncomingMessage,
  IncomingMessageEvent,
} from '../../../shared/domain/conversation/channel-message.ts';
import type { Commit } from '../../../shared/ports/entity-store.ts';
import { MemoryEntityStore } from '../../../shared/ports/memory/memory-entity-store.ts';
import { MemorySecrets, SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { MemoryWorld } from '../../../shared/ports/memory/memory-world.ts';
import { acceptItem } from './accept-item.ts';

type Message = Commit<IncomingMessage, IncomingMessageEvent>;

function recording() {
  const clock = new SteppableClock('2026-11-23T02:00:00.000Z');
  const commits: Message[] = [];
  class Recording extends MemoryEntityStore<IncomingMessage, IncomingMessageEvent> {
    override commit(commit: Message) {
      commits.push(commit);
      return super.commit(commit);
    }
  }
  return { commits, messages: new Recording(new MemoryWorld(clock)), secrets: new MemorySecrets(), clock };
}

const receipt: ChannelItem = {
  kind: 'receipt',
  channel: 'sms',
  providerId: 'delivered:0901234567',
  at: '2026-11-23T01:59:00.000Z',
  messageId: 'x',
  status: 'delivered',
};
const presence: ChannelItem = {
  kind: 'presence',
  channel: 'zalo',
  providerId: 'follow:1',
  at: '2026-11-23T01:59:00.000Z',
  sender: { account: '1' },
  present: true,
};

describe('an item that a channel brought', () => {
  it('is kept with its payload for 400 days, and forgotten then', async () => {
    const ports = recording();
    await acceptItem(ports, { item: presence, raw: '{"x":1}' });
    const expiresAt = '2027-12-28T02:00:00.000Z';
    expect(ports.commits[0]?.keep).toEqual([
      { record: 'RAW', value: '{"x":1}', expiresAt },
      { record: 'ITEM', value: presence, expiresAt },
    ]);
  });

  it('is named by the channel and a hash of the provider’s id, which may be a number of somebody', async () => {
    const ports = recording();
    const { messageId } = await acceptItem(ports, { item: receipt, raw: '' });
    expect(messageId).toMatch(/^sms-[0-9a-f]{32}$/);
    expect(JSON.stringify({ ...ports.commits[0], keep: [] })).not.toContain('0901234567');
  });

  it('belongs to a conversation unless it is a receipt', async () => {
    const ports = recording();
    await acceptItem(ports, { item: receipt, raw: '' });
    await acceptItem(ports, { item: presence, raw: '' });
    const [ofReceipt, ofPresence] = ports.commits.map(({ state }) => state);
    expect(ofReceipt).not.toHaveProperty('conversationId');
    expect(ofPresence?.conversationId).toMatch(/^zalo-[0-9a-f]{32}$/);
  });

  it('is a duplicate when it was there, and not one of another channel', async () => {
    const ports = recording();
    expect((await acceptItem(ports, { item: receipt, raw: '' })).kind).toBe('accepted');
    expect((await acceptItem(ports, { item: receipt, raw: '' })).kind).toBe('duplicate');
    expect((await acceptItem(ports, { item: { ...receipt, channel: 'viber' }, raw: '' })).kind).toBe('accepted');
  });
});
