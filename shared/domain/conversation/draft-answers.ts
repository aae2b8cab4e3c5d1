/**
 * What the draft's messages say, read again when the report is made of them: the same reading as when they came, so that no word needs to be
 * stored in between. Pure; the messages are handed in.
 */
import type { ReportPeople } from '../report/people.ts';
import type { ChannelMessage } from './channel-message.ts';
import { DRAFT_FIELDS, type Draft, type DraftField, type FieldSource } from './draft.ts';
import { SHORT_CONTENT } from './draft-fields.ts';
import { contentOf, labelledFields } from './labelled-fields.ts';

/** By message id; one that is kept no longer is absent. */
export type DraftMessages = ReadonlyMap<string, ChannelMessage>;

export type DraftAnswers = Pick<ReportPeople, 'name' | 'address' | 'summary' | 'content' | 'email' | 'place'> & {
  /** As it was written; absent when it was not asked for. */
  readonly phone?: string;
};

/**
 * An item of the tables holds 400 KB, with room for what is said later, and a character of Vietnamese takes up to three bytes. What is beyond
 * lies with its message.
 */
const LONGEST_CONTENT = 70_000;
/** Of every other answer: whoever writes letters in place of an address still has a report. */
const LONGEST_ANSWER = 3000;
/** RFC 5321, 4.5.3.1.3: a longer one is no address. */
const LONGEST_EMAIL = 254;
const SHORTENED = '\n[…]';

export function answersOf(draft: Draft, messages: DraftMessages): DraftAnswers {
  const said = (field: DraftField): string => answerOf(draft, field, messages);
  const short = (field: DraftField): string => within(said(field), LONGEST_ANSWER);
  const content = within(said('content'), LONGEST_CONTENT);
  const [summary, place, phone, email] = [short('summary'), short('place'), short('phone'), emailIn(draft, messages)];
  return {
    name: nameIn(short('name')),
    address: short('address'),
    content,
    summary: summary === '' ? within(content.replace(/\s+/gu, ' '), SHORT_CONTENT) : summary,
    ...(place !== '' && { place }),
    ...(phone !== '' && { phone }),
    ...(email !== undefined && { email }),
  };
}

function answerOf(draft: Draft, field: DraftField, messages: DraftMessages): string {
  const parts = (draft.fields[field] ?? []).map((source) => saidBy(source, { field, messages }).trim());
  return parts.filter((part) => part !== '').join(field === 'content' || field === 'summary' ? '\n' : ', ');
}

interface Asked {
  readonly field: DraftField;
  readonly messages: DraftMessages;
}

function saidBy(source: FieldSource, { field, messages }: Asked): string {
  const message = messages.get(source.messageId);
  switch (source.from) {
    case 'text':
    case 'label':
      return inText(wholeText(source, messages), { field, labelled: source.from === 'label' });
    case 'subject':
      return message?.sender.mail?.subject ?? '';
    case 'contact': {
      const contact = message?.content.kind === 'contact' ? message.content : undefined;
      return (field === 'name' ? contact?.name : contact?.phone) ?? '';
    }
    case 'location': {
      const content = message?.content;
      return content?.kind === 'location' ? `${String(content.latitude)}, ${String(content.longitude)}` : '';
    }
    case 'content':
      return '';
    default:
      return source.from satisfies never;
  }
}

/** Parts of a long text follow each other without a space. */
export function wholeText(
  { messageId, more = [] }: Pick<FieldSource, 'messageId' | 'more'>,
  messages: DraftMessages,
): string {
  const texts = [messageId, ...more].map((id) => {
    const content = messages.get(id)?.content;
    return content?.kind === 'text' ? content.text : '';
  });
  return texts.join('');
}

function inText(text: string, { field, labelled }: { readonly field: DraftField; readonly labelled: boolean }): string {
  if (!labelled) return text;
  const read = labelledFields(text);
  return (field === 'content' ? contentOf(read) : read.fields[field]) ?? '';
}

function emailIn(draft: Draft, messages: DraftMessages): string | undefined {
  const labelled = DRAFT_FIELDS.flatMap((field) => draft.fields[field] ?? []).filter(({ from }) => from === 'label');
  const found = labelled.map((source) => labelledFields(wholeText(source, messages)).fields.email);
  return found.find((email) => email !== undefined && email.length <= LONGEST_EMAIL)?.toLowerCase();
}

/** "Tôi tên là Lê An" is Lê An. */
function nameIn(text: string): string {
  const name = text.replace(
    /^(?:(?:dạ|vâng)[, ]+)?(?:(?:tôi|em|tên tôi|tên em|mình) (?:tên )?là|tôi tên|tên là|tên|my name is|i am|i'm) +/iu,
    '',
  );
  return name.replace(/[.,;]+$/u, '').trim();
}

function within(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}${SHORTENED}`;
}

/** Every message that the draft is made of. */
export function messagesOfDraft({ fields, files }: Draft): readonly string[] {
  const sources = DRAFT_FIELDS.flatMap((field) => fields[field] ?? []);
  return [...new Set([...sources.flatMap(({ messageId, more = [] }) => [messageId, ...more]), ...files])];
}
