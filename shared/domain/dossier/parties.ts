/**
 * The people of a dossier, kept apart from the record. Applicant (người nộp hồ sơ) and owner (chủ hồ sơ) are different
 * fields on every real form.
 */
export interface Parties {
  readonly applicant: Applicant;
  readonly owner: Owner;
  /** Nội dung yêu cầu giải quyết. */
  readonly request: string;
  /** Where the result goes, when it goes to the door. */
  readonly returnAddress?: PostalAddress;
  /** File names as the applicant gave them, by upload id. */
  readonly fileNames: Readonly<Record<string, string>>;
  /** Who took the result, when a proxy did (giấy ủy quyền, 61/2018/NĐ-CP art. 6). */
  readonly collectedBy?: Proxy;
}

export interface Applicant {
  readonly name: string;
  readonly idNumber?: string;
  /** E.164. */
  readonly phone: string;
  readonly email?: string;
  readonly address: string;
}

export interface Owner {
  readonly kind: 'citizen' | 'enterprise' | 'household-business';
  readonly name: string;
  readonly idNumber?: string;
  readonly address: string;
}

export interface PostalAddress {
  readonly recipient: string;
  readonly phone: string;
  readonly address: string;
}

export interface Proxy {
  readonly name: string;
  readonly idNumber: string;
  /** Number or description of the written authorisation. */
  readonly authorisation: string;
}
