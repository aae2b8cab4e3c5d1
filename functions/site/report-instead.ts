/** One field of the front page takes every code: what is no dossier's may be a report's (phản ánh 1022), and is shown on its own page. */
import { parseTrackingCode } from '../../shared/domain/codes/tracking-code.ts';
import type { HttpReply, Problem } from '../../shared/shell/http.ts';
import type { SitePorts } from './site-ports.ts';

/** Undefined when the code names no report either: the problem stands. */
export async function reportInstead(
  { reports }: Pick<SitePorts, 'reports'>,
  code: string,
  wrong: Problem,
): Promise<HttpReply | undefined> {
  if (wrong.kind !== 'not-found') return undefined;
  const parsed = parseTrackingCode(code);
  if (parsed.kind !== 'tracking-code' || (await reports.load(`report#${parsed.code}`)) === undefined) return undefined;
  return { kind: 'redirect', status: 303, location: `/1022/${parsed.code}` };
}
