import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remove, temporaryDirectory } from './fixture/start-fixture.ts';
import { synthesise } from './synthesise.ts';

const project = temporaryDirectory();
const write = (file: string, content: string): void => {
  writeFileSync(join(project, file), content);
};
/** An app that counts how often it was made. */
const app = `import { appendFileSync, mkdirSync } from 'node:fs';
mkdirSync(process.env.CDK_OUTDIR, { recursive: true });
appendFileSync('made', JSON.parse(process.env.CDK_CONTEXT_JSON).stage + ' ');`;

beforeAll(() => {
  for (const folder of ['infra/local', 'shared', 'functions']) mkdirSync(join(project, folder), { recursive: true });
  write('package.json', '{"type":"module"}');
  write('package-lock.json', '{}');
  write('cdk.json', '{"context":{"stage":"pilot"}}');
  write('infra/app.ts', app);
  write('shared/rule.ts', 'export const rule = 1;');
});

afterAll(() => {
  remove(project);
});

const made = async (): Promise<string> => {
  await synthesise(project, () => undefined);
  return readFileSync(join(project, 'made'), 'utf8').trim();
};

it('makes the app when its sources changed, and only then', async () => {
  expect(await made()).toBe('pilot');
  expect(await made()).toBe('pilot');
  write('shared/rule.ts', 'export const rule = 2;');
  expect(await made()).toBe('pilot pilot');
  write('infra/local/tool.ts', 'export const tool = 1;');
  write('shared/rule.test.ts', 'throw new Error()');
  write('shared/README.md', 'words');
  expect(await made()).toBe('pilot pilot');
});

it('shows what the app said when it cannot be made, and tries again the next time', async () => {
  write('infra/app.ts', 'throw new Error("stage is missing")');
  await expect(made()).rejects.toThrow('stage is missing');
  write('infra/app.ts', `${app}\n// mended`);
  expect(await made()).toBe('pilot pilot pilot');
  expect(readdirSync(join(project, 'cdk.out')).every((name) => name.startsWith('local-'))).toBe(true);
});
