/** The desk of the holding pen: GET shows a mail and changes nothing, POST puts it to a case or sets it aside, once. */
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { decideMail } from '../../../shared/domain/mail/decide-mail.ts';
import type { HeldMail } from '../../../shared/domain/mail/incoming-mail.ts';
import type { MailCommand } from '../../../shared/domain/mail/mail-commands.ts';
import { mailDecider } from '../../../shared/domain/mail/mail-decider.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import type { SortMailForm } from '../../../shared/contracts/http/mail-desk.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { findDossier } from '../../dossiers/find-dossier.ts';
import { mailEntityId } from '../mail-entity.ts';
import { guessedCases } from './guessed-cases.ts';
import { heldMailPage, type Wrong } from './held-mail-page.ts';
import type { MailDeskPorts } from './mail-desk-ports.ts';
import { openHeldMail, type OpenedMail, type SortedMail } from './open-held-mail.ts';
import { sortedMailPage } from './sorted-mail-page.ts';
import { whoseLetter } from './whose-letter.ts';

export async function showHeldMail(ports: MailDeskPorts, request: HttpRequest): Promise<HttpReply> {
  const opened = await openHeldMail(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  return shown(ports, opened, { status: 200 });
}

export async function sortHeldMail(ports: MailDeskPorts, request: HttpRequest<SortMailForm>): Promise<HttpReply> {
  const opened = await openHeldMail(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  if (opened.state.status !== 'held') return sorted(opened, opened.state, 409);
  const { body } = request;
  const asked = await commandOf(ports, body, opened.state);
  if (asked.kind === 'wrong') return shown(ports, opened, { status: 400, wrong: asked.wrong, filled: body });
  const { actor, now, catalogue, mailId } = opened;
  const outcome = await executeCommand({
    store: ports.mails,
    decider: mailDecider,
    entityId: mailEntityId(mailId),
    actor,
    at: now,
    decide: (state) => decideMail(asked.command, state, { now, actor, catalogue }),
  });
  if (outcome.kind !== 'done' && outcome.kind !== 'refused' && outcome.kind !== 'ignored')
    return problem({ kind: 'busy' });
  const current = outcome.kind === 'done' ? outcome.state : (await ports.mails.load(mailEntityId(mailId)))?.state;
  if (current?.status !== 'matched' && current?.status !== 'dismissed') return problem({ kind: 'busy' });
  return sorted(opened, current, outcome.kind === 'refused' ? 409 : 200);
}

type Asked =
  { readonly kind: 'command'; readonly command: MailCommand } | { readonly kind: 'wrong'; readonly wrong: Wrong };

/** Only a case that is there: the code is looked up as everywhere else. */
async function commandOf(ports: MailDeskPorts, form: SortMailForm, held: HeldMail): Promise<Asked> {
  if (form.act === 'dismiss') {
    const { reason = '' } = form;
    if (reason === '') return { kind: 'wrong', wrong: 'reason' };
    return { kind: 'command', command: { type: 'Dismiss', reason } };
  }
  const code = [form.code, form.guess].find((one) => one !== undefined && one !== '');
  if (code === undefined) return { kind: 'wrong', wrong: 'nothing-chosen' };
  const found = await findDossier(ports, code);
  if (found === undefined) return { kind: 'wrong', wrong: 'unknown-code' };
  const { caseId } = found.state;
  return { kind: 'command', command: { type: 'Match', caseId, of: form.of ?? whoseLetter(held, caseId) } };
}

interface Shown {
  readonly status: number;
  readonly wrong?: Wrong;
  readonly filled?: SortMailForm;
}

async function shown(ports: MailDeskPorts, opened: OpenedMail, { status, ...again }: Shown): Promise<HttpReply> {
  const { state, token, mailId, actor, catalogue, now } = opened;
  if (state.status !== 'held') return sorted(opened, state, 200);
  const [reading, guesses] = await Promise.all([
    ports.readings.reading(mailId),
    guessedCases(ports, state.guesses, { actor, catalogue, now }),
  ]);
  const name = staffOn(catalogue, actor.staffId, localDateOf(now))?.name ?? actor.staffId;
  const html = heldMailPage({ token, name, held: state, reading, guesses, ...again });
  return { kind: 'html', status, html };
}

/** What was decided, by whom and when; the second to come sees the same. */
function sorted(
  { catalogue, now }: OpenedMail,
  state: Exclude<SortedMail, { readonly status: 'held' }>,
  status: number,
): HttpReply {
  const by = staffOn(catalogue, state.by, localDateOf(now))?.name ?? state.by;
  return { kind: 'html', status, html: sortedMailPage(state, by) };
}
