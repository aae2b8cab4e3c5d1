/** Texts to the number that called: in both languages, for a number says nothing about which is read. */
import type { CallEvent, Slot } from '../../../shared/domain/call/state.ts';
import { localTimeOf } from '../../../shared/domain/time.ts';
import { shortDate } from '../../../shared/shell/format.ts';
import { asWritten, inBoth, lines, type MessageText } from './message-text.ts';

interface CallFacts {
  readonly event: CallEvent;
  /** Where one reports in writing. */
  readonly page: string;
  readonly hotline: string;
}

/** @throws for an event that tells nobody anything. */
export function callText({ event, page, hotline }: CallFacts): MessageText {
  switch (event.type) {
    case 'CallOffered':
      return deflected(event.offer.slot, page);
    case 'CallBackMissed':
      return missed(page, hotline);
    case 'CallWaited':
    case 'CallAnswered':
    case 'CallAbandoned':
    case 'CallEnded':
    case 'CallerCalledBack':
      throw new Error(`a text about ${event.type}`);
    default:
      return event satisfies never;
  }
}

function deflected(slot: Slot | undefined, page: string): MessageText {
  const when = slot && `${localTimeOf(slot.from)}-${localTimeOf(slot.to)}, ${shortDate(slot.from)}`;
  return {
    headline: { vi: 'Tổng đài 1022 đang bận', en: 'The 1022 hotline is busy' },
    body: lines(
      inBoth({
        vi: `Tổng đài 1022 đang bận.${when === undefined ? '' : ` Chúng tôi gọi lại lúc ${when}.`} Phản ánh ngay tại:`,
        en: `Hotline 1022 is busy.${when === undefined ? '' : ` We call you back ${when}.`} Report now at:`,
      }),
      asWritten(page),
    ),
  };
}

function missed(page: string, hotline: string): MessageText {
  return {
    headline: { vi: 'Tổng đài 1022 đã gọi lại', en: 'The 1022 hotline called back' },
    body: lines(
      inBoth({
        vi: `Tổng đài 1022 đã gọi lại nhưng không gặp ông/bà. Xin gọi ${hotline} hoặc phản ánh tại:`,
        en: `Hotline 1022 called back and did not reach you. Please call ${hotline} or report at:`,
      }),
      asWritten(page),
    ),
  };
}
