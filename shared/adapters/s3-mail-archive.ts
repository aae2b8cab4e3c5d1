import { GetObjectCommand, PutObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { MailArchive, MailReading } from '../ports/outside.ts';

const readingKey = (mailId: string) => `read/${mailId}.json`;

/** The bucket of incoming mail: SES writes `arrived/`, we write `read/`. */
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

  async keepReading(mailId: string, reading: MailReading): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: readingKey(mailId),
        Body: JSON.stringify(reading),
        ContentType: 'application/json',
      }),
    );
  }

  async reading(mailId: string): Promise<MailReading | undefined> {
    const bytes = await this.#get(readingKey(mailId));
    return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as MailReading);
  }

  async #get(key: string, range?: string): Promise<Uint8Array | undefined> {
    try {
      const { Body: body } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: key, ...(range !== undefined && { Range: range }) }),
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
