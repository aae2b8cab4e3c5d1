import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createHash } from 'node:crypto';
import type { Documents, UploadForm } from '../ports/outside.ts';

/** A form is used at once; who is slower asks for another. Seconds. */
const FORM_LIFE = 15 * 60;
/** A link is followed at once. Seconds. */
const LINK_LIFE = 5 * 60;

const incomingKey = (uploadId: string) => `incoming/${uploadId}`;
/** No upload id has a dot: the form, which is good for exactly one key, cannot write here. */
const seenKey = (uploadId: string) => `${incomingKey(uploadId)}.seen`;
const filedKey = (file: { readonly trackingCode: string; readonly sha256: string }) =>
  `dossiers/${file.trackingCode}/${file.sha256}`;

export class S3Documents implements Documents {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async uploadForm(upload: Parameters<Documents['uploadForm']>[0]): Promise<UploadForm> {
    const { uploadId, contentType, maxBytes } = upload;
    const { url, fields } = await createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: incomingKey(uploadId),
      Fields: { 'Content-Type': contentType },
      Conditions: [
        ['eq', '$Content-Type', contentType],
        ['content-length-range', 1, maxBytes],
      ],
      Expires: FORM_LIFE,
    });
    return { url, fields };
  }

  async readIncoming(uploadId: string, maxBytes: number): ReturnType<Documents['readIncoming']> {
    try {
      const { Body: body } = await this.#client.send(
        new GetObjectCommand({
          Bucket: this.#bucket,
          Key: incomingKey(uploadId),
          // One byte more tells whether there is more.
          Range: `bytes=0-${String(maxBytes)}`,
        }),
      );
      const read = (await body?.transformToByteArray()) ?? new Uint8Array();
      return { bytes: read.subarray(0, maxBytes), tooLarge: read.length > maxBytes };
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.name === 'NoSuchKey' || error.$metadata.httpStatusCode === 404) return undefined;
      // An empty object has no first byte.
      if (error.$metadata.httpStatusCode === 416) return { bytes: new Uint8Array(), tooLarge: false };
      throw error;
    }
  }

  async putIncoming(uploadId: string, file: Parameters<Documents['putIncoming']>[1]): Promise<void> {
    const { bytes, contentType } = file;
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: seenKey(uploadId),
        Body: bytes,
        ContentType: contentType,
      }),
    );
  }

  /**
   * Read, checked and written rather than copied: what is filed under a hash must have it.
   * @throws when the file is gone or is another than the one that was checked.
   */
  async file(filing: Parameters<Documents['file']>[0]): Promise<void> {
    const { uploadId, sha256 } = filing;
    const target = { Bucket: this.#bucket, Key: filedKey(filing) };
    if (await this.#isThere(target)) return;
    const { Body: body, ContentType } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: seenKey(uploadId) }),
    );
    const bytes = (await body?.transformToByteArray()) ?? new Uint8Array();
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Error(`the upload ${uploadId} changed after it was checked`);
    }
    await this.#client.send(
      new PutObjectCommand({ ...target, Body: bytes, ...(ContentType !== undefined && { ContentType }) }),
    );
  }

  /**
   * Always as a download: nothing that somebody uploaded is shown under the bucket's address. Never from where it arrived: the upload form
   * lives on for some minutes, and what lies there may be another file than the one that was checked.
   */
  async downloadLink(file: Parameters<Documents['downloadLink']>[0]): ReturnType<Documents['downloadLink']> {
    const filed = { Bucket: this.#bucket, Key: filedKey(file) };
    if (!(await this.#isThere(filed))) return undefined;
    const command = new GetObjectCommand({
      ...filed,
      ResponseContentType: file.contentType,
      ResponseContentDisposition: attachmentNamed(file.fileName),
      ResponseCacheControl: 'private, no-store',
    });
    return getSignedUrl(this.#client, command, { expiresIn: LINK_LIFE });
  }

  async #isThere(object: { readonly Bucket: string; readonly Key: string }): Promise<boolean> {
    try {
      await this.#client.send(new HeadObjectCommand(object));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }
}

/** RFC 6266: an ASCII name for old programs and the true one beside it. */
export function attachmentNamed(fileName: string): string {
  const plain = fileName
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/[^\w .()-]/g, '')
    .trim();
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain === '' ? 'tep' : plain}"; filename*=UTF-8''${encoded}`;
}
