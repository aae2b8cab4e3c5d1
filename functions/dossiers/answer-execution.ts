/** What the HTTP caller is told of an executed command; one place, so that no route forgets an outcome. */
import type { Execute } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply } from '../../shared/shell/http.ts';
import { uploadTaken, type AttachmentReference } from './read-uploads.ts';

/** @param answer for `done` and `replayed` (and `ignored`: the wish is fulfilled already). */
export async function answerExecution<State>(
  outcome: Execute<State>,
  answer: {
    done(state: State, version: number): Promise<HttpReply> | HttpReply;
    replayed(response: { readonly status: number; readonly body: unknown }): Promise<HttpReply> | HttpReply;
    readonly uploads?: readonly AttachmentReference[];
    /** What is not found, when it is not. */
    readonly what?: string;
  },
): Promise<HttpReply> {
  switch (outcome.kind) {
    case 'done':
      return answer.done(outcome.state, outcome.version);
    case 'replayed':
      return answer.replayed(outcome.response);
    case 'ignored':
      return outcome.state === undefined
        ? problem({ kind: 'not-found', what: answer.what ?? 'dossier' })
        : answer.done(outcome.state, outcome.version);
    case 'refused':
      return problem({ kind: 'refused', refusal: outcome.refusal });
    case 'not-found':
      return problem({ kind: 'not-found', what: answer.what ?? 'dossier' });
    case 'stale-version':
      return problem({ kind: 'stale-version', current: outcome.current });
    case 'key-reused':
      return problem({ kind: 'key-reused' });
    case 'upload-unavailable':
      return problem({ kind: 'refused', refusal: uploadTaken(answer.uploads ?? [], outcome.uploadId) });
    case 'already-consumed':
      return problem({ kind: 'refused', refusal: { rule: 'already-consumed', sort: 'conflict' } });
    case 'exists':
    case 'busy':
      return problem({ kind: 'busy' });
    default:
      return outcome satisfies never;
  }
}
