/** A case in a few rows for the person who acts, without a citizen's name. */
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { areaVersion, procedureVersion, unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import type { Dossier, DossierStatus } from '../../shared/domain/dossier/state.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import { longDateTime } from '../../shared/shell/format.ts';

export type Essentials = readonly (readonly [label: string, value: string])[];

const statusWords: Readonly<Record<DossierStatus, string>> = {
  'with-clerk': 'Nhân viên bưu chính đang giữ, chờ bàn giao',
  'sent-back-to-clerk': 'Trả lại nhân viên bưu chính để chỉnh sửa',
  submitted: 'Chờ bộ phận một cửa kiểm tra',
  'supplement-requested': 'Chờ người nộp bổ sung',
  paused: 'Tạm dừng tính thời hạn',
  received: 'Đã tiếp nhận, chờ chuyển',
  processing: 'Đang giải quyết',
  decided: 'Đã có quyết định',
  'result-at-counter': 'Kết quả ở quầy, chờ trả',
  'result-with-post': 'Bưu chính đang chuyển kết quả',
  'result-undelivered': 'Không phát được kết quả',
  returned: 'Đã trả kết quả',
  refused: 'Không tiếp nhận',
  withdrawn: 'Đã rút',
  stopped: 'Dừng giải quyết',
};

export function essentialsOf(state: Dossier, catalogue: Catalogue): Essentials {
  const filedOn = localDateOf(state.filedAt);
  const { code, version } = state.procedure;
  const procedure = procedureVersion(catalogue, code, version);
  const area = areaVersion(catalogue, { code: state.area, validFrom: state.areaVersion }, filedOn);
  return [
    [state.dossierCode === undefined ? 'Mã tra cứu' : 'Mã hồ sơ', state.dossierCode ?? state.caseId],
    ['Thủ tục', procedure?.name ?? code],
    ['Địa bàn', area?.name ?? state.area],
    ['Trạng thái', statusWords[state.status]],
    ...openSteps(state, catalogue),
    ...(state.clock ? [['Hẹn trả kết quả', longDateTime(state.clock.dueAt)] as const] : []),
    ...(state.status === 'submitted' ? [['Kiểm tra trước', longDateTime(state.check.dueAt)] as const] : []),
    ...(state.status === 'supplement-requested' ? [['Chờ bổ sung đến', longDateTime(state.wait.dueAt)] as const] : []),
    ...pausing(state, catalogue),
    ...(state.preparedApology
      ? [['Chờ lãnh đạo xác nhận', `hẹn lại thêm ${state.preparedApology.workingDays} ngày làm việc`] as const]
      : []),
  ];
}

function pausing(state: Dossier, catalogue: Catalogue): Essentials {
  if (state.status !== 'paused') return [];
  const reason = catalogue.pauseReasons.find(({ id }) => id === state.reason);
  return [
    ['Lý do tạm dừng', `${reason?.name ?? state.reason}: ${state.note}`],
    ['Xem lại lý do trước', longDateTime(state.review.dueAt)],
  ];
}

function openSteps(state: Dossier, catalogue: Catalogue): Essentials {
  if (state.status !== 'processing') return [];
  const { code, version } = state.procedure;
  const steps = procedureVersion(catalogue, code, version)?.stages.flat() ?? [];
  return state.work.steps
    .filter((step) => step.status !== 'done')
    .map((step) => {
      const name = steps.find(({ id }) => id === step.stepId)?.name ?? step.stepId;
      const day = localDateOf(step.openedAt);
      const unit = unitOn(catalogue, step.unitId, day)?.name ?? step.unitId;
      const officer = step.officerId === undefined ? undefined : staffOn(catalogue, step.officerId, day)?.name;
      return [
        `Bước: ${name}`,
        `${unit}, ${officer ?? 'chờ phân công'}; hạn ${longDateTime(step.clock.dueAt)}`,
      ] as const;
    });
}
