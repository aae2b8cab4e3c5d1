import { describe, expect, it } from 'vitest';
import { ownTextOf, wholeTextOf } from './html-text.ts';

describe('HTML as text', () => {
  it.each<[string, string, string]>([
    ['blocks are lines', '<div>một</div><div>hai<br>ba</div>', 'một\nhai\nba'],
    ['paragraphs are apart, but not those of Word', '<p>một</p><p>hai</p><p class=MsoNormal>ba</p>', 'một\n\nhai\nba'],
    ['lists have their marks', '<ol><li>một<li>hai</ol><ul><li>ba</ul>', '1. một\n2. hai\n\n- ba'],
    ['white space is one space', '<p>\n một \t <b>hai</b>\n</p>', 'một hai'],
    ['preformatted text keeps its lines', '<pre>một\n  hai</pre>', 'một\n  hai'],
    ['cells are apart', '<table><tr><td>Mã</td><td>12</td></tr></table>', 'Mã 12'],
    ['what is not shown is left out', '<style>p{}</style><script>x</script><!-- a --><title>b</title>một', 'một'],
    ['a head that does not end ends where the body begins', '<head><meta charset=utf-8><body>một', 'một'],
    [
      'letters may have names or numbers',
      'Ho&agrave;n th&#224;nh &amp; k&#xFD; &lt;12&gt; &dstrok;&unknown; &#0;',
      'Hoàn thành & ký <12> đ&unknown; \uFFFD',
    ],
    ['a lone bracket is text', '1 < 2 <3', '1 < 2 <3'],
    ['a tag that does not end is none', 'một <a href="', 'một'],
    ['block quotes get marks', '<blockquote>một<blockquote>hai</blockquote></blockquote>ba', '> một\n\n> > hai\n\nba'],
  ])('%s', (_, html, text) => {
    expect(wholeTextOf(html)).toBe(text);
  });
});

describe('own text of HTML', () => {
  it('ends where the mail program marked the quote', () => {
    expect(ownTextOf('<div>Đồng ý</div><div id="divRplyFwdMsg">Từ: ai</div>')).toEqual({ text: 'Đồng ý', cut: true });
  });

  it('leaves the signature out and goes on behind it', () => {
    const html = '<div>Đồng ý</div><div class="gmail_signature"><div>An</div></div><div>thêm</div>';
    expect(ownTextOf(html)).toEqual({ text: 'Đồng ý\nthêm', cut: false });
  });
});
