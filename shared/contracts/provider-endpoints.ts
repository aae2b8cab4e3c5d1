import * as z from 'zod/mini';

const address = z.string().check(z.regex(/^https?:\/\/[^\s?#]*[^\s?#/]$/));

/** Where each provider is reached; the local runtime's stand-ins take their places. Without a slash at the end. */
export const ProviderEndpoints = z.object({
  zaloApi: address,
  zaloOauth: address,
  viberApi: address,
  botLogin: address,
  botOpenId: address,
  smsGateway: address,
});
export type ProviderEndpoints = Readonly<z.infer<typeof ProviderEndpoints>>;

/** @param configured JSON, from the configuration `PROVIDER_ENDPOINTS`. @throws when an address is missing. */
export function readProviderEndpoints(configured: string): ProviderEndpoints {
  return ProviderEndpoints.parse(JSON.parse(configured));
}
