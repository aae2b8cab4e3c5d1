import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['**/*.test.ts'],
    exclude: ['node_modules', 'cdk.out', '.local', '.bench'],
    // Two cores are what continuous integration has; engines and functions are processes of their own.
    pool: 'forks',
    maxWorkers: 2,
    // For whole dossier lives on the local runtime; unit tests need milliseconds.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    reporters: ['default', './test/report/count-reporter.ts'],
    coverage: { include: ['functions/**', 'shared/**', 'infra/**'], exclude: ['**/*.test.ts', 'infra/province/**'] },
  },
});
