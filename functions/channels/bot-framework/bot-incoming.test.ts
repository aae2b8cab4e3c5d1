import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { botIncoming } from './bot-incoming.ts';
import { activityCall, APP_ID, NOW, SERVICE_URL, teamsMessage } from './testing/bot-service.ts';

const channel = botIncoming({
  appId: APP_ID,
  keys: { find: () => Promise.resolve({ kind: 'unknown' }) },
  plainHttp: false,
});
const itemsOf = (activity: object) => {
  const parsed = channel.parse(activityCall({ ...teamsMessage, ...activity }, undefined));
  return parsed.kind === 'items' ? parsed.items : parsed.kind;
};
const [person, conversation] = [teamsMessage.from.id, teamsMessage.conversation.id];
const bot = { serviceUrl: SERVICE_URL, conversationId: conversation, botId: `28:${APP_ID}`, channelId: 'msteams' };
const group = { conversationType: 'groupChat', isGroup: true, id: '19:group@thread.v2' };
const mention = { type: 'mention', mentioned: { id: `28:${APP_ID}` }, text: '<at>1022</at>' };

describe('an activity brings', () => {
  it('a message, with all that is needed to answer it', () => {
    expect(itemsOf({})).toEqual([
      {
        kind: 'message',
        channel: 'teams',
        providerId: `${conversation} 1485983408511`,
        at: '2026-11-23T01:59:58.437Z',
        sender: { account: person, bot },
        senderName: 'Lê Thị Ánh',
        content: { kind: 'text', text: 'Đèn đường hỏng' },
      },
    ]);
    expect(itemsOf({ channelId: 'skype' })).toMatchObject([
      { channel: 'skype', sender: { bot: { channelId: 'skype' } } },
    ]);
  });

  it('another message when the same id comes in another conversation', () => {
    const ids = ['a:1', 'a:2'].map((id) => itemsOf({ conversation: { id, conversationType: 'personal' } }));
    expect(ids).toMatchObject([[{ providerId: 'a:1 1485983408511' }], [{ providerId: 'a:2 1485983408511' }]]);
  });

  it('the time of arrival when its own cannot be read', () => {
    expect(itemsOf({ timestamp: 'soon' })).toMatchObject([{ at: NOW }]);
  });

  it('from a group only what is said to the hotline, without the call, to be answered there', () => {
    const said = { conversation: group, text: '<at>1022</at>&nbsp;Đèn hỏng, hỏi <at>Bình</at> nhé' };
    expect(itemsOf(said)).toEqual([]);
    expect(itemsOf({ ...said, entities: [{ ...mention, mentioned: { id: '29:other' } }] })).toEqual([]);
    expect(itemsOf({ ...said, entities: [mention] })).toMatchObject([
      {
        sender: { account: `${person} ${group.id}`, bot: { conversationId: group.id } },
        content: { kind: 'text', text: 'Đèn hỏng, hỏi Bình nhé' },
      },
    ]);
  });

  it('files, and not the cards and copies that come as attachments', () => {
    const attachments = [
      { contentType: 'image/jpeg', contentUrl: 'https://cdn.example/1', name: 'ho-ga.jpg' },
      { contentType: 'text/html', content: '<p>Đèn đường hỏng</p>' },
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        content: { downloadUrl: 'https://cdn.example/2' },
      },
      { contentType: 'audio/ogg', contentUrl: 'https://cdn.example/3' },
      'nothing',
    ];
    const files = [
      { kind: 'image', url: 'https://cdn.example/1', fileName: 'ho-ga.jpg' },
      { kind: 'file', url: 'https://cdn.example/2' },
      { kind: 'audio', url: 'https://cdn.example/3' },
    ];
    expect(itemsOf({ attachments })).toMatchObject([{ content: { kind: 'text', files } }]);
    expect(itemsOf({ attachments, text: ' ' })).toMatchObject([{ content: { kind: 'files', files } }]);
    expect(itemsOf({ text: undefined })).toMatchObject([{ content: { kind: 'other', what: 'unknown' } }]);
  });

  it.each([
    [{ type: 'conversationUpdate', membersAdded: [{ id: `28:${APP_ID}` }, { id: person }] }, true],
    [{ type: 'conversationUpdate', membersAdded: [{ id: `28:${APP_ID}` }] }, true],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: `28:${APP_ID}` }] }, false],
    [{ type: 'contactRelationUpdate', action: 'add' }, true],
    [{ type: 'contactRelationUpdate', action: 'remove' }, false],
    [{ type: 'installationUpdate', action: 'remove' }, false],
  ])('with %o that the citizen came or left: %s', (activity, present) => {
    expect(itemsOf({ id: undefined, ...activity })).toMatchObject([
      { kind: 'presence', sender: { account: person, bot }, present },
    ]);
  });

  it('no greeting of a whole group', () => {
    expect(itemsOf({ type: 'conversationUpdate', conversation: group, membersAdded: [{ id: person }] })).toEqual([]);
  });

  it.each(['typing', 'messageReaction', 'messageUpdate', 'invoke', 'event', 'endOfConversation', 'new'])(
    'nothing with %s, and is acknowledged',
    (type) => {
      expect(itemsOf({ type })).toEqual([]);
      expect(channel.acknowledge(activityCall({ ...teamsMessage, type }, undefined)).status).toBe(200);
    },
  );

  it('no fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.object({ depthSize: 'small' }), (changes) => {
        expect(['object', 'string']).toContain(typeof itemsOf(changes));
      }),
    );
    expect(channel.parse({ body: Buffer.from([0xff]), headers: {}, query: {}, now: NOW })).toEqual({
      kind: 'malformed',
    });
  });
});
