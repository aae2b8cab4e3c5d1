import { describe, expectTypeOf, it } from 'vitest';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { ProvinceData } from './catalogue.ts';

describe('the schema of the catalogue', () => {
  it('describes exactly what the domain calls a catalogue, without its version', () => {
    expectTypeOf<ProvinceData>().toExtend<Omit<Catalogue, 'version'>>();
    expectTypeOf<Omit<Catalogue, 'version'>>().toExtend<ProvinceData>();
  });
});
