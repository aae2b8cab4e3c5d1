/**
 * A letter of the applicant: put with the case as files, its text among them, or handed in as the supplement that the case waits for. It is
 * never a command, whatever it says.
 */
import type { Citizen } from '../../../shared/domain/actor.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { MailOutcome } from '../../../shared/domain/mail/incoming-mail.ts';
import { letterCommands } from '../letter-commands.ts';
import { letterFile } from './letter-file.ts';
import { commitToCase } from './commit-to-case.ts';
import { filedAs, readFiles } from './mail-attachments.ts';
import type { Arrived, ReceiverPorts } from './receiver-ports.ts';
import { settleMail } from './settle-mail.ts';
import type { ToCase } from './take-reply.ts';

const CITIZEN: Citizen = { kind: 'citizen' };
const ATTEMPTS = 3;

/** @returns `refused` when the case takes no more files: a person must look. @throws when the case stays busy. */
export async function takeLetter(
  ports: ReceiverPorts,
  arrived: Arrived,
  to: ToCase,
): Promise<{ readonly kind: 'letter' | 'refused' }> {
  const outcome: MailOutcome = { kind: 'letter', caseId: to.address.caseId };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const snapshot = attempt === 0 ? to.found : await ports.cases.load(to.found.entityId);
    if (snapshot === undefined) throw new Error('the case is gone');
    const found = { ...snapshot, entityId: to.found.entityId };
    const done = await commitLetter(ports, arrived, { found, outcome });
    if (done.kind === 'stale-version') continue;
    if (done.kind === 'refused') return { kind: 'refused' };
    if (done.kind !== 'done' && done.kind !== 'replayed') throw new Error(`a letter came to ${done.kind}`);
    await settleMail(ports, arrived, outcome);
    return { kind: 'letter' };
  }
  throw new Error('the case moves faster than the letter is read');
}

async function commitLetter(
  ports: ReceiverPorts,
  arrived: Arrived,
  { found, outcome }: { readonly found: ToCase['found']; readonly outcome: MailOutcome },
): ReturnType<typeof commitToCase> {
  const { now, catalogue } = arrived;
  const { files, words } = await letterOf(arrived, found.state);
  const context = { now, catalogue, actor: CITIZEN };
  return commitToCase(ports, arrived, {
    found,
    actor: CITIZEN,
    files: [...files, words],
    outcome,
    decide: (state) => {
      const [first, ...others] = letterCommands(state, {
        mailId: arrived.mailId,
        files: files.map(filedAs),
        words: filedAs(words),
      }).map((command) => decideDossier(command, state, context));
      if (first === undefined) throw new Error('a letter without a command');
      return [first, ...others].find(({ kind }) => kind === 'accepted') ?? first;
    },
  });
}

/** The files that the case has room for, and the letter's own words as one more. */
export async function letterOf({ mail, mailId, verdict, now, catalogue }: Arrived, state: Dossier | undefined) {
  const { limits } = catalogue;
  const room = limits.attachmentsPerDossier - (state?.attachments.length ?? 0) - 1;
  const { taken: files, refused } = await readFiles({ mailId, attachments: mail.attachments }, { limits, room });
  // Whole, with what stands under the name and what is quoted: a paper that is filed is not cut, and a name or a number below it may tell whose it is.
  const { text } = mail;
  const from = verdict.address ?? mail.from.join(', ');
  const words = letterFile({ mailId, from, subject: mail.subject, text, receivedAt: now, refused });
  return { files, refused, words, text };
}
