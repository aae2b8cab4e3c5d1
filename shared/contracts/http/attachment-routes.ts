/** Routes of attachments: a form to upload with, the check of what arrived, and the way to a file that a case holds. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { AttachmentForm, CheckedAttachment, NewAttachment } from './attachments.ts';
import { uploadExample } from './dossier-examples.ts';

const api = { function: 'attachments-api' } as const;

export const attachmentRoutes = [
  {
    ...api,
    operationId: 'createAttachment',
    method: 'POST',
    path: '/attachments',
    access: 'public',
    summary: {
      vi: 'Xin biểu mẫu tải lên một tệp đính kèm (tối đa 10 MB: PDF, JPEG, PNG, TIFF, DOCX)',
      en: 'Ask for a form to upload one attachment (10 MB at most: PDF, JPEG, PNG, TIFF, DOCX)',
    },
    request: {
      body: NewAttachment,
      media: 'json',
      example: { fileName: uploadExample.fileName, contentType: uploadExample.contentType },
    },
    response: { status: 201, media: 'json', body: AttachmentForm },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'completeAttachment',
    method: 'POST',
    path: '/attachments/{uploadId}/complete',
    access: 'public',
    summary: { vi: 'Kiểm tra tệp vừa tải lên', en: 'Check the uploaded file by its content; may be repeated' },
    request: { body: z.strictObject({}), media: 'json', example: {} },
    response: { status: 200, media: 'json', body: CheckedAttachment },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'downloadAttachment',
    method: 'GET',
    path: '/dossiers/{code}/attachments/{uploadId}',
    access: 'anyone',
    operation: 'view-attachment',
    summary: {
      vi: 'Tải một tệp của hồ sơ: người có đường dẫn riêng hoặc người đang xử lý hồ sơ',
      en: 'Download a file of a dossier: with the secret link, or for staff who work on it. Leads to an address that lasts five minutes',
    },
    /** The token of the secret link, for whom sends no `Authorization`: a browser that follows the address. */
    query: z.strictObject({ k: z.exactOptional(z.string().check(z.maxLength(200))) }),
    response: { status: 303, media: 'redirect' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'downloadReportFile',
    method: 'GET',
    path: '/reports/{code}/attachments/{uploadId}',
    access: 'anyone',
    operation: 'view-report',
    summary: {
      vi: 'Tải một tệp của phản ánh: người có đường dẫn riêng hoặc người đang xử lý phản ánh',
      en: 'Download a file of a report: with the secret link, or for staff who work on it',
    },
    query: z.strictObject({ k: z.exactOptional(z.string().check(z.maxLength(200))) }),
    response: { status: 303, media: 'redirect' },
    idempotency: 'none',
  },
] as const satisfies readonly RouteContract[];
