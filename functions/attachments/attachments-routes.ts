/** Every route of the attachments' function with its handler. */
import { attachmentRoutes } from '../../shared/contracts/http/attachment-routes.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import type { RouteHandler } from '../../shared/shell/http.ts';
import type { AttachmentPorts } from './attachment-ports.ts';
import { downloadAttachment } from './download-attachment.ts';
import { downloadReportFile } from './download-report-file.ts';
import { completeAttachment, createAttachment } from './receive-attachment.ts';

type AttachmentOperation = (typeof attachmentRoutes)[number]['operationId'];

export function attachmentsApiRoutes(ports: AttachmentPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<AttachmentOperation, RouteHandler>> = {
    createAttachment: (request) => createAttachment(ports, request),
    completeAttachment: (request) => completeAttachment(ports, request),
    downloadAttachment: (request) => downloadAttachment(ports, request),
    downloadReportFile: (request) => downloadReportFile(ports, request),
  };
  return Object.fromEntries(
    attachmentRoutes.map((contract: RouteContract & { readonly operationId: AttachmentOperation }) => [
      contract.operationId,
      { contract, handle: handlers[contract.operationId] },
    ]),
  );
}
