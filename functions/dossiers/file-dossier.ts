/** The two ways in through the API: online by the citizen, at a counter by staff. */
import type { CounterIntake, OnlineIntake } from '../../shared/contracts/http/dossier-intake.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import type { DossierPorts } from './dossier-ports.ts';
import { takeIn } from './take-in.ts';

export function fileOnline(ports: DossierPorts, request: HttpRequest<OnlineIntake>): Promise<HttpReply> {
  return takeIn(ports, { request, actor: { kind: 'citizen' }, channel: 'online', receive: false });
}

/** An official takes in at the counter; a postal clerk takes in for the post, and only an official receives on the merits. */
export function fileAtCounter(ports: DossierPorts, request: HttpRequest<CounterIntake>): Promise<HttpReply> {
  const { actor } = request;
  if (actor === undefined) return Promise.resolve(problem({ kind: 'unauthenticated' }));
  const counterId = request.params['unitId'] ?? '';
  const channel = actor.roles.includes('one-stop-official') ? 'counter' : 'post';
  const receive = request.body.decision === 'receive';
  if (receive && channel === 'post') {
    const reply = problem({
      kind: 'refused',
      refusal: {
        rule: 'clerk-cannot-receive',
        sort: 'forbidden',
        pointer: '/decision',
        article: '45/2016/QĐ-TTg Điều 16',
      },
    });
    return Promise.resolve(reply);
  }
  return takeIn(ports, { request, actor, channel, counterId, receive });
}
