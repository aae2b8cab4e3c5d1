import type { ReportPeople } from '../../shared/domain/report/people.ts';
import type { ReportPorts } from './report-ports.ts';

/** Who reported, as every commit of this system keeps them; undefined once they are erased after their time. */
export async function readPeople(
  { people }: Pick<ReportPorts, 'people'>,
  entityId: string,
): Promise<ReportPeople | undefined> {
  return (await people.kept(entityId, 'PERSON')) as ReportPeople | undefined;
}
