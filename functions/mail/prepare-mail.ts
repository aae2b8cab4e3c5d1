/** From a notice to the mail: the entity and its event, the recipient's address of today, the template, the links, the bytes. */
import type { OutgoingNotice } from '../../shared/contracts/messages.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { provinceOn, unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { SignIn, SignInEvent } from '../../shared/domain/staff/sign-in.ts';
import { localDateOf, type Instant } from '../../shared/domain/time.ts';
import type { PeopleStore } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Secrets, SigningKeys } from '../../shared/ports/outside.ts';
import { dossierLink } from '../../shared/shell/dossier-link.ts';
import { signInUrl } from '../staff/sign-in-token.ts';
import { buildFacts } from './build-facts.ts';
import { composeMail } from './compose-mail.ts';
import { frameMail } from './frame-mail.ts';
import { isOutdated } from './is-outdated.ts';
import { offeredActions } from './offered-actions.ts';
import { addresseeOf } from './recipient-address.ts';
import type { PreparedMail } from './send-notice.ts';
import { signInMail } from './sign-in-mail.ts';
import { templateNamed } from './templates.ts';

export interface MailPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly signIns: EntityStore<SignIn, SignInEvent>;
  readonly people: PeopleStore;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Without a slash at the end. */
  readonly publicBaseUrl: string;
  readonly from: string;
}

interface Today {
  readonly catalogue: Catalogue;
  readonly keys: SigningKeys;
  readonly now: Instant;
}

/** @throws on a fault of a store, and when the notice does not fit its entity: that is a bug, and the dead-letter queue keeps it. */
export async function prepareMail(ports: MailPorts, notice: OutgoingNotice): Promise<PreparedMail> {
  const [catalogue, keys] = await Promise.all([ports.catalogue.load(), ports.secrets.signingKeys()]);
  const today = { catalogue, keys, now: ports.clock.now() };
  return notice.template === 'sign-in' ? signIn(ports, notice, today) : ofDossier(ports, notice, today);
}

async function ofDossier(ports: MailPorts, notice: OutgoingNotice, today: Today): Promise<PreparedMail> {
  const { entityId } = notice;
  const [snapshot, history, parties] = await Promise.all([
    ports.cases.load(entityId),
    ports.cases.history(entityId),
    ports.people.parties(entityId),
  ]);
  const event = history.find(({ version }) => version === notice.version)?.events[notice.eventIndex];
  if (snapshot === undefined || event === undefined) throw new Error('a notice about an event that is not there');
  const dossier = snapshot.state;
  if (isOutdated(event, dossier)) return { kind: 'outdated' };

  const { catalogue, keys, now } = today;
  const addressee = addresseeOf(notice.recipient, parties, { catalogue, on: localDateOf(now) });
  if (addressee === undefined) return { kind: 'no-address' };
  const { publicBaseUrl } = ports;
  const facts = buildFacts({
    dossier,
    parties,
    catalogue,
    now,
    lookupUrl: `${publicBaseUrl}/t/${dossier.caseId}`,
    ...(addressee.kind === 'applicant' && { secretUrl: dossierLink(keys, publicBaseUrl, dossier.caseId) }),
    actions:
      addressee.kind === 'staff'
        ? offeredActions({ ...today, dossier, entityId, event, staffId: addressee.staffId, publicBaseUrl })
        : [],
  });
  const content = frameMail(templateNamed(notice.template)(event, facts), { facts, addressee });
  const thread = `${entityId} ${addressee.address}`;
  const { noticeId } = notice;
  const envelope = { from: ports.from, to: addressee.address, noticeId, thread, date: new Date(now) };
  return { kind: 'mail', mail: await composeMail(content, envelope) };
}

async function signIn(ports: MailPorts, notice: OutgoingNotice, today: Today): Promise<PreparedMail> {
  const { entityId, recipient, noticeId } = notice;
  const request = (await ports.signIns.load(entityId))?.state;
  const { catalogue, keys, now } = today;
  if (request === undefined || request.status === 'used' || request.expiresAt <= now) return { kind: 'outdated' };
  if (recipient.kind !== 'staff') throw new Error('a sign-in for somebody who is not staff');
  const on = localDateOf(now);
  const person = staffOn(catalogue, recipient.staffId, on);
  if (person === undefined) return { kind: 'no-address' };
  const { signInId, expiresAt } = request;
  const content = signInMail({
    name: person.name,
    unitName: unitOn(catalogue, person.unit, on)?.name ?? person.unit,
    url: signInUrl(keys, ports.publicBaseUrl, { signInId, staffId: person.id, expiresAt }),
    hotline: provinceOn(catalogue, on)?.hotline ?? '1022',
  });
  // Each request is its own thread: an old link on top of a new one would be taken for it.
  const envelope = { from: ports.from, to: person.mailbox, noticeId, thread: noticeId, date: new Date(now) };
  return { kind: 'mail', mail: await composeMail(content, envelope) };
}
