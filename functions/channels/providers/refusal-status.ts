import type { IncomingChannel } from '../channel-contract.ts';

const statuses = { forged: 403, stale: 403, malformed: 400, 'keys-unavailable': 503 } as const;

/** For providers that look at nothing but whether it is 2xx: whoever forges learns nothing from it, and a 503 is tried again. */
export const refusalStatus: IncomingChannel['refuse'] = (why) => ({ status: statuses[why] });
