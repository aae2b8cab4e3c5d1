import { describe, expect, it } from 'vitest';
import { FRESH, LATER, TUNED, UNSEEN } from '../../../test/corpus/reports/labelled-reports.ts';
import { languageOf } from './language.ts';

describe('languageOf', () => {
  it('tells Vietnamese, with marks or without, from English in every report of the corpus', () => {
    for (const { text } of [...TUNED, ...UNSEEN, ...LATER, ...FRESH]) {
      const english = /^[\p{ASCII}]+$/u.test(text) && /^[A-Z]/u.test(text);
      expect(languageOf(text), text).toBe(english ? 'en' : 'vi');
    }
  });

  it('knows other scripts and other languages in Latin letters', () => {
    for (const text of [
      '道路坏了，请修理',
      '안녕하세요 도로가 파손되었습니다',
      'Здравствуйте, нет воды',
      'Bonjour, la route est très dangereuse dans notre quartier',
      'Jalan di depan rumah saya rusak dan tidak ada lampu',
      'Die Straße ist nicht sicher und es gibt keine Lampe',
    ])
      expect(languageOf(text), text).toBe('other');
  });

  it('takes numbers, names and nothing for Vietnamese', () => {
    for (const text of ['', '0912 345 678', 'Nguyen Van A', '😀']) expect(languageOf(text), text).toBe('vi');
  });
});
