/**
 * A signed link in a notice: GET shows a page and changes nothing, however often a scanner opens it; POST acts as the person the
 * link was made for. The link is worth nothing as soon as the work is no longer theirs: that is read from the case, not from the link.
 */
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { availableActs, isSameAct } from '../../shared/domain/reply/available-acts.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import { executeCommand, type Execute } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { refusalText } from '../../shared/shell/refusal-texts.ts';
import { choicesFor } from './action-choices.ts';
import { explanation } from './action-explanations.ts';
import { actionDonePage, actionGonePage, actionPage, actionRefusedPage } from './action-pages.ts';
import { commandOfForm, type FormFields, type FormResult } from './command-of-form.ts';
import {
  newIdempotencyKey,
  openLink,
  procedureOfLink,
  reopened,
  type ActionPorts,
  type OpenedLink,
} from './open-link.ts';
import { prefilledFields } from './prefilled-fields.ts';
import { codeFor } from './receive-at-counter.ts';
import { answerUndo, showUndo } from './undo-by-link.ts';
import { MOVED_ON, whatEndedIt } from './what-ended-it.ts';

/** How long pressing the same button again is recognised. Minutes. */
const IDEMPOTENCY_MINUTES = 48 * 60;

export async function showAction(ports: ActionPorts, request: HttpRequest): Promise<HttpReply> {
  const opened = await openLink(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  if (opened.link.action === 'undo') return showUndo(ports, opened, 200);
  return isStillTheirs(opened) ? shown(ports, opened) : gone(ports, opened, 200);
}

export async function performAction(ports: ActionPorts, request: HttpRequest<FormFields>): Promise<HttpReply> {
  const opened = await openLink(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  const code = await codeFor(ports, opened, request.idempotency);
  const outcome = code.kind === 'code' ? await performed(ports, opened, { ...code, request }) : code;
  if (opened.link.action === 'undo') return answerUndo(ports, opened, outcome);
  if (outcome.kind !== 'wrong') return answer(ports, opened, outcome);
  return isStillTheirs(opened)
    ? shown(ports, opened, { filled: request.body, wrong: outcome.fields })
    : gone(ports, opened, 409);
}

async function performed(
  ports: ActionPorts,
  opened: OpenedLink,
  { request, dossierCode }: { readonly request: HttpRequest<FormFields>; readonly dossierCode: string },
): Promise<Execute<Dossier> | Extract<FormResult, { readonly kind: 'wrong' }>> {
  const { link, state, context } = opened;
  const form = commandOfForm(link, request.body, {
    state,
    procedure: procedureOfLink(opened),
    dossierCode,
    ...(link.mailId !== undefined && { mailId: link.mailId }),
  });
  if (form.kind === 'wrong') return form;
  return executeCommand({
    store: ports.cases,
    decider: dossierDecider,
    entityId: link.entityId,
    actor: context.actor,
    at: context.now,
    decide: (now) => decideDossier(form.command, now, context),
    ...(request.idempotency && {
      idempotency: {
        ...request.idempotency,
        expiresAt: addMinutes(context.now, IDEMPOTENCY_MINUTES),
        response: (_: Dossier, version: number) => ({ status: 200, body: { version } }),
      },
    }),
  });
}

async function answer(ports: ActionPorts, opened: OpenedLink, outcome: Execute<Dossier>): Promise<HttpReply> {
  const { link, state, token } = opened;
  const { catalogue } = opened.context;
  if (outcome.kind === 'done')
    return page(200, actionDonePage({ act: link, state: outcome.state, catalogue, repeated: false }));
  if (outcome.kind === 'replayed') return page(200, actionDonePage({ act: link, state, catalogue, repeated: true }));
  if (outcome.kind === 'ignored') return gone(ports, opened, 409);
  if (outcome.kind === 'key-reused') return problem({ kind: 'key-reused' });
  if (outcome.kind !== 'refused') return problem({ kind: 'busy' });
  const { refusal } = outcome;
  const current = await reopened(ports, opened);
  if (!isStillTheirs(current)) return gone(ports, current, 409);
  const reason = { vi: refusalText(refusal, 'vi'), en: refusalText(refusal, 'en') };
  const { article } = refusal;
  return page(422, actionRefusedPage({ reason, token, ...(article !== undefined && { article }) }));
}

function isStillTheirs({ link, state, context }: Pick<OpenedLink, 'link' | 'state' | 'context'>): boolean {
  return availableActs(state, context).some((act) => isSameAct(act, link));
}

async function shown(
  ports: ActionPorts,
  opened: OpenedLink,
  again?: { readonly filled: FormFields; readonly wrong: readonly string[] },
): Promise<HttpReply> {
  const { token, link: act, state, context } = opened;
  const prefilled = await prefilledFields(ports.cases, act, state);
  const filled = again?.filled ?? prefilled.fields;
  const view = {
    act,
    token,
    idempotencyKey: newIdempotencyKey(ports),
    state,
    procedure: procedureOfLink(opened),
    catalogue: context.catalogue,
    choices: choicesFor(act, state, context),
    explanation: explanation({ act, state, context, filled, from: prefilled.from }),
    filled,
    wrong: again?.wrong ?? [],
  };
  return page(again === undefined ? 200 : 400, actionPage(view));
}

async function gone(ports: ActionPorts, opened: OpenedLink, status: 200 | 409): Promise<HttpReply> {
  const { state, context } = opened;
  const history = await ports.cases.history(opened.link.entityId);
  const wasTheirs = (earlier: Dossier) => isStillTheirs({ ...opened, state: earlier });
  const ended = whatEndedIt(history, wasTheirs, context.catalogue) ?? MOVED_ON;
  return page(status, actionGonePage({ ...ended, state, catalogue: context.catalogue }));
}

function page(status: number, html: string): HttpReply {
  return { kind: 'html', status, html };
}
