/** How the first line of one kind of mail is read: which commands there are, and how the details of each stand behind it. */
import type { FoundPhrase } from './find-phrase.ts';
import type { LineReading } from './line-reading.ts';
import type { Line } from './parts.ts';

export type Reader<Kind extends string, Command> = (
  parts: Line<Kind>,
  found: FoundPhrase<Kind>,
) => LineReading<Command>;

export interface Grammar<Kind extends string, Command> {
  readonly readers: Readonly<Record<Kind, Reader<Kind, Command>>>;
  /** Not what one asks for: said after "đề nghị" they are meant for somebody else. */
  readonly notAsked: ReadonlySet<Kind>;
  /** What stands behind their colon may ask something. */
  readonly mayAsk: ReadonlySet<Kind>;
  /** True where the words only look like this command. */
  isDoubtful?(parts: Line<Kind>, found: FoundPhrase<Kind>): boolean;
}
