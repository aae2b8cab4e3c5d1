/** What a citizen does on a chat, whatever the provider. */
export type CitizenSaying =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'image' | 'video' | 'file';
      readonly url: string;
      readonly fileName?: string;
      readonly text?: string;
    }
  | { readonly kind: 'voice'; readonly url: string }
  | { readonly kind: 'sticker' }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'contact'; readonly name: string; readonly phone: string }
  /** Follows, subscribes. */
  | { readonly kind: 'comes' }
  | { readonly kind: 'leaves' };
