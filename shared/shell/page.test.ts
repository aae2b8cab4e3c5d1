import { describe, expect, it } from 'vitest';
import { html } from './html.ts';
import { page } from './page.ts';

describe('a page', () => {
  it('is Vietnamese, fits a phone, can be entered by keyboard and runs no script', () => {
    const text = page({ title: 'Hồ sơ <1>', body: html`<p>${'<b>'}</p>` });
    expect(text).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(text).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(text).toContain('<a class="skip" href="#noi-dung">');
    expect(text).toContain('<h1>Hồ sơ &lt;1&gt;</h1>');
    expect(text).toContain('<p>&lt;b&gt;</p>');
    expect(text).not.toMatch(/<script|\son[a-z]+=|https?:/i);
  });

  it('can be English, and say how it is printed and who is signed in', () => {
    const text = page({ title: 'x', body: html``, language: 'en', printCss: '@page { size: A5 }', signedIn: 'A & B' });
    expect(text).toContain('lang="en"');
    expect(text).toContain('@page { size: A5 }');
    expect(text).toContain('A &amp; B');
  });
});
