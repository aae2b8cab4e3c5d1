import { describe, expect, it } from 'vitest';
import { isMailbox } from './mailbox.ts';

describe('a mailbox', () => {
  it.each(['motcua.phuloi@binhduong.example', 'a@b.vn', "o'neil+x@mail.hcm.example"])('may be %s', (text) => {
    expect(isMailbox(text)).toBe(true);
  });

  it.each([
    ['without a domain', 'motcua'],
    ['with a domain of one label', 'motcua@localhost'],
    ['with a space', 'mot cua@hcm.example'],
    ['with two signs', 'a@b@hcm.example'],
    ['with a dot at the end of the name', 'motcua.@hcm.example'],
    ['with two dots in a row', 'mot..cua@hcm.example'],
    ['with diacritics', 'một@hcm.example'],
    ['with a display name', 'Một cửa <motcua@hcm.example>'],
    ['with a line break', 'motcua@hcm.example\nBcc: x@y.vn'],
    ['with a hyphen at the end of a label', 'a@hcm-.example'],
    ['with a name of 65 characters', `${'a'.repeat(65)}@hcm.example`],
  ])('is refused %s', (_why, text) => {
    expect(isMailbox(text)).toBe(false);
  });
});
