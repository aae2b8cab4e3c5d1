/** From a command and the act it means to what has to be decided, with the form of the act filled in for receipts and for pages. */
import type { ResolvedReply } from './resolved-reply.ts';
import { choice, done, missing, unclear } from './resolved.ts';
import { takeExtend, takePause } from './take-clock.ts';
import { takeConsult, takeForward, takeHandOver } from './take-elsewhere.ts';
import { takeSupplement } from './take-supplement.ts';
import type { Taking } from './taking.ts';

export function takeAct(taking: Taking): ResolvedReply {
  const { command, act } = taking;
  const stepId = act.stepId ?? '';
  switch (command.kind) {
    case 'accept':
      if (act.action === 'receive') return { kind: 'receive', choice: { action: 'receive', fields: {} } };
      return done(act, { type: 'AcknowledgeStep', stepId }, {});
    case 'resume':
      return done(act, { type: 'Resume' }, {});
    case 'done':
      return takeDone({ ...taking, command });
    case 'refuse':
      return takeRefuse({ ...taking, command });
    case 'stop': {
      const { reason } = command;
      return reason === undefined ? missing(act, 'reason', {}) : done(act, { type: 'Stop', reason }, { reason });
    }
    case 'answer':
      return takeAnswer({ ...taking, command });
    case 'pause':
      return takePause({ ...taking, command });
    case 'extend':
    case 'confirm':
      return takeExtend({ ...taking, command });
    case 'forward':
      return takeForward({ ...taking, command });
    case 'hand-over':
      return takeHandOver({ ...taking, command });
    case 'consult':
      return takeConsult({ ...taking, command });
    case 'supplement':
      return takeSupplement({ ...taking, command });
    default:
      return command satisfies never;
  }
}

/** A number belongs to a decision: said at another step it is asked about. */
function takeDone({ command, act }: Taking<'done'>): ResolvedReply {
  const { number, note } = command;
  const stepId = act.stepId ?? '';
  if (act.action === 'grant') {
    if (number === undefined) return missing(act, 'resultNumber', {});
    const decide = { type: 'Decide', stepId, outcome: 'granted', resultNumber: number } as const;
    return done(act, decide, { resultNumber: number });
  }
  if (number !== undefined) return unclear(number, [choice(act, { note: `Số ${number}` })]);
  const fields = note === undefined ? {} : { note };
  return done(act, { type: 'CompleteStep', stepId, ...fields }, fields);
}

function takeRefuse({ command, act }: Taking<'refuse'>): ResolvedReply {
  const { number, reason } = command;
  const fields = {
    ...(number !== undefined && act.action === 'refuse' && { resultNumber: number }),
    ...(reason !== undefined && { reason }),
  };
  if (act.action === 'refuse-intake') {
    return reason === undefined ? missing(act, 'reason', fields) : done(act, { type: 'Refuse', reason }, fields);
  }
  if (number === undefined) return missing(act, 'resultNumber', fields);
  if (reason === undefined) return missing(act, 'reason', fields);
  const stepId = act.stepId ?? '';
  return done(act, { type: 'Decide', stepId, outcome: 'refused', resultNumber: number, reason }, fields);
}

/** An answer that stands under the first line is not sent as it is: it may hold more than the answer. */
function takeAnswer({ command, act, note }: Taking<'answer'>): ResolvedReply {
  const { text } = command;
  if (text === '') return missing(act, 'answer', note === '' ? {} : { answer: note });
  const consultationId = act.consultationId ?? '';
  return done(act, { type: 'AnswerConsultation', consultationId, answer: text }, { answer: text });
}
