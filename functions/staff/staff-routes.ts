/** The routes of staff-api and their handlers; which handler a route has is checked by its name when the function starts. */
import { staffRoutes } from '../../shared/contracts/http/staff.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import type { HttpReply, HttpRequest, RouteHandler } from '../../shared/shell/http.ts';
import { performAction, showAction } from './act-by-link.ts';
import type { ActionPorts } from './open-link.ts';
import { listWork, showMe, showWork, type WorkPorts } from './list-work.ts';
import { requestSignInLink } from './request-sign-in.ts';
import { signInPage } from './sign-in-pages.ts';
import type { SignInPorts } from './sign-in-ports.ts';
import { signOut } from './sign-out.ts';
import { showSignInLink, useSignInLink } from './use-sign-in.ts';

export type StaffPorts = SignInPorts & ActionPorts & WorkPorts;

type OperationId = (typeof staffRoutes)[number]['operationId'];

export function staffHttpRoutes(ports: StaffPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<OperationId, RouteHandler>> = {
    showSignIn: () => Promise.resolve<HttpReply>({ kind: 'html', status: 200, html: signInPage() }),
    requestSignIn: (request: HttpRequest<{ readonly email: string }>) => requestSignInLink(ports, request),
    showSignInLink: (request: HttpRequest) => showSignInLink(ports, request),
    useSignInLink: (request: HttpRequest) => useSignInLink(ports, request),
    signOut: (request: HttpRequest) => signOut(ports, request),
    showMe: (request: HttpRequest) => showMe(ports, request),
    listWork: (request: HttpRequest) => listWork(ports, request),
    showWork: (request: HttpRequest) => showWork(ports, request),
    showAction: (request: HttpRequest) => showAction(ports, request),
    performAction: (request: HttpRequest<Readonly<Record<string, string | readonly string[]>>>) =>
      performAction(ports, request),
  };
  return Object.fromEntries(
    staffRoutes.map((contract) => [contract.operationId, { contract, handle: handlers[contract.operationId] }]),
  );
}
