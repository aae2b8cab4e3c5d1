/**
 * Characters that HTML may name. Mails are written in UTF-8 or with numbers; names are what Word and old programs write, and they know Latin-1 and a few
 * marks. The full list of HTML would be a tenth of the function's bundle.
 */
const latin1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm ' +
  'raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH ' +
  'Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ' +
  'ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml ' +
  'yacute thorn yuml'
).split(' ');

const named = new Map([
  ...latin1.map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", AMP: '&', LT: '<', GT: '>', QUOT: '"' },
    ...{
      ndash: '–',
      mdash: '—',
      hellip: '…',
      bull: '•',
      lsquo: '‘',
      rsquo: '’',
      sbquo: '‚',
      ldquo: '“',
      rdquo: '”',
      bdquo: '„',
    },
    ...{ ensp: ' ', emsp: ' ', thinsp: ' ', lsaquo: '‹', rsaquo: '›', trade: '™', euro: '€', rarr: '→', larr: '←' },
    ...{ Abreve: 'Ă', abreve: 'ă', Dstrok: 'Đ', dstrok: 'đ', Itilde: 'Ĩ', itilde: 'ĩ', Utilde: 'Ũ', utilde: 'ũ' },
  }),
]);

export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,9});?/giu, (reference) => {
    const name = reference.slice(1).replace(';', '');
    return name.startsWith('#') ? numbered(name.slice(1)) : (named.get(name) ?? reference);
  });
}

function numbered(number: string): string {
  const code = /^x/iu.test(number) ? parseInt(number.slice(1), 16) : parseInt(number, 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
}
