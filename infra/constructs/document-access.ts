import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { acknowledge } from './acknowledge.ts';
import type { CapabilityFunction } from './capability-function.ts';

type AnyFunction = CapabilityFunction<FunctionName>;

const incoming = 'incoming/*';
const filed = 'dossiers/*';

/** Hands out upload forms and download links, and looks at what arrived. A presigned link can do no more than its signer. */
export function allowHandingOutFiles(user: AnyFunction, data: DataStack): void {
  user.allow(['s3:PutObject'], [objects(data, incoming)]);
  allowReading(user, data);
}

/** Puts a file where uploads arrive: what a mail brought. */
export function allowBringingFiles(user: AnyFunction, data: DataStack): void {
  user.allow(['s3:PutObject'], [objects(data, incoming)]);
  acknowledgeFolder(user, data, incoming);
}

/** Copies a file into the folder of the case that took it. */
export function allowFilingOfFiles(user: AnyFunction, data: DataStack): void {
  user.allow(['s3:PutObject'], [objects(data, filed)]);
  allowReading(user, data);
}

/** Until it is filed, a file of a case lies where it arrived. */
function allowReading(user: AnyFunction, data: DataStack): void {
  user.allow(['s3:GetObject'], [objects(data, incoming), objects(data, filed)]);
  // Without it S3 answers 403 for an object that is not there, and a missing upload looks like a fault.
  user.allow(['s3:ListBucket'], [data.documentsArn]);
  for (const folder of [incoming, filed]) acknowledgeFolder(user, data, folder);
}

function acknowledgeFolder(user: AnyFunction, data: DataStack, folder: string): void {
  acknowledge(user, {
    [`AwsSolutions-IAM5[Resource::${data.documentsArnExport}/${folder}]`]:
      'Objects are named by upload id or hash at run time; the statement is bound to one folder of one bucket.',
  });
}

function objects(data: DataStack, folder: string): string {
  return `${data.documentsArn}/${folder}`;
}
