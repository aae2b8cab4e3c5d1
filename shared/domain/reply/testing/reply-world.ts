/** The dossier's small world with Vietnamese names: what an officer writes is found by them. */
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { ALWAYS, testStaff } from '../../catalogue/testing/small-catalogue.ts';
import { given, histories, type Act as History, type Scenario } from '../../dossier/testing/scenario.ts';
import { at, CATALOGUE, staff } from '../../dossier/testing/world.ts';
import type { Instant } from '../../time.ts';
import { readReply } from '../read-reply.ts';
import { resolveReply, type ReplyAbout } from '../resolve-reply.ts';
import type { ResolvedReply } from '../resolved-reply.ts';

const UNITS: Readonly<Record<string, string>> = {
  'ward-25744': 'Ủy ban nhân dân phường Phú Lợi',
  'old-ward-25750': 'Ủy ban nhân dân phường Phú Hòa',
  'justice-718': 'Phòng Tư pháp thành phố Thủ Dầu Một',
  'justice-department': 'Sở Tư pháp',
};
const PEOPLE: Readonly<Record<string, string>> = {
  officer: 'Phan Xuân Sơn',
  colleague: 'Trần Thị Hạnh',
  head: 'Lê Minh Hành',
};
const PAPERS: Readonly<Record<string, string>> = {
  form: 'Tờ khai theo mẫu',
  'id-copy': 'Bản sao chứng thực giấy tờ tùy thân của người yêu cầu (CMND/CCCD/hộ chiếu)',
  extra: 'Giấy tờ chứng minh nơi cư trú',
};

export const NAMED: Catalogue = {
  ...CATALOGUE,
  units: CATALOGUE.units.map((unit) => ({ ...unit, name: UNITS[unit.id] ?? unit.name })),
  staff: [
    ...CATALOGUE.staff.map((person) => ({ ...person, name: PEOPLE[person.id] ?? person.name })),
    testStaff({ id: 'phu-hoa', unit: 'old-ward-25750', roles: ['officer'], ...ALWAYS }),
  ],
  procedures: CATALOGUE.procedures.map((procedure) => ({
    ...procedure,
    documents: procedure.documents.map((line) => ({ ...line, name: PAPERS[line.id] ?? line.name })),
  })),
  pauseReasons: [
    ...CATALOGUE.pauseReasons,
    {
      id: 'money',
      name: 'Chờ người nộp thực hiện nghĩa vụ tài chính',
      nameEn: 'A financial obligation',
      waitsFor: 'applicant',
      reviewDays: 30,
      portalStatus: 6,
      source: 'test',
      ...ALWAYS,
    },
  ],
  reminders: {
    ...CATALOGUE.reminders,
    apology: { workingDays: 2, reason: 'Chậm', text: 'Xin lỗi ông bà.' },
  },
};

export function caseAfter(history: readonly History[]): Scenario {
  return given(history, NAMED);
}

export const examined = () => caseAfter(histories.processing);
export const atTheHead = () => caseAfter(histories.lastStage);

/** What a reply of somebody to a mail about this case means. By default half an hour after its step was assigned. */
export function replied(
  text: string,
  about: {
    readonly by: string;
    readonly to: Scenario;
    readonly when?: Instant;
  } & Partial<Pick<ReplyAbout, 'offered' | 'place'>>,
): ResolvedReply {
  const { by, to, when = at('04 09:40'), offered, place } = about;
  const context = { now: when, actor: { ...staff(by), via: 'mail' as const }, catalogue: NAMED };
  return resolveReply(readReply(text), { state: to.state, context, offered, ...(place && { place }) });
}
