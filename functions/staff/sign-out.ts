import type { HttpReply, HttpRequest } from '../../shared/shell/http.ts';
import { sessionCookie, sessionKeyIn } from '../../shared/shell/session.ts';
import { isSecure, type SignInPorts } from './sign-in-ports.ts';

/** Ends the session on the server: a copied cookie is worth nothing afterwards. */
export async function signOut(
  ports: Pick<SignInPorts, 'sessions' | 'publicBaseUrl'>,
  { cookies }: HttpRequest,
): Promise<HttpReply> {
  const key = sessionKeyIn(cookies);
  if (key !== undefined) await ports.sessions.revoke(key);
  const cleared = sessionCookie('', isSecure(ports.publicBaseUrl));
  return { kind: 'redirect', status: 303, location: '/staff/sign-in', cookies: [cleared] };
}
