import { describe, expect, it } from 'vitest';
import { enteredMembers } from './entered-secret.ts';
import { readChannelSecrets } from './channel-secrets.ts';
import { readProviderTokens } from './provider-tokens.ts';

/** As CloudFormation leaves it. */
const FRESH = '{"made":"f3b9c1d2e4a5f6071829"}';

describe('a secret that is entered by hand', () => {
  it('is empty until somebody enters something, whatever was generated', () => {
    expect(enteredMembers(FRESH)).toEqual({});
    expect(enteredMembers('')).toEqual({});
    expect(readChannelSecrets(FRESH)).toEqual({ secrets: {}, wrong: [] });
    expect(readProviderTokens(FRESH)).toEqual({});
  });

  it('is never quoted when it is damaged', () => {
    for (const damaged of ['{"zalo":{"appSecret":"bi-mat"', '["bi-mat"]', '"bi-mat"', 'bi-mat']) {
      expect(() => enteredMembers(damaged)).toThrow('a secret that is not a JSON object');
    }
  });
});
