import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { countLine, skipLines } from './summary.ts';

/** Says at the end what could not run and why, and counts everything on the very last line. */
export default class CountReporter implements Reporter {
  private rootDirectory = '';

  onInit(vitest: Vitest): void {
    this.rootDirectory = vitest.config.root;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const cases = modules.flatMap((module) => [...module.children.allTests()]);
    const failedOutsideTests = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length;
    const inState = (state: string): TestCase[] => cases.filter((test) => test.result().state === state);
    const lines = [
      ...skipLines(inState('skipped').map((test) => ({ file: this.fileOf(test), reason: reasonOf(test) }))),
      countLine({
        passed: inState('passed').length,
        // A test that never got to run because its file or its hook broke has not passed.
        failed: inState('failed').length + inState('pending').length + failedOutsideTests,
        skipped: inState('skipped').length,
      }),
    ];
    process.stdout.write(`\n${lines.join('\n')}\n`);
  }

  private fileOf(test: TestCase): string {
    return test.module.moduleId.replace(`${this.rootDirectory}/`, '');
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' ? (result.note ?? 'marked as skipped') : '';
}
