/**
 * The providers of messaging channels on this machine. They are there when the app has functions that call providers: those get our addresses
 * instead of the providers', the keys that both sides know are entered, and whoever plays a citizen talks to the same world.
 */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { providerEndpoints } from '../../settings/provider-endpoints.ts';
import type { ProviderEndpoints } from '../../../shared/contracts/provider-endpoints.ts';
import type { FunctionPlan } from '../assembly/plan.ts';
import type { OpenServer } from '../http/open-server.ts';
import { awsSmsProvider } from './aws-sms.ts';
import { botProvider } from './bot-framework.ts';
import { enterMissing } from './enter-secrets.ts';
import { esmsProvider } from './esms.ts';
import { providerServer } from './provider-server.ts';
import { standInSecrets } from './provider-secrets.ts';
import { providerWorld, type ProviderHandler, type ProviderWorld } from './provider-world.ts';
import { viberProvider } from './viber.ts';
import { zaloProvider } from './zalo.ts';
import { zaloTokenPair } from './zalo-tokens.ts';

/** The member of a function's environment that names the providers' addresses. */
const ADDRESSES = 'PROVIDER_ENDPOINTS';

export interface StandIns {
  readonly world: ProviderWorld;
  /** For every function: where AWS's own provider of texts is. */
  readonly environment: Readonly<Record<string, string>>;
}

export function callsProviders(functions: readonly FunctionPlan[]): boolean {
  return functions.some(({ environment }) => ADDRESSES in environment);
}

/** The same functions, with the stand-ins' addresses for the providers'. */
export function withStandIns(functions: readonly FunctionPlan[], url: string): readonly FunctionPlan[] {
  const addresses = JSON.stringify(addressesAt(url));
  return functions.map((plan) =>
    ADDRESSES in plan.environment ? { ...plan, environment: { ...plan.environment, [ADDRESSES]: addresses } } : plan,
  );
}

/** @param given `server`: where the providers listen; `apiUrl`: where our webhooks are. */
export async function startStandIns(given: {
  readonly server: OpenServer;
  readonly apiUrl: string;
  readonly functions: readonly FunctionPlan[];
  readonly secretsManager: string;
  readonly region: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
}): Promise<StandIns> {
  const { server, apiUrl, functions } = given;
  const world = providerWorld({
    clock: { now: () => new Date(given.now()).toISOString() },
    secrets: standInSecrets,
    async callWebhook({ method, path, query = {}, headers, body }) {
      const url = new URL(path, apiUrl);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const answer = await fetch(url, { method, ...(headers && { headers }), ...(body !== undefined && { body }) });
      return { status: answer.status, body: await answer.text() };
    },
  });
  const { botOpenId } = addressesAt(server.url);
  const providers = new Map<string, ProviderHandler>([
    ['zalo', zaloProvider(world)],
    ['viber', viberProvider(world)],
    ['bot', botProvider(world, { openId: botOpenId, service: botOpenId })],
    ['esms', esmsProvider(world)],
    ['aws-sms', awsSmsProvider(world)],
  ]);
  server.answerWith(providerServer(providers, given.log));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SecretsManagerClient({ endpoint: given.secretsManager, region: given.region, credentials });
  const secretOf = (name: string) => functions.find(({ environment }) => name in environment)?.environment[name];
  const [keys, tokens] = [secretOf('CHANNEL_SECRETS'), secretOf('PROVIDER_TOKENS')];
  if (keys !== undefined) await enterMissing(client, keys, standInSecrets);
  if (tokens !== undefined) await enterMissing(client, tokens, { zalo: zaloTokenPair(world) });
  client.destroy();
  return { world, environment: { AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: `${server.url}/aws-sms` } };
}

/** One address for each provider, of the same names as in production. */
function addressesAt(url: string): ProviderEndpoints {
  const at: Readonly<Record<keyof typeof providerEndpoints, string>> = {
    zaloApi: `${url}/zalo`,
    zaloOauth: `${url}/zalo`,
    viberApi: `${url}/viber`,
    botLogin: `${url}/bot`,
    botOpenId: `${url}/bot`,
    smsGateway: `${url}/esms`,
  };
  return at;
}
