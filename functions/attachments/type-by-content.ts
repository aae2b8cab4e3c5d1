import { ATTACHMENT_TYPES } from '../../shared/contracts/http/attachments.ts';

/** @returns one of the allowed types, or undefined. The library is loaded when the first file is checked: no other route pays for it. */
export async function typeByContent(bytes: Uint8Array): Promise<(typeof ATTACHMENT_TYPES)[number] | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  return ATTACHMENT_TYPES.find((type) => type === mime);
}
