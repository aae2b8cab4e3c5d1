/**
 * Lets `Date` begin at another moment and run on normally. Used in the processes of functions when the system was started with a date, so
 * that functions/ and shared/ need to know nothing of it. The operating system's clock and timers stay as they are.
 */
export function shiftDate(milliseconds: number): void {
  if (milliseconds === 0) return;
  const RealDate = Date;
  const now = (): number => RealDate.now() + milliseconds;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
}
