import importX from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** zod's main entry costs 443 KB in a bundle, its mini build 16 KB. */
const onlyZodMini = {
  regex: '^zod(?!/mini$)',
  message: "import * as z from 'zod/mini' (the main entry is 27 times its size in a bundle)",
};
const noAwsSdk = {
  group: ['@aws-sdk/*', '@smithy/*'],
  message: 'Only shared/adapters and entry files know the AWS SDK; ask for a port instead.',
};
const noLibrary = {
  regex: '^[^.]',
  message: 'The domain imports nothing but itself.',
};
const extensionIsWritten = {
  regex: '^\\.{1,2}/(?!.*\\.(ts|json)$)',
  message: 'Relative imports carry their .ts extension.',
};

const restrictImports = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [extensionIsWritten, ...patterns] }],
});

/** `room` may import from `allowed` (and packages, unless another rule says so) and from no other room of the repository. */
const border = (room, allowed, message) => ({
  target: room,
  from: '.',
  except: ['./node_modules', ...allowed],
  message,
});

const tests = ['**/*.test.ts', 'test/**/*.ts'];

export default defineConfig(
  { ignores: ['node_modules', 'cdk.out', '.local', '.bench', 'coverage'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      // Index signatures are read with brackets: the compiler demands it (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      ...restrictImports(onlyZodMini),
    },
  },
  {
    files: ['**/*.ts'],
    ignores: [...tests, 'infra/local/**'],
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            border('./shared/domain', ['./shared/domain'], 'The domain imports nothing but itself.'),
            border(
              './shared/contracts',
              ['./shared/domain', './shared/contracts'],
              'Contracts import the domain and zod/mini.',
            ),
            border(
              './shared/ports',
              ['./shared/domain', './shared/contracts', './shared/ports'],
              'Ports import the domain and contracts.',
            ),
            border(
              './shared/shell',
              ['./shared/domain', './shared/contracts', './shared/ports', './shared/shell'],
              'The shell is handed its adapters.',
            ),
            border(
              './shared/adapters',
              ['./shared/domain', './shared/contracts', './shared/ports', './shared/adapters'],
              'Adapters implement ports and know nothing else.',
            ),
            border('./functions', ['./shared', './functions'], 'Functions know neither infra nor test.'),
            {
              target: './functions/**/!(*.entry).ts',
              from: './shared/adapters',
              message: 'Only entry files wire adapters.',
            },
            {
              target: ['./infra/!(publish)/**', './infra/*.ts'],
              from: ['./shared/adapters', './functions', './test', './infra/local'],
              message: 'The CDK app and the province know contracts and domain types only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['shared/domain/**/*.ts'],
    ignores: tests,
    rules: {
      ...restrictImports(noLibrary),
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'console', 'crypto', 'performance', 'Buffer'].map(
          (name) => ({
            name,
            message: 'The domain is pure: hand it in as a value.',
          }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression', message: 'The domain never waits.' },
        { selector: ':function[async=true]', message: 'The domain never waits.' },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain has no clock.' },
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The domain has no clock.' },
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'The domain has no chance.',
        },
      ],
    },
  },
  {
    files: ['shared/{contracts,ports,shell}/**/*.ts', 'functions/**/*.ts'],
    ignores: [...tests, 'functions/**/*.entry.ts'],
    rules: restrictImports(onlyZodMini, noAwsSdk),
  },
  {
    // Programs for a terminal.
    files: ['infra/local/**/*.ts', 'infra/publish/**/*.ts', 'infra/ops/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Assertions take methods of fakes by reference.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['vitest.config.ts', 'test/report/count-reporter.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
