import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('html', () => {
  it('escapes whatever is put in', () => {
    expect(html`<p title="${'"><script>'}">${"a & b's"}</p>`.toString()).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">a &amp; b&#39;s</p>',
    );
  });

  it('keeps HTML that was made here, also in lists', () => {
    expect(html`<ul>${['a', '<'].map((item) => html`<li>${item}</li>`)}</ul>`.toString()).toBe(
      '<ul><li>a</li><li>&lt;</li></ul>',
    );
  });

  it('shows nothing for what is absent', () => {
    expect(html`<p>${undefined}${false}${0}</p>`.toString()).toBe('<p>0</p>');
  });

  it('never lets a text open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`${text}`.toString()).not.toMatch(/[<>"']/);
      }),
    );
  });
});
