/** GIA HẠN and TẠM DỪNG: what moves or holds the case's date. */
import { isValidOn } from '../catalogue/lookup.ts';
import { localDateOf } from '../time.ts';
import type { ResolvedReply } from './resolved-reply.ts';
import { choice, done, missing, unclear } from './resolved.ts';
import type { Taking } from './taking.ts';
import { tokensOf } from './tokens.ts';

/** The head extends, with the apology that was prepared or else the province's; anybody else asks the head for it (form M04). */
export function takeExtend({ command, act, state, context }: Taking<'extend' | 'confirm'>): ResolvedReply {
  const prepared = state.preparedApology;
  const confirms = command.kind === 'confirm';
  const workingDays = confirms ? prepared?.workingDays : command.workingDays;
  const reason = confirms ? prepared?.reason : command.reason;
  const apology = prepared?.apology ?? context.catalogue.reminders.apology?.text;
  const extends_ = act.action === 'extend';
  const fields = {
    ...(workingDays !== undefined && { workingDays: String(workingDays) }),
    ...(reason !== undefined && { reason }),
    ...(extends_ && apology !== undefined && { apology }),
  };
  if (workingDays === undefined) return missing(act, 'workingDays', fields);
  if (reason === undefined) return missing(act, 'reason', fields);
  if (!extends_) return done(act, { type: 'PrepareApology', workingDays, reason }, fields);
  if (apology === undefined) return missing(act, 'apology', fields);
  return done(act, { type: 'Extend', workingDays, reason, apology }, fields);
}

/** Words of the list that say nothing about which reason it is. */
const WEAK = new Set(['cho', 'do', 'vi', 'hoac', 'nguoi', 'nop', 'thuc', 'hien']);

/** Only for a reason from the published list; the officer's words go with it. The applicant is told which, so it is never guessed. */
export function takePause({ command, act, context }: Taking<'pause'>): ResolvedReply {
  const { reason: words } = command;
  const today = localDateOf(context.now);
  const reasons = context.catalogue.pauseReasons.filter((one) => isValidOn(one, today));
  const all = reasons.map(({ id }) => choice(act, { reason: id, ...(words !== undefined && { note: words }) }));
  if (words === undefined) return { kind: 'doubtful', why: 'detail-missing', detail: 'reason', choices: all };
  const [only, another] = reasons.filter((one) => isNamedBy(words, one));
  if (only === undefined || another !== undefined) return unclear(words, all);
  return done(act, { type: 'Pause', reason: only.id, note: words }, { reason: only.id, note: words });
}

/** Of the words that tell one reason from another. A few in common (cơ quan, kết quả) are chance. */
const NEARLY_ALL = 0.8;

function isNamedBy(words: string, { id, name }: { readonly id: string; readonly name: string }): boolean {
  const written = tokensOf(words);
  if (written.join(' ') === tokensOf(id).join(' ')) return true;
  const named = [...new Set(tokensOf(name).filter((token) => !WEAK.has(token)))];
  const said = named.filter((token) => written.includes(token));
  return named.length > 0 && said.length >= named.length * NEARLY_ALL;
}
