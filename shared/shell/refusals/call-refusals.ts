import type { SaidText } from '../said-text.ts';

/** Calling back whoever could not get through. */
export const callRefusals: Readonly<Record<string, SaidText>> = {
  'no-call-back': {
    vi: 'Cuộc gọi này không cần gọi lại.',
    en: 'This call needs no call back.',
  },
  'called-back-already': {
    vi: 'Người khác đã gọi lại cuộc này lúc {at}.',
    en: 'Somebody else called back at {at}.',
  },
};
