/** The corpus of mails: each `.eml` has a `.json` beside it with what must be read from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseMail } from '../../../functions/mail/reading/parse-mail.ts';
import type { ParsedMail } from '../../../functions/mail/reading/parsed-mail.ts';
import { newTextOf, type TextRules } from '../../../functions/mail/new-text/new-text.ts';

const folder = new URL('files/', import.meta.url);

export interface Expected {
  /** What the mail is an example of. */
  readonly about: string;
  /** What was written now. */
  readonly text: string;
  readonly quoted: boolean;
  readonly subject: string;
  readonly from: readonly string[];
  readonly attachments: readonly {
    readonly fileName: string;
    readonly contentType: string;
    /** Bytes. */
    readonly size: number;
    readonly inline: boolean;
  }[];
  /** Where the file is about them. */
  readonly recipients?: readonly string[];
  readonly displayName?: string;
  /** Content types. */
  readonly reports?: readonly string[];
}

export interface CorpusMail {
  readonly name: string;
  readonly raw: Uint8Array;
  readonly expected: Expected;
}

/**
 * Mails that are not read as a person would read them, and why that is right. An answer between or below lines that carry no marks cannot be told from
 * them: nothing is taken for new, and the officer is asked.
 */
export const KNOWN_MISSES: Readonly<Record<string, string>> = {
  'outlook-vi-bottom': 'below a quote without marks',
  'outlook-vi-inline': 'between lines of a quote without marks',
  'yahoo-vi-bottom': 'below a quote without marks',
};

export function readCorpus(): readonly CorpusMail[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((file) => ({
      name: file.slice(0, -'.eml'.length),
      raw: readFileSync(new URL(file, folder)),
      expected: JSON.parse(readFileSync(new URL(file.replace('.eml', '.json'), folder), 'utf8')) as Expected,
    }));
}

/** The same facts, as we read them. */
export async function readAs({ raw, expected }: CorpusMail, rules?: TextRules): Promise<Expected> {
  return factsOf(await parseMail(raw), expected, rules);
}

export function factsOf(mail: ParsedMail, expected: Expected, rules?: TextRules): Expected {
  return {
    about: expected.about,
    ...newTextOf(mail, rules),
    subject: mail.subject,
    from: mail.from,
    attachments: mail.attachments.map(({ fileName, contentType, content, inline }) => ({
      fileName,
      contentType,
      size: content.length,
      inline,
    })),
    ...(expected.recipients === undefined ? {} : { recipients: mail.recipients }),
    ...(expected.displayName === undefined ? {} : { displayName: mail.displayName ?? '' }),
    ...(expected.reports === undefined ? {} : { reports: mail.reports.map(({ contentType }) => contentType) }),
  };
}
