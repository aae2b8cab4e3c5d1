import type { MailSender } from '../../../shared/ports/outside.ts';

/** Time as the pace needs it; milliseconds. */
export interface Stopwatch {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/**
 * Holds one sender at its share of the account's rate: on the average no more than `perSecond`, after a pause at most one second's worth at
 * once. Mails wait their turn in the order they came; what SES still finds too fast it throttles, and the queue delivers again.
 */
export function pacedSender(sender: MailSender, perSecond: number, stopwatch: Stopwatch = systemStopwatch): MailSender {
  const interval = 1000 / perSecond;
  const burst = Math.max(0, Math.floor(perSecond) - 1) * interval;
  /** When the next mail would go if none had been saved up. */
  let due = -Infinity;
  return {
    async send(mail) {
      const now = stopwatch.now();
      due = Math.max(due, now - burst);
      const pause = due - now;
      due += interval;
      if (pause > 0) await stopwatch.wait(pause);
      return sender.send(mail);
    },
  };
}

const systemStopwatch: Stopwatch = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
