import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asObject, asText, type JsonObject } from '../json-reading.ts';

export interface AssemblyStack {
  readonly name: string;
  readonly region: string | undefined;
  readonly template: JsonObject;
  /** S3 object key of an asset -> its folder or file on this machine. */
  readonly assets: ReadonlyMap<string, string>;
}

export interface Assembly {
  readonly directory: string;
  readonly stacks: readonly AssemblyStack[];
}

/**
 * Reads a CDK cloud assembly (cdk.out): manifest, templates and where each asset lies.
 * @throws when the folder holds no assembly.
 */
export function readAssembly(directory: string): Assembly {
  const root = resolve(directory);
  const artifacts = Object.values(asObject(readJson(join(root, 'manifest.json'))['artifacts'])).map(asObject);
  const stacks = artifacts
    .filter((artifact) => artifact['type'] === 'aws:cloudformation:stack')
    .map((artifact) => readStack(root, artifact));
  return { directory: root, stacks };
}

function readStack(root: string, artifact: JsonObject): AssemblyStack {
  const properties = asObject(artifact['properties']);
  const templateFile = asText(properties['templateFile']) ?? '';
  const environment = asText(artifact['environment']) ?? '';
  const region = environment.split('/').at(-1);
  return {
    name: asText(properties['stackName']) ?? templateFile.replace('.template.json', ''),
    region: region === 'unknown-region' ? undefined : region,
    template: readJson(join(root, templateFile)),
    assets: readAssets(root, templateFile.replace('.template.json', '.assets.json')),
  };
}

function readAssets(root: string, file: string): Map<string, string> {
  const assets = new Map<string, string>();
  for (const entry of Object.values(asObject(readJson(join(root, file))['files']))) {
    const source = asText(asObject(asObject(entry)['source'])['path']);
    for (const destination of Object.values(asObject(asObject(entry)['destinations']))) {
      const key = asText(asObject(destination)['objectKey']);
      if (source !== undefined && key !== undefined) assets.set(key, join(root, source));
    }
  }
  return assets;
}

function readJson(file: string): JsonObject {
  return asObject(JSON.parse(readFileSync(file, 'utf8')));
}
