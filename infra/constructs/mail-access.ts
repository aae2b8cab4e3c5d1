import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { acknowledge } from './acknowledge.ts';
import type { CapabilityFunction } from './capability-function.ts';
import { ARRIVED } from './mail-archive.ts';

/** Reads raw messages. */
export function allowReadingMail(user: CapabilityFunction<FunctionName>, data: DataStack): void {
  user.allow(['s3:GetObject'], [`${data.mailArn}/${ARRIVED}*`]);
  // Without it S3 answers 403 for an object that is not there, and a missing mail looks like a fault.
  user.allow(['s3:ListBucket'], [data.mailArn]);
  acknowledge(user, {
    [`AwsSolutions-IAM5[Resource::${data.mailArnExport}/${ARRIVED}*]`]:
      'Messages are named by ids of SES at run time; the statement is bound to one folder of one bucket.',
  });
}
