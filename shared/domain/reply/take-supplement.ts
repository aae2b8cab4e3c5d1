/** BỔ SUNG: the papers that were listed become lines of the procedure's checklist (form M02). */
import { procedureOf } from '../dossier/context.ts';
import { matchPapers } from './match-papers.ts';
import type { ResolvedReply } from './resolved-reply.ts';
import { choice, done, missing, unclear } from './resolved.ts';
import type { Taking } from './taking.ts';

/** Sent only when every paper was found: a request that forgets one costs the applicant a second trip (63/2010/NĐ-CP art. 20.4). */
export function takeSupplement({ command, act, state, context }: Taking<'supplement'>): ResolvedReply {
  const { documents } = procedureOf(context, state);
  const { matched, unmatched } = matchPapers(command.items, documents);
  const reason = command.reason ?? command.items.join('; ');
  const fields = {
    lineId: matched.map(({ lineId }) => lineId),
    line: documents.map(({ id }) => id),
    what: documents.map(({ id }) => matched.find(({ lineId }) => lineId === id)?.what ?? ''),
    ...(reason !== '' && { reason }),
  };
  if (command.items.length === 0) return missing(act, 'items', fields);
  if (unmatched.length > 0) return unclear(unmatched.join('; '), [choice(act, fields)]);
  if (state.supplements > 0) return missing(act, 'justification', fields);
  const { stepId } = act;
  const request = {
    type: 'RequestSupplement',
    items: matched,
    reason,
    ...(stepId !== undefined && { stepId }),
  } as const;
  return done(act, request, fields);
}
