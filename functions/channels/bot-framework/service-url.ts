/**
 * Where an activity's conversation is answered, with our token in the header: only an address that a verified activity named, and only over TLS.
 * On one machine the stand-ins speak plain HTTP; then, and only then, so may it.
 */
export function isServiceUrl(text: string, plainHttp: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  if ([username, password, search, hash].some((part) => part !== '')) return false;
  return protocol === 'https:' || (plainHttp && protocol === 'http:');
}
