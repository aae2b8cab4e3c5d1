import { randomUUID } from 'node:crypto';
import { localAccount } from '../assembly/local-identity.ts';
import type { EventRulePlan } from '../assembly/plan.ts';
import { asObject, type JsonObject } from '../json-reading.ts';
import { passesFilters } from './filter-criteria.ts';

export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: JsonObject;
}

export interface EventBus {
  /** Resolves when every target of every rule that matches has the event. */
  readonly put: (event: BusEvent) => Promise<void>;
}

/** EventBridge's default bus: rules by pattern, and input transformers that make a target's message out of parts of the event. */
export function createEventBus(options: {
  readonly rules: readonly EventRulePlan[];
  readonly region: string;
  now(): number;
  readonly deliver: (targetArn: string, message: unknown) => Promise<void>;
}): EventBus {
  return {
    async put({ source, detailType, detail }) {
      const event = {
        version: '0',
        id: randomUUID(),
        source,
        'detail-type': detailType,
        account: localAccount,
        time: new Date(options.now()).toISOString().replace(/\.\d{3}Z$/u, 'Z'),
        region: options.region,
        resources: [],
        detail,
      };
      for (const rule of options.rules) {
        if (passesFilters(event, [rule.pattern])) await options.deliver(rule.targetArn, messageOf(rule, event));
      }
    },
  };
}

function messageOf({ transformer }: EventRulePlan, event: JsonObject): unknown {
  if (transformer === undefined) return event;
  const filled = [...transformer.paths].reduce((text, [name, path]) => {
    const value = JSON.stringify(valueAt(event, path) ?? '');
    // A placeholder stands for a whole JSON value, or inside a text for its characters.
    return text.replaceAll(`"<${name}>"`, () => value).replaceAll(`<${name}>`, () => value);
  }, transformer.template);
  return JSON.parse(filled) as unknown;
}

/** `$.detail.mail.tags.notice[0]` */
function valueAt(event: unknown, path: string): unknown {
  const steps = path.replace(/^\$\.?/u, '').match(/[^.[\]]+/gu) ?? [];
  return steps.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? (value as unknown[])[Number(step)] : asObject(value)[step]),
    event,
  );
}
