/** A notice about a case: the event, the recipient's address of today, what they can do about it, the template, and where an answer goes. */
import type { EventNotice } from '../../../shared/contracts/messages.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { ReplyResult } from '../../../shared/domain/dossier/reply-result.ts';
import type { Act } from '../../../shared/domain/reply/available-acts.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { dossierLink, dossierToken } from '../../../shared/shell/dossier-link.ts';
import { replyAddress } from '../../../shared/shell/reply-address.ts';
import { formAddress } from '../../site/forms/form-address.ts';
import { actionUrl } from '../../staff/action-link.ts';
import { buildFacts } from '../writing/build-facts.ts';
import { composeMail } from './compose-mail.ts';
import { frameMail } from './frame-mail.ts';
import { isOutdated } from './is-outdated.ts';
import type { NoticeFacts } from '../writing/notice-facts.ts';
import { offeredTo, offeredToUnit, type Offer } from './offered-actions.ts';
import type { MailPorts, Today } from './prepare-mail.ts';
import { reachableAddressee } from './reachable.ts';
import { addresseeOf, type Addressee } from './recipient-address.ts';
import { replyTo } from './reply-to.ts';
import type { PreparedMail } from './send-notice.ts';
import { templateNamed } from '../writing/templates.ts';
import { isUnproven, mayWriteTo } from './unproven-address.ts';

export async function prepareCaseNotice(ports: MailPorts, notice: EventNotice, today: Today): Promise<PreparedMail> {
  const { entityId, noticeId } = notice;
  const [snapshot, history, parties] = await Promise.all([
    ports.cases.load(entityId),
    ports.cases.history(entityId),
    ports.people.parties(entityId),
  ]);
  const committed = history.find(({ version }) => version === notice.version)?.events;
  const event = committed?.[notice.eventIndex];
  if (snapshot === undefined || committed === undefined || event === undefined) {
    throw new Error('a notice about an event that is not there');
  }
  const dossier = snapshot.state;
  if (isOutdated({ event, template: notice.template }, dossier)) return { kind: 'outdated' };

  const { catalogue, keys, now } = today;
  const on = localDateOf(now);
  const named = addresseeOf(notice.recipient, parties, { catalogue, on });
  // Who has just written is reached where they wrote from.
  const addressee =
    named === undefined || event.type === 'ReplyAnswered'
      ? named
      : await reachableAddressee(named, { marks: ports.marks, catalogue, on });
  if (addressee === undefined) return { kind: 'no-address' };
  const unproven = addressee.kind === 'applicant' && isUnproven(dossier);
  if (unproven && !(await mayWriteTo(ports.throttle, { address: addressee.address, noticeId }))) {
    return { kind: 'over-limit' };
  }

  const acts = actsFor(addressee, { dossier, event, catalogue, now });
  const { publicBaseUrl } = ports;
  const facts = buildFacts({
    dossier,
    parties,
    catalogue,
    now,
    lookupUrl: `${publicBaseUrl}/t/${dossier.caseId}`,
    ...(addressee.kind === 'applicant' && { secretUrl: dossierLink(keys, publicBaseUrl, dossier.caseId) }),
    formUrl: (form) =>
      formAddress(
        { baseUrl: publicBaseUrl, form, code: dossier.caseId },
        addressee.kind === 'applicant' ? dossierToken(keys, dossier.caseId) : undefined,
      ),
    alongside: committed.filter((one) => one !== event),
    refusedFiles: await refusedFilesOf(ports, event),
    ...linksFor(addressee, { entityId, event, acts, today, publicBaseUrl }),
  });
  const answer = replyTo(addressee, { caseId: dossier.caseId, event, acts });
  const body = templateNamed(notice.template)(event, facts);
  const content = frameMail(body, { facts, addressee, replyActs: answer.acts, unproven });
  const mail = await composeMail(content, {
    from: ports.from,
    to: addressee.address,
    replyTo: replyAddress(keys, ports.replyDomain, { ...answer, now }),
    inAnswer: event.type === 'ReplyAnswered',
    noticeId,
    thread: `${entityId} ${addressee.address}`,
    date: new Date(now),
  });
  return { kind: 'mail', mail };
}

function actsFor(addressee: Addressee, offer: Offer): readonly Act[] {
  switch (addressee.kind) {
    case 'applicant':
      return [];
    case 'staff':
      return offeredTo(addressee.staffId, offer);
    case 'mailbox':
      return offeredToUnit(addressee.unitId, offer);
    default:
      return addressee satisfies never;
  }
}

interface LinkMaterial {
  readonly entityId: string;
  readonly event: DossierEvent;
  readonly acts: readonly Act[];
  readonly today: Today;
  readonly publicBaseUrl: string;
}

/** A link names a person: a shared mailbox gets none, it answers or signs in. */
function linksFor(
  addressee: Addressee,
  { entityId, event, acts, today, publicBaseUrl }: LinkMaterial,
): Pick<NoticeFacts, 'actions' | 'choiceUrl' | 'undoUrl'> {
  const staffId = addressee.kind === 'staff' ? addressee.staffId : undefined;
  const mailId = event.type === 'ReplyAnswered' ? event.mailId : undefined;
  const urlOf = (act: Act & { readonly mailId?: string; readonly choice?: number }): string => {
    if (staffId === undefined) throw new Error('a link of an act for nobody in person');
    return actionUrl(today.keys, publicBaseUrl, { ...act, entityId, staffId, now: today.now });
  };
  const ofReply = mailId !== undefined && { mailId };
  return {
    actions:
      staffId === undefined
        ? []
        : acts
            .filter(({ action }) => !answeredOnly.has(action))
            .map((act) => ({ action: act.action, url: urlOf(act) })),
    choiceUrl: ({ action, stepId, consultationId }, choice) =>
      urlOf({
        action,
        ...ofReply,
        choice,
        ...(stepId !== undefined && { stepId }),
        ...(consultationId !== undefined && { consultationId }),
      }),
    undoUrl: () => urlOf({ action: 'undo', ...ofReply }),
  };
}

/** Not worth a button in every mail: one word in an answer says it. */
const answeredOnly = new Set<Act['action']>(['acknowledge', 'note', 'undo']);

/** The names that a member of staff gave to files which were not kept. */
async function refusedFilesOf(ports: MailPorts, event: DossierEvent): Promise<NoticeFacts['refusedFiles']> {
  if (event.type !== 'ReplyAnswered' || isStrangers(event.result)) return [];
  return (await ports.readings.reading(event.mailId))?.refused ?? [];
}

/** Not one word of somebody who only claims to be the officer stands in a mail of ours. */
function isStrangers(result: ReplyResult): boolean {
  return result.kind === 'doubtful' && (result.why === 'not-authenticated' || result.why === 'other-sender');
}
