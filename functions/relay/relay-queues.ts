import * as z from 'zod/mini';
import type { MessageQueue } from '../../shared/ports/outside.ts';
import type { RelayQueues } from './relay-records.ts';

const Urls = z.record(z.string(), z.string());

/** The queues that the configuration names. @throws when LEVEL_QUEUES is not an object of URLs. */
export function relayQueues(
  configuration: {
    readonly LEVEL_QUEUES: string;
    readonly OUTGOING_MAIL_QUEUE: string;
    readonly CASE_TASKS_QUEUE: string;
    readonly REPORT_TASKS_QUEUE: string;
    readonly OUTGOING_MESSAGES_QUEUE: string;
  },
  open: <Message>(url: string) => MessageQueue<Message>,
): RelayQueues {
  const levels = Object.entries(Urls.parse(JSON.parse(configuration.LEVEL_QUEUES)));
  return {
    levels: new Map(levels.map(([level, url]) => [level, open(url)])),
    mail: open(configuration.OUTGOING_MAIL_QUEUE),
    tasks: open(configuration.CASE_TASKS_QUEUE),
    reports: open(configuration.REPORT_TASKS_QUEUE),
    messages: open(configuration.OUTGOING_MESSAGES_QUEUE),
  };
}
