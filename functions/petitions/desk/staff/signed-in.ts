import type { StaffActor } from '../../../../shared/domain/actor.ts';
import { staffOn } from '../../../../shared/domain/catalogue/people.ts';
import { localDateOf } from '../../../../shared/domain/time.ts';
import type { HttpReply } from '../../../../shared/shell/http.ts';
import type { StaffCaller } from '../../report-access.ts';
import type { ReportPorts } from '../../report-ports.ts';

export interface SignedIn extends StaffCaller {
  readonly kind: 'signed-in';
  readonly name: string;
}

/** Pages send a visitor to sign in instead of telling a status. */
export async function signedIn(
  { catalogue: source, clock }: Pick<ReportPorts, 'catalogue' | 'clock'>,
  { actor }: { readonly actor?: StaffActor },
): Promise<SignedIn | Extract<HttpReply, { kind: 'redirect' }>> {
  if (actor === undefined) return { kind: 'redirect', status: 303, location: '/staff/sign-in' };
  const [catalogue, now] = [await source.load(), clock.now()];
  const name = staffOn(catalogue, actor.staffId, localDateOf(now))?.name ?? actor.staffId;
  return { kind: 'signed-in', actor, catalogue, now, name };
}
