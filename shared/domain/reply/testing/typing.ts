/** Ways in which one Vietnamese text is typed, for tests. Written apart from the decoding that they test. */

const TELEX_TONES: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const VNI_TONES: Readonly<Record<string, string>> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
};
const VNI_MARKS: Readonly<Record<string, string>> = { '\u0302': '6', '\u031B': '7', '\u0306': '8' };

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** The keys of Telex with the tone at the end of the word, as most people type. */
export function telexKeys(text: string): string {
  return text.split(' ').map(telexWord).join(' ');
}

export function vniKeys(text: string): string {
  return text.split(' ').map(vniWord).join(' ');
}

function telexWord(word: string): string {
  let keys = '';
  let tone = '';
  for (const character of word.normalize('NFD')) {
    if (character in TELEX_TONES) tone = TELEX_TONES[character] ?? '';
    else if (character === '\u0302') keys += keys.at(-1) ?? '';
    else if (character === '\u031B' || character === '\u0306') keys += 'w';
    else if (character === 'đ') keys += 'dd';
    else keys += character === 'Đ' ? 'DD' : character;
  }
  return keys + tone;
}

function vniWord(word: string): string {
  let keys = '';
  let tone = '';
  for (const character of word.normalize('NFD')) {
    if (character in VNI_TONES) tone = VNI_TONES[character] ?? '';
    else if (character in VNI_MARKS) keys += VNI_MARKS[character] ?? '';
    else if (character === 'đ') keys += 'd9';
    else keys += character === 'Đ' ? 'D9' : character;
  }
  return keys + tone;
}
