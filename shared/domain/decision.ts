/**
 * What a command comes to. Expected outcomes are values: a refusal names the rule of law or of the domain that forbids the
 * act, a late or repeated message is ignored with a reason, and only bugs throw.
 */
export type Decision<Event> = Accepted<Event> | Refused | Ignored;

export interface Accepted<Event> {
  readonly kind: 'accepted';
  readonly events: readonly [Event, ...Event[]];
}

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

export interface Ignored {
  readonly kind: 'ignored';
  readonly reason: string;
}

/**
 * Why a command is refused. `sort` decides the HTTP status: `rule` 422, `conflict` 409 (the case has moved on), `forbidden`
 * 403, `invalid` 400. `pointer` is the JSON pointer of the field at fault; `details` fills the texts shown to people.
 */
export interface Refusal {
  readonly rule: string;
  readonly sort: 'rule' | 'conflict' | 'forbidden' | 'invalid';
  readonly pointer?: string;
  /** Article of law, in Vietnamese short form, such as `61/2018/NĐ-CP Điều 19.4`. */
  readonly article?: string;
  readonly details?: Readonly<Record<string, string | number>>;
  /** Every field at fault, when there are several: what is missing is told once and completely (một lần đầy đủ). */
  readonly faults?: readonly Fault[];
}

/** One field at fault inside a refusal. */
export interface Fault {
  readonly rule: string;
  readonly pointer: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export function accept<Event>(first: Event, ...rest: readonly Event[]): Accepted<Event> {
  return { kind: 'accepted', events: [first, ...rest] };
}

export function refuse(rule: string, refusal: Partial<Omit<Refusal, 'rule'>> = {}): Refused {
  return { kind: 'refused', refusal: { sort: 'rule', ...refusal, rule } };
}

export function ignore(reason: string): Ignored {
  return { kind: 'ignored', reason };
}
