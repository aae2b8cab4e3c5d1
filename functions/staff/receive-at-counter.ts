/** The legal code of a dossier (mã hồ sơ, Circular 01/2018/TT-VPCP art. 19) for the act that receives it, from the counter's running numbers. */
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { asItStandsToday } from '../../shared/domain/dossier/transfer-competence.ts';
import type { Answered } from '../../shared/ports/entity-store.ts';
import type { HttpRequest } from '../../shared/shell/http.ts';
import { probeDossierCode, takeDossierCode } from '../dossiers/dossier-numbers.ts';
import type { ActionPorts, OpenedLink } from './open-link.ts';

/** For acts that give no number. */
const NO_CODE = '';

/**
 * A number is taken only for a dossier that the domain receives with a probe, and not again for a button that was pressed twice: what was
 * answered then is answered now.
 */
export async function codeFor(
  ports: Pick<ActionPorts, 'cases' | 'numbers'>,
  { link, state, context }: OpenedLink,
  idempotency: HttpRequest['idempotency'],
): Promise<{ readonly kind: 'code'; readonly dossierCode: string } | Answered> {
  if (link.action !== 'receive') return { kind: 'code', dossierCode: NO_CODE };
  const answered = idempotency && (await ports.cases.answered(idempotency));
  if (answered !== undefined) return answered;
  const { catalogue, now: at } = context;
  const place = { catalogue, counterId: asItStandsToday(state, context).counterId, at };
  const probe = probeDossierCode(place);
  const decision = decideDossier({ type: 'Receive', dossierCode: probe, forward: true }, state, context);
  return {
    kind: 'code',
    dossierCode: decision.kind === 'accepted' ? await takeDossierCode(ports.numbers, place) : probe,
  };
}
