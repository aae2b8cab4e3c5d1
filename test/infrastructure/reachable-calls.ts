import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { projectRoot } from '../../infra/constructs/bundling.ts';

/** What a call of the SDK must be allowed to do. */
const actionsOf: Readonly<Record<string, readonly string[]>> = {
  GetItem: ['dynamodb:GetItem'],
  BatchGetItem: ['dynamodb:BatchGetItem'],
  Query: ['dynamodb:Query'],
  Scan: ['dynamodb:Scan'],
  PutItem: ['dynamodb:PutItem'],
  UpdateItem: ['dynamodb:UpdateItem'],
  DeleteItem: ['dynamodb:DeleteItem'],
  TransactWriteItems: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
  SendMessageBatch: ['sqs:SendMessage'],
  PutSecretValue: ['secretsmanager:PutSecretValue'],
  SendTextMessage: ['sms-voice:SendTextMessage'],
  SendRawEmail: ['ses:SendRawEmail'],
  GetSecretValue: ['secretsmanager:GetSecretValue'],
  GetObject: ['s3:GetObject'],
  HeadObject: ['s3:GetObject'],
  PutObject: ['s3:PutObject'],
  createPresignedPost: ['s3:PutObject'],
};

/**
 * The actions of every call in the adapters that a function's bundle contains. An adapter comes whole, so this is at most what the code may
 * ask for: a grant beyond it is certainly not needed.
 * @throws for a call of the SDK that this list does not know.
 */
export async function reachableActions(entry: string): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    outfile: 'bundle.js',
    logLevel: 'error',
  });
  const adapters = Object.values(metafile.outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([file, { bytesInOutput }]) => file.startsWith('shared/adapters/') && bytesInOutput > 0);
  const calls = adapters.flatMap(([file]) =>
    [
      ...readFileSync(`${projectRoot}/${file}`, 'utf8').matchAll(
        /\bnew (\w+)Command\(|\bpaginate(\w+)\(|\b(createPresignedPost)\(/gu,
      ),
    ].map(([, command, paged, helper]) => command ?? paged ?? helper ?? ''),
  );
  return new Set(
    calls.flatMap((call) => {
      const actions = actionsOf[call];
      if (actions === undefined) throw new Error(`${entry}: what must ${call} be allowed to do?`);
      return actions;
    }),
  );
}
