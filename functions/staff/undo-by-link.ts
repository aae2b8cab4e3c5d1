/** The undo of a receipt: GET shows what would be taken back and until when, POST takes it back. */
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { availableActs } from '../../shared/domain/reply/available-acts.ts';
import type { Execute } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply } from '../../shared/shell/http.ts';
import type { FormResult } from './command-of-form.ts';
import { newIdempotencyKey, reopened, type ActionPorts, type OpenedLink } from './open-link.ts';
import { undonePage, undoPage, undoTooLatePage } from './undo-pages.ts';
import { undoStanding } from './undo-standing.ts';

export async function showUndo(ports: ActionPorts, opened: OpenedLink, status: 200 | 409): Promise<HttpReply> {
  const { link, token, state, context } = opened;
  const history = await ports.cases.history(link.entityId);
  const standing = undoStanding({ mailId: link.mailId ?? '', state, history, context });
  const { catalogue, now } = context;
  if (standing.kind === 'open') {
    const idempotencyKey = newIdempotencyKey(ports);
    return page(status, undoPage({ token, idempotencyKey, undoable: standing.undoable, state, catalogue, now }));
  }
  const instead = availableActs(state, context).map(({ action }) => action);
  return page(status, undoTooLatePage({ standing, state, catalogue, instead: [...new Set(instead)] }));
}

export async function answerUndo(
  ports: ActionPorts,
  opened: OpenedLink,
  outcome: Execute<Dossier> | Extract<FormResult, { readonly kind: 'wrong' }>,
): Promise<HttpReply> {
  const { catalogue } = opened.context;
  if (outcome.kind === 'done') return page(200, undonePage(outcome.state, catalogue));
  if (outcome.kind === 'replayed') return page(200, undonePage((await reopened(ports, opened)).state, catalogue));
  if (outcome.kind === 'refused' || outcome.kind === 'ignored' || outcome.kind === 'wrong')
    return showUndo(ports, await reopened(ports, opened), 409);
  return problem({ kind: outcome.kind === 'key-reused' ? 'key-reused' : 'busy' });
}

function page(status: number, html: string): HttpReply {
  return { kind: 'html', status, html };
}
