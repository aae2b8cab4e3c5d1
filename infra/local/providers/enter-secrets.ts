/** What the runbook has a person do to switch channels on, done for the stand-ins. */
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { asObject, type JsonObject } from '../json-reading.ts';

/** Enters members of a JSON secret that are not there yet; what somebody has changed stays. */
export async function enterMissing(
  client: SecretsManagerClient,
  secretId: string,
  members: JsonObject,
): Promise<JsonObject> {
  const { SecretString: text = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  const entered = { ...members, ...asObject(JSON.parse(text)) };
  await client.send(new PutSecretValueCommand({ SecretId: secretId, SecretString: JSON.stringify(entered) }));
  return entered;
}
