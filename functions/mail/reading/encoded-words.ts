/**
 * Words of headers in other character sets (RFC 2047), by postal-mime. Some programs part a letter between two padded words of base64, against the
 * RFC; postal-mime decodes such words one by one, so they are made one word before.
 */
import { decodeWords } from 'postal-mime';
import { cleanLine } from './clean-mail-text.ts';

const run = /=\?([^?\s]{1,40})\?b\?[a-z\d+/=]*\?=(?:\s+=\?\1\?b\?[a-z\d+/=]*\?=)+/giu;

export function decodeHeader(value: string): string {
  return cleanLine(decodeWords(joinWords(value)));
}

export function joinWords(value: string): string {
  return value.replaceAll(run, (words, charset: string) => {
    const bytes = words.split(/\s+/u).map((word) => Buffer.from(word.split('?')[3] ?? '', 'base64'));
    return `=?${charset}?B?${Buffer.concat(bytes).toString('base64')}?=`;
  });
}
