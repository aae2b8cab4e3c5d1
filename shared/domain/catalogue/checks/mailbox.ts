/**
 * A plain mail address (RFC 5321 limits, no quoted local part, no address literal): staff mailboxes are typed by people and
 * mail is sent to them, so anything stranger is taken for a slip.
 */
export function isMailbox(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || local.length > 64 || domain.length > 253) return false;
  const atoms = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
  const labels = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
  return atoms.test(local) && labels.test(domain);
}
