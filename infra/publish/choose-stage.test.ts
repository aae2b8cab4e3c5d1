import { describe, expect, it } from 'vitest';
import { chooseStage } from './choose-stage.ts';

const left = { dynamodb: 'http://127.0.0.1:4000', catalogueTable: 'left-catalogue' };

describe('the stage to publish to', () => {
  it('is local with the address and table that the runtime left', () => {
    expect(chooseStage({ stage: 'local' }, {}, () => left)).toMatchObject({
      isLocal: true,
      table: 'left-catalogue',
      client: { endpoint: 'http://127.0.0.1:4000', credentials: { accessKeyId: 'local' } },
    });
  });

  it('takes the environment before what was left, and the command line before both', () => {
    const environment = { CATALOGUE_TABLE: 'from-environment', AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:5000' };
    expect(chooseStage({ stage: 'local' }, environment, () => left)).toMatchObject({
      table: 'from-environment',
      client: { endpoint: 'http://127.0.0.1:5000' },
    });
    const told = { stage: 'local', table: 'told', endpoint: 'http://127.0.0.1:6000' };
    expect(chooseStage(told, environment, () => left)).toMatchObject({
      table: 'told',
      client: { endpoint: 'http://127.0.0.1:6000' },
    });
  });

  it('never lets a local stage without an address fall through to AWS', () => {
    expect(chooseStage({ stage: 'local', table: 'x' }, { AWS_PROFILE: 'production' }, () => ({})).kind).toBe('unknown');
  });

  it('is a deployed one with the credentials of the environment', () => {
    expect(chooseStage({ stage: 'pilot', table: 'pilot-catalogue' }, {}, () => left)).toEqual({
      kind: 'stage',
      name: 'pilot',
      isLocal: false,
      table: 'pilot-catalogue',
      client: {},
    });
  });

  it.each([[{}], [{ stage: 'pilot' }], [{ stage: 'local' }]])(
    'is unknown for %o, and the person is told what to add',
    (options) => {
      expect(chooseStage(options, {}, () => ({}))).toMatchObject({
        kind: 'unknown',
        vi: expect.stringMatching(/\S/u) as string,
        en: expect.stringMatching(/missing|running/u) as string,
      });
    },
  );
});
