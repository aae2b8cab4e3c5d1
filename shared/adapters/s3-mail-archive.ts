import { GetObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { MailArchive } from '../ports/outside.ts';

/** The bucket of incoming mail, as SES writes it. */
export class S3MailArchive implements MailArchive {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async read(key: string, maxBytes: number): ReturnType<MailArchive['read']> {
    // One byte more tells whether there is more.
    const bytes = await this.#get(key, `bytes=0-${String(maxBytes)}`);
    return bytes && { bytes: bytes.subarray(0, maxBytes), tooLarge: bytes.length > maxBytes };
  }

  async #get(key: string, range: string): Promise<Uint8Array | undefined> {
    try {
      const { Body: body } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: key, Range: range }),
      );
      return (await body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.name === 'NoSuchKey' || error.$metadata.httpStatusCode === 404) return undefined;
      // An empty object has no first byte.
      if (error.$metadata.httpStatusCode === 416) return new Uint8Array();
      throw error;
    }
  }
}
