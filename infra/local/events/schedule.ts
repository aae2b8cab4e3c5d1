import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import { localAccount } from '../assembly/local-identity.ts';
import type { RuntimePlan, SchedulePlan } from '../assembly/plan.ts';
import type { LocalClock } from '../local-clock.ts';

/** The next moment after `from` when the expression is due; undefined when it never is again. @throws when it cannot be read. */
export function nextRun(expression: string, timeZone: string, from: Date): Date | undefined {
  const [, kind, inside] = /^(rate|cron|at)\((.+)\)$/u.exec(expression.trim()) ?? [];
  switch (kind) {
    case 'rate': {
      const [amount, unit] = (inside ?? '').split(/\s+/u);
      const minutes = { minute: 1, hour: 60, day: 1440 }[(unit ?? '').replace(/s$/u, '')];
      if (minutes === undefined || !(Number(amount) > 0)) break;
      return new Date(from.getTime() + Number(amount) * minutes * 60_000);
    }
    case 'cron':
      return awsCron(inside ?? '', timeZone).nextRun(from) ?? undefined;
    case 'at': {
      const at = new Cron(inside ?? '', { timezone: timeZone, paused: true }).nextRun(from);
      return at ?? undefined;
    }
    case undefined:
    default:
  }
  throw new Error(`schedule expression ${expression} cannot be read`);
}

/** AWS counts weekdays from Sunday = 1 and lets a range begin anywhere; seconds do not exist. */
function awsCron(fields: string, timeZone: string): Cron {
  return new Cron(`0 ${fields}`, { timezone: timeZone, alternativeWeekdays: true, sloppyRanges: true, paused: true });
}

interface RunningSchedule {
  readonly stop: () => void;
}

/** `setTimeout` takes no more than 24.8 days. */
const longestTimer = 2 ** 31 - 1;

export interface ScheduleSettings {
  readonly plan: RuntimePlan;
  readonly clock: LocalClock;
  readonly fire: (schedule: SchedulePlan, event: unknown) => Promise<void>;
  readonly log: (line: string) => void;
}

export function startSchedules(settings: ScheduleSettings): RunningSchedule[] {
  return settings.plan.schedules.map((plan) => startSchedule(plan, settings));
}

function startSchedule(plan: SchedulePlan, options: ScheduleSettings): RunningSchedule {
  const { clock } = options;
  let timer: NodeJS.Timeout | undefined;
  const arm = (from: Date): void => {
    const due = nextRun(plan.expression, plan.timeZone, from);
    if (due === undefined) return;
    const wakeUp = (): void => {
      const left = due.getTime() - clock.now();
      if (left > 0) {
        timer = setTimeout(wakeUp, Math.min(left, longestTimer));
        return;
      }
      options.fire(plan, scheduleEvent(plan, due, options.plan.region)).catch((error: unknown) => {
        options.log(`schedule ${plan.name}: ${String(error)}`);
      });
      arm(new Date(Math.max(due.getTime(), clock.now() - 60_000)));
    };
    wakeUp();
  };
  try {
    arm(new Date(clock.now()));
  } catch (error) {
    options.log(`schedule ${plan.name}: ${String(error)}`);
  }
  return {
    stop: () => {
      clearTimeout(timer);
    },
  };
}

/** What the target is handed: the input of the template, or what EventBridge makes up itself. */
export function scheduleEvent(plan: SchedulePlan, due: Date, region: string): unknown {
  if (plan.input !== undefined) return withPlaceholders(plan.input, plan, due);
  if (plan.origin === 'schedule') return {};
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: localAccount,
    time: due.toISOString().replace('.000Z', 'Z'),
    region,
    resources: [`arn:aws:events:${region}:${localAccount}:rule/${plan.name}`],
    detail: {},
  };
}

/** EventBridge Scheduler fills in its context attributes wherever the input names them. */
function withPlaceholders(input: unknown, plan: SchedulePlan, due: Date): unknown {
  const text = JSON.stringify(input)
    .replaceAll('<aws.scheduler.scheduled-time>', due.toISOString().replace('.000Z', 'Z'))
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1')
    .replaceAll(
      '<aws.scheduler.schedule-arn>',
      `arn:aws:scheduler:local:${localAccount}:schedule/default/${plan.name}`,
    );
  return JSON.parse(text) as unknown;
}
