/** What the exchange says aloud to somebody who waits while the line is saturated, in both languages. */
import type { Offer, Slot } from '../../../shared/domain/call/state.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { provinceOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf, localTimeOf, type Instant } from '../../../shared/domain/time.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';

export function overflowWords(
  offer: Pick<Offer, 'slot' | 'text'> | undefined,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Instant },
): SaidText {
  const hotline = provinceOn(catalogue, localDateOf(now))?.hotline ?? '1022';
  const emergencies = catalogue.hotline.emergencies.map(({ number }) => number);
  const parts: readonly (SaidText | undefined)[] = [
    {
      vi: `Tổng đài ${hotline} đang có nhiều cuộc gọi chờ.`,
      en: `Many callers are waiting for ${hotline}.`,
    },
    offer?.slot && calledBack(offer.slot, now),
    offer?.text === true
      ? {
          vi: 'Chúng tôi gửi tin nhắn hướng dẫn cách phản ánh không cần gọi.',
          en: 'We are sending you a text that says how to report without a call.',
        }
      : undefined,
    emergencies.length > 0
      ? {
          vi: `Việc khẩn cấp, xin gọi ${emergencies.join(', ')}.`,
          en: `In an emergency call ${emergencies.join(', ')}.`,
        }
      : undefined,
  ];
  const said = parts.filter((part) => part !== undefined);
  return { vi: said.map(({ vi }) => vi).join(' '), en: said.map(({ en }) => en).join(' ') };
}

function calledBack({ from, to }: Slot, now: Instant): SaidText {
  const today = localDateOf(from) === localDateOf(now);
  const day = localDateOf(from).split('-').slice(1).reverse().map(Number).join('/');
  return {
    vi: `Ông/bà có thể gác máy: chúng tôi gọi lại từ ${inWords(from)} đến ${inWords(to)}${today ? '' : ` ngày ${day}`}.`,
    en: `You may hang up: we call you back between ${localTimeOf(from)} and ${localTimeOf(to)}${today ? '' : ` on ${day}`}.`,
  };
}

/** `9 giờ`, `9 giờ 30`: read aloud by a machine. */
function inWords(instant: Instant): string {
  const [hours = '', minutes = ''] = localTimeOf(instant).split(':');
  return `${Number(hours)} giờ${minutes === '00' ? '' : ` ${minutes}`}`;
}
