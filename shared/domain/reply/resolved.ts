/** The answers of the resolving, put together in one place. */
import type { DossierCommand } from '../dossier/commands.ts';
import type { ReplyChoice } from '../dossier/reply-result.ts';
import type { Act } from './available-acts.ts';
import { HIGH_IMPACT } from './reply-acts.ts';
import type { ResolvedReply } from './resolved-reply.ts';

type Fields = ReplyChoice['fields'];

export function choice(act: Act, fields: Fields): ReplyChoice {
  return { ...act, fields };
}

export function done(act: Act, command: DossierCommand, fields: Fields): ResolvedReply {
  return { kind: 'act', commands: [command], choice: choice(act, fields), highImpact: HIGH_IMPACT.has(act.action) };
}

/** @param detail the form's field that is still empty. */
export function missing(act: Act, detail: string, fields: Fields): ResolvedReply {
  return { kind: 'doubtful', why: 'detail-missing', detail, choices: [choice(act, fields)] };
}

/** @param detail the words that were not understood. */
export function unclear(detail: string, choices: readonly ReplyChoice[]): ResolvedReply {
  return { kind: 'doubtful', why: 'detail-unclear', detail, choices };
}
