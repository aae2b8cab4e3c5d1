/** The link of the mail: GET shows who would sign in and changes nothing, POST uses the request up and opens a session. */
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import { useSignIn } from '../../shared/domain/staff/sign-in.ts';
import { addMinutes, localDateOf, type Instant } from '../../shared/domain/time.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { SESSION_HOURS, sessionCookie, sessionKey, staffActorOn, tokenHash } from '../../shared/shell/session.ts';
import { browserOf } from './request-sign-in.ts';
import { confirmSignInPage, signInFailedPage, type SignInFailure } from './sign-in-pages.ts';
import { isSecure, signInDecider, signInEntityId, type SignInPorts } from './sign-in-ports.ts';
import { readSignInLink } from './read-links.ts';
import type { SignInToken } from './sign-in-token.ts';

export async function showSignInLink(ports: SignInPorts, request: HttpRequest): Promise<HttpReply> {
  const token = request.params['token'] ?? '';
  const now = ports.clock.now();
  const read = readSignInLink(await ports.secrets.signingKeys(), token, now);
  if (read.kind !== 'valid') return failed(read.kind === 'expired' ? 'expired' : 'unknown');
  const catalogue = await ports.catalogue.load();
  const person = describe(catalogue, read.claims, now);
  return person === undefined
    ? failed('unknown')
    : { kind: 'html', status: 200, html: confirmSignInPage({ token, ...person }) };
}

export async function useSignInLink(ports: SignInPorts, request: HttpRequest): Promise<HttpReply> {
  const now = ports.clock.now();
  const read = readSignInLink(await ports.secrets.signingKeys(), request.params['token'] ?? '', now);
  if (read.kind !== 'valid') return failed(read.kind === 'expired' ? 'expired' : 'unknown');
  const { signInId, staffId } = read.claims;
  const actor = staffActorOn(await ports.catalogue.load(), { staffId, via: 'link' }, now);
  if (actor === undefined) return failed('unknown');

  const browser = browserOf(request.cookies, isSecure(ports.publicBaseUrl));
  const browserHash = browser === undefined ? undefined : tokenHash(browser);
  const outcome = await executeCommand({
    store: ports.signIns,
    decider: signInDecider,
    entityId: signInEntityId(signInId),
    actor,
    at: now,
    decide: (signIn) => useSignIn(signIn, { staffId, browserHash }, now),
  });
  if (outcome.kind === 'done') return openSession(ports, staffId, now);
  if (outcome.kind === 'refused') return failed(failureOf(outcome.refusal.rule));
  return outcome.kind === 'not-found' ? failed('expired') : problem({ kind: 'busy' });
}

async function openSession(ports: SignInPorts, staffId: string, now: Instant): Promise<HttpReply> {
  const token = Buffer.from(ports.randomness.bytes(32)).toString('base64url');
  const secure = isSecure(ports.publicBaseUrl);
  const expiresAt = addMinutes(now, SESSION_HOURS * 60);
  await ports.sessions.create(sessionKey(token, secure), { staffId, expiresAt });
  const cookies = [sessionCookie(token, secure)];
  return { kind: 'redirect', status: 303, location: '/staff', cookies };
}

function describe(
  catalogue: Catalogue,
  { staffId }: SignInToken,
  now: Instant,
): { readonly name: string; readonly unit: string } | undefined {
  const today = localDateOf(now);
  const person = staffOn(catalogue, staffId, today);
  return person && { name: person.name, unit: unitOn(catalogue, person.unit, today)?.name ?? person.unit };
}

function failureOf(rule: string): SignInFailure {
  if (rule === 'sign-in-used') return 'used';
  return rule === 'sign-in-other-browser' ? 'other-browser' : 'expired';
}

function failed(failure: SignInFailure): HttpReply {
  return { kind: 'html', status: 403, html: signInFailedPage(failure) };
}
