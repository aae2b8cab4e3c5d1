export function mailEntityId(mailId: string): string {
  return `mail#${mailId}`;
}
