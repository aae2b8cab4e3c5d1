/**
 * Which report a dossier comes of. The hotline's operator got the token with the prefilled intake; without it anybody could put a dossier to
 * anybody's report.
 */
import * as z from 'zod/mini';
import type { FileDossier } from '../../shared/domain/dossier/commands.ts';
import type { Refusal } from '../../shared/domain/decision.ts';
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { readToken, signToken } from '../../shared/shell/signed-token.ts';

const PURPOSE = 'dossier-of-report';
/** Papers are gathered in weeks. Minutes. */
const LIFE_MINUTES = 60 * 24 * 60;

export function reportToken(keys: SigningKeys, reportId: string, now: Instant): string {
  return signToken(keys, { purpose: PURPOSE, claims: reportId, expiresAt: addMinutes(now, LIFE_MINUTES) });
}

export function reportOfToken(
  keys: SigningKeys,
  token: string | undefined,
  now: Instant,
):
  | { readonly kind: 'read'; readonly link: Pick<FileDossier, 'fromReport'> }
  | { readonly kind: 'refused'; readonly refusal: Refusal } {
  if (token === undefined) return { kind: 'read', link: {} };
  const read = readToken(keys, token, { purpose: PURPOSE, now });
  const claims = z.string().safeParse(read.kind === 'valid' ? read.claims : undefined);
  if (claims.success) return { kind: 'read', link: { fromReport: claims.data } };
  return { kind: 'refused', refusal: { rule: 'report-token-invalid', sort: 'invalid', pointer: '/fromReport' } };
}
