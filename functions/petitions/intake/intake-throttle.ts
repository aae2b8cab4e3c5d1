/** How much one sender may report: a flood is answered with when to come back, never with silence. */
import { createHash } from 'node:crypto';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { problem, type HttpReply } from '../../../shared/shell/http.ts';
import type { ReportPorts } from '../report-ports.ts';

/** Many phones share one address (a mobile network, a ward's counter). */
const FROM_AN_ADDRESS = { limit: 60, windowSeconds: 60 * 60 };
const A_DAY = 24 * 60 * 60;

/** @param phoneHash keyed: the number itself is in no throttle. */
export async function throttledIntake(
  { throttle }: Pick<ReportPorts, 'throttle'>,
  { sourceIp, phoneHash }: { readonly sourceIp: string; readonly phoneHash: string },
  { hotline }: Pick<Catalogue, 'hotline'>,
): Promise<HttpReply | undefined> {
  const address = createHash('sha256').update(sourceIp).digest('base64url');
  const perPhone = { limit: hotline.flood.reportsPerDay, windowSeconds: A_DAY };
  for (const [key, rule] of [
    [`report-ip#${address}`, FROM_AN_ADDRESS],
    [`report-phone#${phoneHash}`, perPhone],
  ] as const) {
    const hit = await throttle.hit(key, rule);
    if (!hit.allowed) return problem({ kind: 'throttled', retryAfterSeconds: hit.retryAfterSeconds });
  }
  return undefined;
}
