import type {
  ChannelAddress,
  ChannelItem,
  ChannelPresence,
} from '../../../shared/domain/conversation/channel-message.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Activity } from './activity.ts';
import { contentOf } from './activity-content.ts';
import { mentionsBot } from './mentions.ts';

/** What an activity brings. Typing, reactions, edited messages, invokes and the end of a conversation bring nothing. */
export function itemsOf(activity: Activity, now: Instant): readonly ChannelItem[] {
  switch (activity.type) {
    case 'message':
      return messageOf(activity, now);
    case 'conversationUpdate':
      return [
        ...presenceOf(activity, { members: activity.membersAdded ?? [], present: true, now }),
        ...presenceOf(activity, { members: activity.membersRemoved ?? [], present: false, now }),
      ];
    case 'contactRelationUpdate':
    case 'installationUpdate':
      return activity.from === undefined || activity.action === undefined
        ? []
        : presenceOf(activity, { members: [activity.from], present: activity.action.startsWith('add'), now });
    default:
      return [];
  }
}

/** In a group only what is said to the hotline is for the hotline. */
function messageOf(activity: Activity, now: Instant): readonly ChannelItem[] {
  const { from, id } = activity;
  if (from === undefined || id === undefined || (isGroup(activity) && !mentionsBot(activity))) return [];
  return [
    {
      kind: 'message',
      channel: channelOf(activity),
      // Ids are counted anew in every conversation.
      providerId: `${activity.conversation.id} ${id}`,
      at: timeOf(activity, now),
      sender: addressOf(activity, from.id),
      content: contentOf(activity),
      ...(from.name !== undefined && { senderName: from.name }),
    },
  ];
}

interface Change {
  readonly members: readonly { readonly id: string }[];
  readonly present: boolean;
  readonly now: Instant;
}

/** Of a person alone with the hotline: nobody in a group is greeted, and that the bot itself has joined is news of who let it in. */
function presenceOf(activity: Activity, { members, present, now }: Change): readonly ChannelPresence[] {
  if (isGroup(activity)) return [];
  const people = members.map(({ id }) => (id === activity.recipient.id ? activity.from?.id : id));
  const at = timeOf(activity, now);
  const event = activity.id ?? `${activity.type} ${at}`;
  return [...new Set(people)].flatMap((person) =>
    person === undefined || person === activity.recipient.id
      ? []
      : [
          {
            kind: 'presence',
            channel: channelOf(activity),
            providerId: `${activity.conversation.id} ${event} ${person} ${present ? 'came' : 'left'}`,
            at,
            sender: addressOf(activity, person),
            present,
          },
        ],
  );
}

/**
 * In a group somebody is another correspondent than alone: what is asked there is answered there, and what was told the hotline in private is
 * never answered before others.
 */
function addressOf(activity: Activity, person: string): ChannelAddress {
  const { serviceUrl, channelId, conversation, recipient } = activity;
  return {
    account: isGroup(activity) ? `${person} ${conversation.id}` : person,
    bot: { serviceUrl, conversationId: conversation.id, botId: recipient.id, channelId },
  };
}

function isGroup({ conversation }: Activity): boolean {
  const { conversationType, isGroup: group } = conversation;
  return group === true || (conversationType !== undefined && conversationType !== 'personal');
}

function channelOf({ channelId }: Activity): 'skype' | 'teams' {
  return channelId === 'skype' ? 'skype' : 'teams';
}

function timeOf({ timestamp = '' }: Activity, now: Instant): Instant {
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? now : new Date(time).toISOString();
}
