import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

/** The local bucket takes no request over 11 MiB; parts of an upload are at least 5 MiB. Bytes. */
const PART = 8 * 1024 * 1024;

/** One object of any size. */
export async function putWhole(
  s3: S3Client,
  object: { readonly Bucket: string; readonly Key: string },
  bytes: Buffer,
): Promise<void> {
  if (bytes.length <= PART) {
    await s3.send(new PutObjectCommand({ ...object, Body: bytes }));
    return;
  }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));
  const Parts: { readonly ETag: string | undefined; readonly PartNumber: number }[] = [];
  for (let start = 0; start < bytes.length; start += PART) {
    const PartNumber = Parts.length + 1;
    const Body = bytes.subarray(start, start + PART);
    const { ETag } = await s3.send(new UploadPartCommand({ ...object, UploadId, PartNumber, Body }));
    Parts.push({ ETag, PartNumber });
  }
  await s3.send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts } }));
}
