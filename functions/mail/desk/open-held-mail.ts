/** From the link's token to the mail as it stands and the person as they may act today. */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { HeldMail, IncomingMail } from '../../../shared/domain/mail/incoming-mail.ts';
import { authorise } from '../../../shared/domain/staff/permissions.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { HttpReply, HttpRequest } from '../../../shared/shell/http.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import { deadLinkPage, type DeadLink } from '../../staff/action-pages.ts';
import { mailEntityId } from '../mail-entity.ts';
import { readHeldMailLink } from './held-mail-link.ts';
import type { MailDeskPorts } from './mail-desk-ports.ts';

export type SortedMail = Exclude<IncomingMail, { readonly status: 'settled' }>;

export interface OpenedMail {
  readonly kind: 'opened';
  readonly token: string;
  readonly mailId: string;
  readonly state: SortedMail;
  readonly actor: StaffActor;
  readonly now: Instant;
  readonly catalogue: Catalogue;
}

export type Opening = OpenedMail | { readonly kind: 'dead'; readonly reply: HttpReply };

export async function openHeldMail(ports: MailDeskPorts, request: Pick<HttpRequest, 'params'>): Promise<Opening> {
  const token = request.params['token'] ?? '';
  const now = ports.clock.now();
  const read = readHeldMailLink(await ports.secrets.signingKeys(), token, now);
  if (read.kind !== 'valid') return dead(read.kind);
  const { mailId, staffId } = read.link;
  const [catalogue, snapshot] = await Promise.all([ports.catalogue.load(), ports.mails.load(mailEntityId(mailId))]);
  const actor = staffActorOn(catalogue, { staffId, via: 'link' }, now);
  if (actor === undefined) return dead('left');
  const state = snapshot?.state;
  if (state === undefined || state.status === 'settled') return dead('unreadable');
  if (state.status === 'held' && !maySort(state, { actor, catalogue, now })) return dead('left');
  return { kind: 'opened', token, mailId, state, actor, now, catalogue };
}

function maySort(
  { unitId }: HeldMail,
  { actor, catalogue, now }: Pick<OpenedMail, 'actor' | 'catalogue' | 'now'>,
): boolean {
  const question = { operation: 'sort-mail', actor, catalogue, now, subject: { counterId: unitId } } as const;
  return authorise(question).kind === 'allowed';
}

function dead(why: DeadLink): Opening {
  return { kind: 'dead', reply: { kind: 'html', status: why === 'expired' ? 410 : 404, html: deadLinkPage(why) } };
}
