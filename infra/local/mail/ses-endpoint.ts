import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { simpleParser, type AddressObject } from 'mailparser';
import type { MailStore } from './mail-store.ts';

export interface SesAnswer {
  readonly status: number;
  readonly body: string;
}

class SesRefusal extends Error {
  override readonly name = 'SesRefusal';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** SES's limit for one message, before base64. */
const largestMessage = 10 * 1024 * 1024;

/** Answers SES's version 1 query protocol for what an application sends: mails are kept on disk and leave the machine by no way. */
export async function answerSes(parameters: URLSearchParams, store: MailStore): Promise<SesAnswer> {
  const action = parameters.get('Action') ?? '';
  try {
    return { status: 200, body: success(action, await perform(action, parameters, store)) };
  } catch (error) {
    if (!(error instanceof SesRefusal)) throw error;
    return { status: 400, body: refusal(error.code, error.message) };
  }
}

async function perform(action: string, parameters: URLSearchParams, store: MailStore): Promise<string> {
  switch (action) {
    case 'SendRawEmail':
      return `<MessageId>${await sendRaw(parameters, store)}</MessageId>`;
    case 'SendEmail':
      return `<MessageId>${await sendComposed(parameters, store)}</MessageId>`;
    case 'GetSendQuota':
      return '<Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate><SentLast24Hours>0.0</SentLast24Hours>';
    default:
      throw new SesRefusal('InvalidAction', `The action ${action} is not valid for this web service.`);
  }
}

async function sendRaw(parameters: URLSearchParams, store: MailStore): Promise<string> {
  const raw = Buffer.from(parameters.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length === 0) throw new SesRefusal('InvalidParameterValue', 'Nonempty raw message data is required.');
  if (raw.length > largestMessage)
    throw new SesRefusal('InvalidParameterValue', 'Message length is more than 10485760 bytes long.');
  const parsed = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const given = members(parameters, 'Destinations.member');
  const destinations = given.length > 0 ? given : [parsed.to, parsed.cc, parsed.bcc].flatMap(addressesOf);
  const source = parameters.get('Source') ?? addressesOf(parsed.from)[0] ?? '';
  const noted = Buffer.concat([Buffer.from(publishing(parameters)), raw]);
  return store.accept({ source: checked(source), destinations: checkedAll(destinations), raw: noted });
}

/** What the parameters say about publishing events, written where the headers would have said it: the viewer sends mails back by it. */
function publishing(parameters: URLSearchParams): string {
  const set = parameters.get('ConfigurationSetName');
  const tags = members(parameters, 'Tags.member', '.Name').map(
    (name, index) => `${name}=${parameters.get(`Tags.member.${String(index + 1)}.Value`) ?? ''}`,
  );
  return [
    ...(set === null ? [] : [`X-SES-CONFIGURATION-SET: ${set}\r\n`]),
    ...(tags.length === 0 ? [] : [`X-SES-MESSAGE-TAGS: ${tags.join(', ')}\r\n`]),
  ].join('');
}

async function sendComposed(parameters: URLSearchParams, store: MailStore): Promise<string> {
  const source = checked(parameters.get('Source') ?? '');
  const to = members(parameters, 'Destination.ToAddresses.member');
  const cc = members(parameters, 'Destination.CcAddresses.member');
  const bcc = members(parameters, 'Destination.BccAddresses.member');
  const text = parameters.get('Message.Body.Text.Data');
  const html = parameters.get('Message.Body.Html.Data');
  const raw = await new MailComposer({
    from: source,
    to,
    cc,
    replyTo: members(parameters, 'ReplyToAddresses.member'),
    subject: parameters.get('Message.Subject.Data') ?? '',
    ...(text !== null && { text }),
    ...(html !== null && { html }),
  })
    .compile()
    .build();
  return store.accept({ source, destinations: checkedAll([...to, ...cc, ...bcc]), raw });
}

function members(parameters: URLSearchParams, prefix: string, field = ''): string[] {
  const found: string[] = [];
  for (let position = 1; parameters.has(`${prefix}.${String(position)}${field}`); position++) {
    found.push(parameters.get(`${prefix}.${String(position)}${field}`) ?? '');
  }
  return found;
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  const objects = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return objects.flatMap((object) => object.value.flatMap((entry) => entry.address ?? []));
}

function checked(address: string): string {
  if (!/^(?:[^<>]*<)?[^\s<>@]+@[^\s<>@]+>?$/u.test(address)) {
    throw new SesRefusal('InvalidParameterValue', `Missing or invalid address: ${address.slice(0, 100)}`);
  }
  return address;
}

function checkedAll(destinations: readonly string[]): readonly string[] {
  if (destinations.length === 0) throw new SesRefusal('InvalidParameterValue', 'Missing destination.');
  if (destinations.length > 50) throw new SesRefusal('InvalidParameterValue', 'Recipient count exceeds 50.');
  return destinations.map(checked);
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';
const requestId = '00000000-0000-4000-8000-000000000000';

function success(action: string, result: string): string {
  return `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`;
}

function refusal(code: string, message: string): string {
  const escaped = message.replace(/[<>&]/gu, (character) => `&#${String(character.charCodeAt(0))};`);
  return `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}
