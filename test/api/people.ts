/** The people of the shipped province that the tests speak of: one ward after the reform, and another. */
export const WARD = 'thu-dau-mot-2025-mot-cua';
export const OTHER_WARD = 'phu-loi-2025-mot-cua';
export const OFFICIAL = 'nv-thu-dau-mot-2025-mot-cua-1';
export const OTHER_OFFICIAL = 'nv-phu-loi-2025-mot-cua-1';
export const CLERK = 'nv-thu-dau-mot-2025-buu-dien-1';
export const OTHER_CLERK = 'nv-phu-loi-2025-buu-dien-1';
/** Of the civil-affairs office, which examines. */
export const OFFICER = 'nv-thu-dau-mot-2025-van-phong-can-bo-1';
export const COLLEAGUE = 'nv-thu-dau-mot-2025-van-phong-can-bo-2';
export const OFFICE_HEAD = 'nv-thu-dau-mot-2025-van-phong-lanh-dao';
/** Chairman of the ward, who signs. */
export const HEAD = 'nv-thu-dau-mot-2025-lanh-dao';
export const OTHER_OFFICER = 'nv-phu-loi-2025-van-phong-can-bo-1';
export const SUPERVISOR = 'nv-hcm-kiem-soat-tthc';
