import type { Report } from './state.ts';

export interface ReportProgress {
  readonly percent: number;
  readonly statusVi: string;
  readonly statusEn: string;
}

/**
 * All that the bare code shows (Circular 01/2018/TT-VPCP art. 16 in spirit). What units do among themselves, an answer that goes back included,
 * is one degree: it never goes down but when the reporter reopens.
 */
export function progressOfReport({ status }: Report): ReportProgress {
  switch (status) {
    case 'new':
      return { percent: 10, statusVi: 'Đã tiếp nhận, đang phân loại', statusEn: 'Received, being sorted' };
    case 'needs-info':
      return { percent: 10, statusVi: 'Chờ người phản ánh bổ sung', statusEn: 'Waits for the reporter' };
    case 'assigned':
    case 'consolidating':
    case 'in-review':
      return { percent: 50, statusVi: 'Đang xử lý', statusEn: 'Being dealt with' };
    case 'closed':
      return { percent: 100, statusVi: 'Đã trả lời', statusEn: 'Answered' };
    case 'rejected':
      return { percent: 100, statusVi: 'Không tiếp nhận, có nêu lý do', statusEn: 'Not accepted, with the reason' };
    case 'redirected':
      return { percent: 100, statusVi: 'Đã hướng dẫn thủ tục khác', statusEn: 'Pointed to another procedure' };
    case 'merged':
      return {
        percent: 50,
        statusVi: 'Đã gộp vào phản ánh khác cùng nội dung',
        statusEn: 'Joined with another report of the same thing',
      };
    case 'withdrawn':
      return { percent: 100, statusVi: 'Người phản ánh đã rút', statusEn: 'Withdrawn by the reporter' };
    default:
      return status satisfies never;
  }
}
