import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretPlan } from '../assembly/plan.ts';
import { asNumber, asObject, asText, asTextMap, asTruth, type JsonObject } from '../json-reading.ts';

export interface StoredSecret {
  readonly arn: string;
  readonly name: string;
  readonly value: string;
}

export interface SecretStore {
  /** By name, by ARN, or by ARN without its random ending, as Secrets Manager takes them. */
  readonly find: (secretId: string) => StoredSecret | undefined;
}

/** Secrets are made once and kept in the data folder, readable by their owner only. */
export function openSecretStore(dataDirectory: string, plans: readonly SecretPlan[]): SecretStore {
  const file = join(dataDirectory, 'secrets.json');
  const kept = existsSync(file) ? asTextMap(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const secrets = plans.map((plan): StoredSecret => {
    const value = plan.plainText ?? kept[plan.name] ?? generate(plan.generate ?? {});
    kept[plan.name] = value;
    return { arn: plan.arn, name: plan.name, value };
  });
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return {
    find: (secretId) =>
      secrets.find(({ arn, name }) => secretId === name || secretId === arn || arn.startsWith(`${secretId}-`)),
  };
}

function generate(settings: JsonObject): string {
  const template = asText(settings['SecretStringTemplate']);
  const key = asText(settings['GenerateStringKey']);
  const password = generatePassword(settings);
  if (template === undefined || key === undefined) return password;
  return JSON.stringify({ ...asObject(JSON.parse(template)), [key]: password });
}

/** Secrets Manager's GetRandomPassword: the same groups of characters, each present at least once unless told otherwise. */
function generatePassword(settings: JsonObject): string {
  const excluded = new Set(asText(settings['ExcludeCharacters']) ?? '');
  const without = (name: string): boolean => asTruth(settings[name]) === true;
  const groups = [
    without('ExcludeLowercase') ? '' : 'abcdefghijklmnopqrstuvwxyz',
    without('ExcludeUppercase') ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    without('ExcludeNumbers') ? '' : '0123456789',
    without('ExcludePunctuation') ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    asTruth(settings['IncludeSpace']) === true ? ' ' : '',
  ]
    .map((group) => group.split('').filter((character) => !excluded.has(character)))
    .filter((group) => group.length > 0);
  const all = groups.flat();
  const length = asNumber(settings['PasswordLength']) ?? 32;
  const required = asTruth(settings['RequireEachIncludedType']) === false ? [] : groups;
  const drawn = [
    ...required.map(pick),
    ...Array.from({ length: Math.max(0, length - required.length) }, () => pick(all)),
  ];
  return shuffle(drawn).slice(0, length).join('');
}

function pick(characters: readonly string[]): string {
  return characters[randomInt(characters.length)] ?? '';
}

function shuffle(characters: readonly string[]): string[] {
  return characters
    .map((character) => ({ character, place: randomBytes(6).readUIntBE(0, 6) }))
    .sort((left, right) => left.place - right.place)
    .map(({ character }) => character);
}
