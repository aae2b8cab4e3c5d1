/**
 * Asking for a sign-in link. The answer is the same for a registered mailbox and for any other, and so is the work done: an
 * entity is written either way, and only the stream finds out whether there is somebody to write to.
 */
import { createHash } from 'node:crypto';
import { requestSignIn, SIGN_IN_MINUTES } from '../../shared/domain/staff/sign-in.ts';
import { staffWithMailbox } from '../../shared/domain/catalogue/people.ts';
import { addMinutes, localDateOf } from '../../shared/domain/time.ts';
import { hostCookieName, serialiseCookie } from '../../shared/shell/cookies.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { tokenHash } from '../../shared/shell/session.ts';
import { signInRequestedPage } from './sign-in-pages.ts';
import { isSecure, signInDecider, signInEntityId, type SignInPorts } from './sign-in-ports.ts';

/** Binds the link to the browser that asked: a link read in somebody else's mailbox opens nothing elsewhere. */
const BROWSER_COOKIE = 'mot-cua-browser';

/**
 * Tries in a quarter of an hour: from one address on the network (an office behind one router), for one mailbox from one address, and for
 * one mailbox from everywhere. A stranger who asks for somebody else's mailbox uses up only his own five: the owner, elsewhere, still signs
 * in, and the mailbox gets no more mails than the last.
 */
const PER_NETWORK_ADDRESS = { limit: 60, windowSeconds: 15 * 60 };
const PER_MAILBOX_AND_ADDRESS = { limit: 5, windowSeconds: 15 * 60 };
const PER_MAILBOX = { limit: 30, windowSeconds: 15 * 60 };
/** A used or expired request is kept this long for looking into an incident. Minutes. */
const KEEP_MINUTES = 24 * 60;

export async function requestSignInLink(
  ports: SignInPorts,
  request: HttpRequest<{ readonly email: string }>,
): Promise<HttpReply> {
  const mailbox = request.body.email.normalize('NFC').toLowerCase();
  const blocked = await throttled(ports, { mailbox, sourceIp: request.sourceIp });
  if (blocked !== undefined) return problem({ kind: 'throttled', retryAfterSeconds: blocked });

  const now = ports.clock.now();
  const staff = staffWithMailbox(await ports.catalogue.load(), mailbox, localDateOf(now));
  const signInId = Buffer.from(ports.randomness.bytes(16)).toString('hex');
  const secure = isSecure(ports.publicBaseUrl);
  const browser = browserOf(request.cookies, secure) ?? Buffer.from(ports.randomness.bytes(32)).toString('base64url');
  const outcome = await executeCommand({
    store: ports.signIns,
    decider: signInDecider,
    entityId: signInEntityId(signInId),
    actor: { kind: 'citizen' },
    at: now,
    create: true,
    decide: () =>
      requestSignIn({ signInId, staffIds: staff.map(({ id }) => id), browserHash: tokenHash(browser) }, now),
    alongside: { expiresAt: addMinutes(now, KEEP_MINUTES) },
  });
  if (outcome.kind !== 'done') return problem({ kind: 'busy' });
  return {
    kind: 'html',
    status: 202,
    html: signInRequestedPage(),
    cookies: [
      serialiseCookie({
        name: hostCookieName(BROWSER_COOKIE, secure),
        value: browser,
        maxAgeSeconds: SIGN_IN_MINUTES * 60,
        secure,
        sameSite: 'Lax',
      }),
    ],
  };
}

/** The value that a browser which asked a moment ago still has: both links in its mailbox work. */
export function browserOf(cookies: Readonly<Record<string, string>>, secure: boolean): string | undefined {
  const value = cookies[hostCookieName(BROWSER_COOKIE, secure)];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** Mailboxes and addresses are hashed: the store of throttles names nobody. @returns seconds to wait. */
async function throttled(
  { throttle }: SignInPorts,
  who: { readonly mailbox: string; readonly sourceIp: string },
): Promise<number | undefined> {
  for (const [key, rule] of [
    [`sign-in:ip:${digest(who.sourceIp)}`, PER_NETWORK_ADDRESS],
    [`sign-in:pair:${digest(`${who.mailbox}\n${who.sourceIp}`)}`, PER_MAILBOX_AND_ADDRESS],
    [`sign-in:mailbox:${digest(who.mailbox)}`, PER_MAILBOX],
  ] as const) {
    const hit = await throttle.hit(key, rule);
    if (!hit.allowed) return hit.retryAfterSeconds;
  }
  return undefined;
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
