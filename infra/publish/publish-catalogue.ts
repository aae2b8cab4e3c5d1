/**
 * `npm run publish -- --stage local|NAME [--table TABLE] [--endpoint URL] [--yes]`: publishes `infra/province/` to a stage.
 * Exit code 0: published, or nothing to publish. 1: refused, declined, or somebody else was faster. 2: wrong use.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { DynamoDbCataloguePublication } from '../../shared/adapters/dynamodb-catalogue-publication.ts';
import { chooseStage, type Stage } from './choose-stage.ts';
import { publishProvince } from './publish-province.ts';
import { readProvince } from './read-province.ts';

const { values: options } = parseArgs({
  options: {
    stage: { type: 'string' },
    table: { type: 'string' },
    endpoint: { type: 'string' },
    yes: { type: 'boolean', default: false },
  },
});
const stage = chooseStage(options, process.env);
if (stage.kind === 'unknown') {
  console.error(`${stage.vi}\n${stage.en}`);
  process.exitCode = 2;
} else {
  process.exitCode = await publishTo(stage);
}

async function publishTo(chosen: Extract<Stage, { kind: 'stage' }>): Promise<number> {
  const client = new DynamoDBClient(chosen.client);
  const outcome = await publishProvince(readProvince(), {
    publication: new DynamoDbCataloguePublication({ client, table: chosen.table }),
    clock: { now: () => new Date().toISOString() },
    say: (line) => {
      console.log(line);
    },
    // On one's own machine a program that cannot be asked, such as the local runtime, has decided already.
    confirm: () => (options.yes || (chosen.isLocal && !process.stdin.isTTY) ? Promise.resolve(true) : ask(chosen)),
  });
  client.destroy();
  return outcome.kind === 'published' || outcome.kind === 'unchanged' ? 0 : 1;
}

async function ask({ name, table }: Extract<Stage, { kind: 'stage' }>): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // A closed input (no terminal) never answers: that is a no.
  const closed = new Promise<string>((done) =>
    terminal.once('close', () => {
      done('');
    }),
  );
  const answer = await Promise.race([terminal.question(`Công bố lên ${name} (${table})? Publish? [c/y/N] `), closed]);
  terminal.close();
  return /^(c|có|y|yes)$/iu.test(answer.normalize('NFC').trim());
}
