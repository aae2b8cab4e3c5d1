/**
 * A secret that people enter by hand is an empty JSON object at first, but CloudFormation must generate a member of it. That member means nothing.
 */
export const GENERATED_MEMBER = 'made';

/** @throws when the text is no JSON object; without a cause, which would quote the secret. */
export function enteredMembers(text: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') return {};
  const parsed = parsedOr(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Error('a secret that is not a JSON object');
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => name !== GENERATED_MEMBER));
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
