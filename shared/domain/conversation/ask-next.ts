/** After every change: the one question that is due, or the report. */
import { missingField } from './draft-fields.ts';
import { after, type Turn, type TurnContext } from './turn.ts';

export function askNext(turn: Turn, { now, reportId }: TurnContext): Turn {
  const { draft, waiting } = turn.state;
  // The rest of a long text may answer what would be asked.
  if (draft === undefined || waiting.length > 0) return turn;
  const field = missingField(draft, turn.state);
  if (field === undefined) return after(turn, { type: 'DraftCompleted', draft, reportId, at: now });
  if (draft.asked?.field === field) return turn;
  const times = draft.questions.filter((question) => question.field === field).length + 1;
  return after(turn, { type: 'FieldAsked', field, times, at: now });
}
