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
  /** A new value, kept over a restart. @returns undefined when there is no such secret. */
  readonly put: (secretId: string, value: string) => StoredSecret | undefined;
}

/** Secrets are made once and kept in the data folder, readable by their owner only. */
export function openSecretStore(dataDirectory: string, plans: readonly SecretPlan[]): SecretStore {
  const file = join(dataDirectory, 'secrets.json');
  const kept = existsSync(file) ? asTextMap(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const keep = (name: string, value: string): void => {
    kept[name] = value;
    writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const secrets = new Map(
    plans.map((plan): [string, StoredSecret] => {
      const { arn, name, plainText } = plan;
      const value = putOver(kept, plan) ?? plainText ?? kept[name] ?? generate(plan.generate ?? {});
      keep(name, value);
      return [name, { arn, name, value }];
    }),
  );
  const find = (secretId: string): StoredSecret | undefined =>
    [...secrets.values()].find(
      ({ arn, name }) => secretId === name || secretId === arn || arn.startsWith(`${secretId}-`),
    );
  return {
    find,
    put: (secretId, value) => {
      const found = find(secretId);
      if (found === undefined) return undefined;
      const changed = { ...found, value };
      secrets.set(found.name, changed);
      keep(templateOf(found.name), plans.find(({ name }) => name === found.name)?.plainText ?? '');
      keep(found.name, value);
      return changed;
    },
  };
}

/** The text of the template that a put value stands for: as in CloudFormation, it counts again only once it is another. */
const templateOf = (name: string): string => `${name} in the template`;

function putOver(
  kept: Readonly<Record<string, string>>,
  { name, plainText }: Pick<SecretPlan, 'name' | 'plainText'>,
): string | undefined {
  return kept[templateOf(name)] === (plainText ?? '') ? kept[name] : undefined;
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
