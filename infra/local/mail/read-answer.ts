import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { bare, type Answer } from './answer-mail.ts';
import type { ReadMail } from './read-mail.ts';

/** What the form under a mail sends: from which of its recipients, the text, the files. @returns undefined when it says nothing. */
export async function readAnswer(request: IncomingMessage, mail: ReadMail): Promise<Answer | undefined> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- discouraged for servers on the internet; this one is on loopback
  const form = await new Response(new Uint8Array(await buffer(request)), { headers }).formData().catch(() => undefined);
  if (form === undefined) return undefined;
  const text = form.get('text');
  const [first = ''] = mail.to;
  const from = form.get('from');
  const files = await Promise.all(
    form
      .getAll('file')
      .filter((file) => typeof file !== 'string' && file.size > 0)
      .map(async (file) => {
        const given = file as File;
        return { name: given.name, type: given.type, content: Buffer.from(await given.arrayBuffer()) };
      }),
  );
  if (typeof text !== 'string' || (text.trim() === '' && files.length === 0)) return undefined;
  return { from: bare(typeof from === 'string' && from !== '' ? from : first), text, files };
}
