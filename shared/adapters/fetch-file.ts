import type { FileFetch } from '../ports/providers.ts';

/** The runtime's own fetch, without a key of ours and without following anybody elsewhere. */
export const fetchFile: FileFetch = async (url, { maxBytes, timeoutMilliseconds }) => {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMilliseconds) });
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'unavailable' };
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += (chunk as Uint8Array).length;
      // Leaving the loop closes the connection.
      if (bytes > maxBytes) return { kind: 'too-large' };
      chunks.push(chunk as Uint8Array);
    }
    return { kind: 'file', bytes: new Uint8Array(Buffer.concat(chunks)) };
  } catch {
    return { kind: 'unavailable' };
  }
};
