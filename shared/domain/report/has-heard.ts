import type { Report } from './state.ts';

/** A message that comes twice says nothing new. */
export function hasHeard({ heard }: Pick<Report, 'heard'>, messageId: string | undefined): boolean {
  return messageId !== undefined && heard.some((one) => one.messageId === messageId);
}
