import type { HeldMail } from '../../../shared/domain/mail/incoming-mail.ts';

/** The applicant's when a vouched-for sender has the mailbox that the case names; else somebody else's, until the official says so. */
export function whoseLetter({ guesses, why }: HeldMail, caseId: string | undefined): 'applicant' | 'other' {
  if (why === 'not-authenticated') return 'other';
  return guesses.find((guess) => guess.caseId === caseId)?.why.includes('sender') === true ? 'applicant' : 'other';
}
