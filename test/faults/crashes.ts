/**
 * A process that dies at a chosen place: before or after one of its calls to the outside. From then on every call of the same invocation
 * fails too, as nothing runs on in a killed process; the next invocation is a new one.
 */
export interface Crash {
  /** Counted over all calls to a port since the last crash. */
  readonly afterCalls: number;
  readonly when: 'before' | 'after';
}

export class Killed extends Error {}

export class Crashes {
  readonly #planned: Crash[];
  #calls = 0;
  #dead = false;
  /** Where it died: `cases.commit after`. */
  readonly places: string[] = [];
  /** All calls that were let through. */
  total = 0;

  constructor(planned: readonly Crash[]) {
    this.#planned = [...planned];
  }

  /** Begins a new invocation. @returns whether it died. */
  async invoke(work: () => Promise<unknown>): Promise<boolean> {
    this.#dead = false;
    const died = this.places.length;
    await work().catch((fault: unknown) => {
      if (this.places.length === died) throw fault;
    });
    this.#dead = false;
    return this.places.length > died;
  }

  /** Every method of every port, counted. Clock, chance and settings are no side effects. */
  readonly wrap = <Ports extends object>(ports: Ports): Ports =>
    Object.fromEntries(
      Object.entries(ports).map(([name, port]: [string, unknown]) => [
        name,
        typeof port === 'object' && port !== null && !harmless.has(name) ? this.#wrapPort(name, port) : port,
      ]),
    ) as Ports;

  #wrapPort(name: string, port: object): object {
    return new Proxy(port, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== 'function' || typeof key !== 'string') return member;
        return (...given: unknown[]) =>
          this.#around(`${name}.${key}`, () => Reflect.apply(member, target, given) as unknown);
      },
    });
  }

  async #around(place: string, call: () => unknown): Promise<unknown> {
    if (this.#dead) throw new Killed(place);
    this.#calls += 1;
    this.total += 1;
    const [next] = this.#planned;
    const due = next !== undefined && this.#calls > next.afterCalls;
    if (due && next.when === 'before') this.#die(`${place} before`);
    const result = await call();
    if (due) this.#die(`${place} after`);
    return result;
  }

  #die(place: string): never {
    this.#planned.shift();
    this.#calls = 0;
    this.#dead = true;
    this.places.push(place);
    throw new Killed(place);
  }
}

const harmless = new Set(['clock', 'randomness', 'secrets', 'catalogue']);
