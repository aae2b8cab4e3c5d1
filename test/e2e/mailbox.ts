/** Reads what the system sent, as the mail viewer tells it. */
import { eventually, type System } from './running-system.ts';

export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly links: readonly string[];
}

/** Newest first. */
export async function mailsTo(system: System, address?: string): Promise<readonly Mail[]> {
  const query = address === undefined ? '' : `?to=${encodeURIComponent(address)}`;
  return (await (await fetch(`${system.mailUrl}/mails.json${query}`)).json()) as readonly Mail[];
}

export function noticeIdOf(mail: Mail): string {
  return mail.headers['x-notice-id'] ?? '';
}

export function templateOf(mail: Mail): string {
  return noticeIdOf(mail).split('/')[3] ?? '';
}

/** Every mail about one case, in the order of the case's history. */
export async function mailsAbout(system: System, code: string): Promise<readonly Mail[]> {
  const mails = await mailsTo(system);
  return mails
    .filter((mail) => noticeIdOf(mail).startsWith(`case#${code}/`))
    .toSorted((left, right) => versionOf(left) - versionOf(right) || (noticeIdOf(left) < noticeIdOf(right) ? -1 : 1));
}

/** `template -> address`, for comparing a whole story's mails with the notification matrix. */
export async function noticesAbout(system: System, code: string): Promise<readonly string[]> {
  return (await mailsAbout(system, code)).map((mail) => `${templateOf(mail)} -> ${mail.to.join(', ')}`);
}

/** The last mail of that kind about the case; waits for the `nth`. */
export function mailOf(system: System, code: string, template: string, nth = 1): Promise<Mail> {
  return eventually(`mail ${template} about ${code}`, async () => {
    const found = (await mailsAbout(system, code)).filter((mail) => templateOf(mail) === template);
    return found[nth - 1];
  });
}

/** The address behind a button of the mail, by the beginning of what is written on it. */
export function linkNamed(mail: Mail, label: string): string {
  const links = [...mail.html.matchAll(/<a href="([^"]+)"[^>]*><strong>([^<]*)<\/strong>/gu)];
  const found = links.find(([, , text]) => text?.startsWith(label));
  if (found?.[1] === undefined) {
    throw new Error(`no "${label}" among ${links.map(([, , text]) => text).join(' | ')} in "${mail.subject}"`);
  }
  return found[1].replaceAll('&amp;', '&');
}

function versionOf(mail: Mail): number {
  return Number(noticeIdOf(mail).split('/')[1]);
}
