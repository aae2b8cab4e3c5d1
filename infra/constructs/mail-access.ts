import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { acknowledge } from './acknowledge.ts';
import type { CapabilityFunction } from './capability-function.ts';
import { ARRIVED, READ } from './mail-archive.ts';

type AnyFunction = CapabilityFunction<FunctionName>;

/** Reads raw messages, and keeps beside them what was read out of a held one. */
export function allowReceivingMail(user: AnyFunction, data: DataStack): void {
  allow(user, data, { action: 's3:GetObject', folder: ARRIVED });
  allow(user, data, { action: 's3:PutObject', folder: READ });
}

/** Sees a held mail as the official does who sorts it; never the raw message. */
export function allowReadingHeldMail(user: AnyFunction, data: DataStack): void {
  allow(user, data, { action: 's3:GetObject', folder: READ });
}

function allow(user: AnyFunction, data: DataStack, use: { readonly action: string; readonly folder: string }): void {
  user.allow([use.action], [`${data.mailArn}/${use.folder}*`]);
  // Without it S3 answers 403 for an object that is not there, and a missing mail looks like a fault.
  user.allow(['s3:ListBucket'], [data.mailArn]);
  acknowledge(user, {
    [`AwsSolutions-IAM5[Resource::${data.mailArnExport}/${use.folder}*]`]:
      'Messages are named by ids at run time; the statement is bound to one folder of one bucket.',
  });
}
