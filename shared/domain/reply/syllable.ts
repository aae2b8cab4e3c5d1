const ONSET = '(?:b|ch?|d|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu?|r|s|th?|tr|v|x)?';
const RIME =
  '(?:a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?|e(?:ch?|m|ng?|nh|o|p|t|u)?|i(?:a|ch?|e(?:c|m|ng?|p|t|u)|m|n|nh|ng|p|t|u)?' +
  '|o(?:a(?:ch?|i|m|ng?|nh|o|p|t|y)?|c|e(?:n|o|t)?|i|m|ng?|oc|ong|p|t)?' +
  '|u(?:a(?:n|ng|t|u|y)?|c|e(?:ch|nh)?|i|m|ng?|o(?:c|i|m|ng?|p|t|u)?|p|t|u|y(?:a|ch|en|et|nh|t|u)?)?' +
  '|y(?:e(?:m|n|t|u))?)';
const SYLLABLE = new RegExp(`^${ONSET}${RIME}$`, 'u');

/** True for letters without marks that can be a Vietnamese syllable: then it is a word of its own and no slip of another. */
export function isSyllable(letters: string): boolean {
  return SYLLABLE.test(letters);
}
