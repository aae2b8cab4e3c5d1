import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');

/** Measured: see infra/decisions/0005-bundle-format.md. */
const format = 'cjs';

/**
 * Ways to find credentials that the SDK imports when it comes to them. In Lambda the first way, the environment, always answers, so these 100 KB
 * are never run; left out they would be found in the runtime's own SDK.
 */
const unusedCredentialProviders = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** The same for every function. The SDK goes in: the runtime's own changes under a running system, and costs a slower start. */
export const bundling = {
  bundle: true,
  external: unusedCredentialProviders,
  minify: true,
  platform: 'node',
  target: 'node24',
  format,
  // Vietnamese as it is written: escaped it takes up to three times the room.
  charset: 'utf8',
  // Without what writes PNG files: we draw codes as SVG, by the same code. 30 KB.
  alias: { qrcode: 'qrcode/lib/browser.js' },
  // The SDK's ES modules shake; its CommonJS build does not.
  mainFields: ['module', 'main'],
  // 29 ms at import and megabytes: a map is made again from the same commit when a trace must be read (infra/runbook.md).
  sourcemap: false,
  absWorkingDir: projectRoot,
  logLevel: 'warning',
} satisfies BuildOptions;
