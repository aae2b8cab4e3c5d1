/** The domain itself or one below it. */
export function isWithin(domain: string, parent: string): boolean {
  return domain === parent.toLowerCase() || domain.endsWith(`.${parent.toLowerCase()}`);
}

/** Lower-case; empty when there is none. */
export function domainOfAddress(address: string): string {
  return address.includes('@') ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : '';
}
