/** Calls a function that has no trigger: on this machine through the running system, elsewhere in AWS through the `aws` command and its profile. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface CallOptions {
  /** `local`, or the name of a stage. */
  readonly stage: string;
  /** The function's own name when it is not the stage's. */
  readonly function?: string | undefined;
  /** Of the running system, when its data folder is not `.local`. */
  readonly endpoint?: string | undefined;
}

/** @returns what calls the function `mot-cua-<stage>-<name>` with a request and gives its answer. */
export async function callerOf(name: string, options: CallOptions): Promise<(request: unknown) => Promise<unknown>> {
  const isHere = options.stage === 'local';
  const stage = isHere ? await stageRunHere() : options.stage;
  const functionName = options.function ?? `mot-cua-${stage}-${name}`;
  return (request) => (isHere ? callHere(functionName, request, options.endpoint) : callInAws(functionName, request));
}

/** This machine runs the app of the stage that cdk.json names. */
async function stageRunHere(): Promise<string> {
  const file = new URL('../../cdk.json', import.meta.url);
  const { context } = JSON.parse(await readFile(file, 'utf8')) as { readonly context: { readonly stage: string } };
  return context.stage;
}

async function callHere(name: string, request: unknown, given: string | undefined): Promise<unknown> {
  const endpoint = given ?? (await endpointHere());
  const url = new URL(`/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, endpoint);
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
  return answer.json();
}

/** The running system leaves its addresses in its data folder. @throws when it does not run. */
async function endpointHere(): Promise<string> {
  const file = new URL('../../.local/endpoints.json', import.meta.url);
  const { lambda } = JSON.parse(await readFile(file, 'utf8')) as { readonly lambda: string };
  return lambda;
}

async function callInAws(name: string, request: unknown): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'call-function-'));
  const file = join(folder, 'answer.json');
  const payload = ['--cli-binary-format', 'raw-in-base64-out', '--payload', JSON.stringify(request)];
  const patience = ['--cli-read-timeout', '900'];
  try {
    await promisify(execFile)('aws', ['lambda', 'invoke', '--function-name', name, ...patience, ...payload, file]);
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
