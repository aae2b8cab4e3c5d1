import type { MessageContent } from '../../../shared/domain/conversation/channel-message.ts';

/** Degrees, as the provider wrote them. A place that is none on earth is kept, not understood. */
export function locationOf(latitude: string | undefined, longitude: string | undefined): MessageContent {
  const [north, east] = [degrees(latitude), degrees(longitude)];
  return Math.abs(north) <= 90 && Math.abs(east) <= 180
    ? { kind: 'location', latitude: north, longitude: east }
    : { kind: 'other', what: 'unknown' };
}

function degrees(text = ''): number {
  return /\d/.test(text) ? Number(text) : NaN;
}
