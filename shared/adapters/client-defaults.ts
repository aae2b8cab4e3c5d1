/**
 * How every AWS client of ours behaves. Address, region and credentials come from the environment, as the SDK reads it. A call that has not
 * answered in three seconds will not: give up and try again while the person still waits. Milliseconds.
 */
export const clientDefaults = {
  maxAttempts: 4,
  requestHandler: {
    connectionTimeout: 1000,
    requestTimeout: 3000,
    throwOnRequestTimeout: true,
    httpAgent: { keepAlive: true, maxSockets: 50 },
    httpsAgent: { keepAlive: true, maxSockets: 50 },
  },
};
