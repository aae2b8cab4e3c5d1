/**
 * The floor under a function's bundle: a bare handler with the same SDK clients and commands, bundled by the same settings. Which they are
 * is read from what goes into the real bundle, so a client more or less moves the floor too.
 */
import { build } from 'esbuild';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundling, projectRoot } from '../../infra/constructs/bundling.ts';
import type { FunctionPlan } from '../../infra/local/assembly/plan.ts';
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import { benchFolder } from './app.ts';

export interface BareBundle {
  readonly file: string;
  readonly bytes: number;
  /** Packages with the names imported from each. */
  readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
}

export async function bareBundle(name: FunctionName, entry: string): Promise<BareBundle> {
  const imports = await sdkImports(entry);
  const file = join(benchFolder, 'bare', name, 'index.js');
  await build({
    ...bundling,
    stdin: { contents: bareSource(imports), resolveDir: projectRoot, sourcefile: `bare-${name}.js` },
    outfile: file,
  });
  return { file, bytes: statSync(file).size, imports };
}

export function bundleBytes(plan: FunctionPlan): number {
  return statSync(join(plan.codeDirectory, 'index.js')).size;
}

/** Names that our own sources import as values from the SDK, over everything that the entry leads to. */
async function sdkImports(entry: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { metafile } = await build({
    ...bundling,
    entryPoints: [entry],
    write: false,
    metafile: true,
    outdir: 'unused',
  });
  const found = new Map<string, Set<string>>();
  for (const [input] of Object.entries(metafile.inputs).filter(([path]) => !path.includes('node_modules'))) {
    const source = readFileSync(join(projectRoot, input), 'utf8');
    for (const [, names = '', from = ''] of source.matchAll(/^import \{([^}]*)\} from '(@aws-sdk\/[^']+)'/gmu)) {
      const values = names.split(',').map((text) => text.trim());
      const known = found.get(from) ?? new Set<string>();
      for (const value of values) if (value !== '' && !value.startsWith('type ')) known.add(value.split(' ')[0] ?? '');
      if (known.size > 0) found.set(from, known);
    }
  }
  return found;
}

/** Nothing of what is imported may be shaken off: the handler could reach it. One trivial call, to the same engine as the real one. */
function bareSource(imports: ReadonlyMap<string, ReadonlySet<string>>): string {
  const lines = [...imports].map(([from, names]) => `import { ${[...names].join(', ')} } from '${from}';`);
  const all = [...imports.values()].flatMap((names) => [...names]);
  const calls: readonly (readonly [command: string, call: string])[] = [
    ['GetItemCommand', 'new DynamoDBClient({}).send(new GetItemCommand({ TableName: event.table, Key: event.key }))'],
    ['ScanCommand', 'new DynamoDBClient({}).send(new ScanCommand({ TableName: event.table, Limit: 1 }))'],
    [
      'paginateScan',
      '(async () => { for await (const page of paginateScan({ client: new DynamoDBClient({}) }, { TableName: event.table, Limit: 1 })) return page; })()',
    ],
    [
      'SendMessageBatchCommand',
      "new SQSClient({}).send(new SendMessageBatchCommand({ QueueUrl: event.queue, Entries: [{ Id: '0', MessageBody: '{}' }] }))",
    ],
  ];
  const call = calls.find(([command]) => all.includes(command))?.[1];
  if (call === undefined) throw new Error(`no trivial call is known for ${all.join(', ')}`);
  return `${lines.join('\n')}
const reachable = { ${all.join(', ')} };
export const handler = async (event) => event.reach === undefined ? ${call} : reachable[event.reach];
`;
}
