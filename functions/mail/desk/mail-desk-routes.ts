/** The routes of the desk and their handlers; which handler a route has is checked by its name when the function starts. */
import { mailDeskRoutes, type SortMailForm } from '../../../shared/contracts/http/mail-desk.ts';
import type { HttpRoute } from '../../../shared/shell/http-pipeline.ts';
import type { HttpRequest, RouteHandler } from '../../../shared/shell/http.ts';
import type { MailDeskPorts } from './mail-desk-ports.ts';
import { showHeldMail, sortHeldMail } from './sort-held-mail.ts';

type OperationId = (typeof mailDeskRoutes)[number]['operationId'];

export function mailDeskHttpRoutes(ports: MailDeskPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<OperationId, RouteHandler>> = {
    showHeldMail: (request: HttpRequest) => showHeldMail(ports, request),
    sortHeldMail: (request: HttpRequest<SortMailForm>) => sortHeldMail(ports, request),
  };
  return Object.fromEntries(
    mailDeskRoutes.map((contract) => [contract.operationId, { contract, handle: handlers[contract.operationId] }]),
  );
}
