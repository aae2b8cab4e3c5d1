import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { remove, temporaryDirectory } from '../fixture/start-fixture.ts';
import { openSecretStore } from './secret-store.ts';

const directory = temporaryDirectory();
const arn = 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:signing-local1';
const generated = (generate: Record<string, unknown>) => [{ arn, name: 'signing', plainText: undefined, generate }];

afterAll(() => {
  remove(directory);
});

describe('local secrets', () => {
  it('are made once and kept, readable by their owner only', () => {
    const first = openSecretStore(directory, generated({ PasswordLength: 40 })).find(arn)?.value;
    const second = openSecretStore(directory, generated({ PasswordLength: 40 })).find('signing')?.value;
    expect(first).toHaveLength(40);
    expect(second).toBe(first);
    expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('are found by name, by ARN and by ARN without its ending', () => {
    const store = openSecretStore(directory, generated({}));
    expect(store.find(arn.replace('-local1', ''))).toEqual(store.find('signing'));
    expect(store.find('other')).toBeUndefined();
  });

  it('that were put are kept over a restart, until the template has another text', () => {
    const other = temporaryDirectory();
    const written = (plainText: string) => [{ arn, name: 'tokens', plainText, generate: undefined }];
    const store = openSecretStore(other, written('{}'));
    expect(store.put(arn, '{"zalo":1}')?.value).toBe('{"zalo":1}');
    expect(store.put('another', 'x')).toBeUndefined();
    expect(store.find('tokens')?.value).toBe('{"zalo":1}');
    expect(openSecretStore(other, written('{}')).find(arn)?.value).toBe('{"zalo":1}');
    expect(openSecretStore(other, written('{"new":true}')).find(arn)?.value).toBe('{"new":true}');
    expect(openSecretStore(other, written('{"new":true}')).find(arn)?.value).toBe('{"new":true}');
    const generatedOnce = openSecretStore(other, generated({}));
    generatedOnce.put('signing', 'rotated');
    expect(openSecretStore(other, generated({})).find('signing')?.value).toBe('rotated');
    remove(other);
  });

  it('put the generated text into the template', () => {
    const settings = { SecretStringTemplate: '{"current":"k1"}', GenerateStringKey: 'k1', ExcludePunctuation: true };
    const other = temporaryDirectory();
    const value = openSecretStore(other, generated(settings)).find(arn)?.value ?? '';
    expect(JSON.parse(value)).toEqual({ current: 'k1', k1: expect.stringMatching(/^[A-Za-z0-9]{32}$/u) as string });
    remove(other);
  });

  it('hold each kind of character unless told otherwise', () => {
    const other = temporaryDirectory();
    const value = openSecretStore(other, generated({ PasswordLength: 4, ExcludeCharacters: '"' })).find(arn)?.value;
    expect(value).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z\d"]).{4}$/u);
    remove(other);
  });
});
