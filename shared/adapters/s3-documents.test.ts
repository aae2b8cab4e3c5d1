import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attachmentNamed, S3Documents } from './s3-documents.ts';

type Body = NonNullable<Awaited<ReturnType<S3Client['send']>>>;
const client = () =>
  new S3Client({ region: 'ap-southeast-1', credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' } });
const body = (bytes: Uint8Array) =>
  ({ Body: { transformToByteArray: () => Promise.resolve(bytes) }, ContentType: 'application/pdf' }) as unknown as Body;
const bytes = new TextEncoder().encode('%PDF-1.7 đơn');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const filing = { uploadId: 'u1', trackingCode: '0123456789', sha256 };
const gone = new NotFound({ message: '', $metadata: { httpStatusCode: 404 } });

function make() {
  const mock = mockClient(S3Client);
  return { mock, documents: new S3Documents(client(), 'documents') };
}

describe('an upload form', () => {
  it('is good for one key, one type and a size, for a quarter of an hour', async () => {
    const { url, fields } = await new S3Documents(client(), 'documents').uploadForm({
      uploadId: 'u1',
      contentType: 'application/pdf',
      maxBytes: 100,
    });
    expect(new URL(url).host).toBe('documents.s3.ap-southeast-1.amazonaws.com');
    expect(fields).toMatchObject({ key: 'incoming/u1', 'Content-Type': 'application/pdf', bucket: 'documents' });
    const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as {
      expiration: string;
      conditions: unknown[];
    };
    expect(policy.conditions).toContainEqual(['eq', '$Content-Type', 'application/pdf']);
    expect(policy.conditions).toContainEqual(['content-length-range', 1, 100]);
    expect(policy.conditions).toContainEqual({ key: 'incoming/u1' });
    const signedAt = fields['X-Amz-Date'] ?? '';
    const instant = signedAt.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z');
    expect(Math.round((Date.parse(policy.expiration) - Date.parse(instant)) / 60_000)).toBe(15);
  });
});

describe('what was uploaded', () => {
  it('is read up to the limit and one byte more', async () => {
    const { mock, documents } = make();
    mock.on(GetObjectCommand).resolves(body(bytes));
    expect(await documents.readIncoming('u1', 5)).toEqual({ bytes: bytes.slice(0, 5), tooLarge: true });
    expect(await documents.readIncoming('u1', bytes.length)).toEqual({ bytes, tooLarge: false });
    expect(mock.commandCalls(GetObjectCommand)[0]?.args[0].input).toEqual({
      Bucket: 'documents',
      Key: 'incoming/u1',
      Range: 'bytes=0-5',
    });
  });

  it('may not be there, or be empty; a fault is neither', async () => {
    const { mock, documents } = make();
    const status = (httpStatusCode: number) =>
      new S3ServiceException({ name: 'x', message: '', $fault: 'client', $metadata: { httpStatusCode } });
    mock
      .on(GetObjectCommand)
      .rejectsOnce(new NoSuchKey({ message: '', $metadata: { httpStatusCode: 404 } }))
      .rejectsOnce(status(416))
      .rejects(status(500));
    expect(await documents.readIncoming('u1', 5)).toBeUndefined();
    expect(await documents.readIncoming('u1', 5)).toEqual({ bytes: new Uint8Array(), tooLarge: false });
    await expect(documents.readIncoming('u1', 5)).rejects.toThrow();
  });

  it('is filed under its hash, once', async () => {
    const { mock, documents } = make();
    mock.on(HeadObjectCommand).rejectsOnce(gone).resolves({});
    mock.on(GetObjectCommand).resolves(body(bytes));
    mock.on(PutObjectCommand).resolves({});
    await documents.file(filing);
    await documents.file(filing);
    expect(mock.commandCalls(PutObjectCommand).map(({ args: [command] }) => command.input)).toEqual([
      { Bucket: 'documents', Key: `dossiers/0123456789/${sha256}`, Body: bytes, ContentType: 'application/pdf' },
    ]);
  });

  it('is filed as we saw it, whatever its form has put where it arrived since', async () => {
    const { mock, documents } = make();
    mock.on(HeadObjectCommand).rejects(gone);
    mock.on(GetObjectCommand).resolves(body(new TextEncoder().encode('another')));
    mock.on(PutObjectCommand).resolves({});
    await documents.putIncoming('u1', { bytes, contentType: 'application/pdf' });
    const Key = mock.commandCalls(PutObjectCommand)[0]?.args[0].input.Key ?? '';
    mock.on(GetObjectCommand, { Key }).resolves(body(bytes));
    await documents.file({ ...filing, uploadId: 'u1' });
    expect(Key).not.toBe('incoming/u1');
    expect(mock.commandCalls(PutObjectCommand)[1]?.args[0].input.Key).toBe(`dossiers/0123456789/${sha256}`);
  });

  it('is not filed when it is another file than the one that was checked', async () => {
    const { mock, documents } = make();
    mock.on(HeadObjectCommand).rejects(gone);
    mock.on(GetObjectCommand).resolves(body(new TextEncoder().encode('another')));
    await expect(documents.file(filing)).rejects.toThrow('changed after it was checked');
    expect(mock.commandCalls(PutObjectCommand)).toHaveLength(0);
  });
});

describe('a download link', () => {
  const file = { ...filing, fileName: 'Đơn đăng ký.pdf', contentType: 'application/pdf' };

  it('lasts five minutes and downloads under the name that the applicant gave', async () => {
    const { mock, documents } = make();
    mock.on(HeadObjectCommand).resolves({});
    const link = new URL((await documents.downloadLink(file)) ?? '');
    expect(link.pathname).toBe(`/dossiers/0123456789/${sha256}`);
    expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
    expect(link.searchParams.get('response-content-type')).toBe('application/pdf');
    expect(link.searchParams.get('response-content-disposition')).toBe(
      `attachment; filename="Don dang ky.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%C4%91%C4%83ng%20k%C3%BD.pdf`,
    );
  });

  it('is not given until the file is filed: where it arrived it could have been exchanged after the check', async () => {
    const { mock, documents } = make();
    mock.on(HeadObjectCommand).rejects(gone);
    expect(await documents.downloadLink(file)).toBeUndefined();
  });

  it('cannot be made to carry another header', () => {
    expect(attachmentNamed('a"\r\nX: y\u0000;.pdf')).toBe(
      `attachment; filename="aX y.pdf"; filename*=UTF-8''a%22%0D%0AX%3A%20y%00%3B.pdf`,
    );
    expect(attachmentNamed('漢字')).toContain('filename="tep"');
  });
});
