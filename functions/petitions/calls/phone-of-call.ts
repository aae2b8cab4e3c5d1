import { callIdOf } from '../../channels/phone/call-entity.ts';
import type { ReportPorts } from '../report-ports.ts';

/** Before our own id of a call: the report that an operator takes down when calling back. */
export const CALLED_BACK = 'goi-lai-';

/** The number as the exchange told it, so that nobody types it again; kept only for those who are to be called back. */
export async function phoneOfCall(
  { people }: Pick<ReportPorts, 'people'>,
  callId: string,
): Promise<string | undefined> {
  const id = callId.startsWith(CALLED_BACK) ? callId.slice(CALLED_BACK.length) : callIdOf(callId);
  const person = (await people.kept(`call#${id}`, 'PERSON')) as { readonly phone?: string } | undefined;
  return person?.phone;
}
