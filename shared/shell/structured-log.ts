/**
 * One JSON object a line, for CloudWatch. Only ids, route, status, duration and the name of an error: never a body, a header, a query, a
 * message of an exception or anything else that a person typed.
 */
export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
export type Log = (level: LogLevel, event: string, fields: LogFields) => void;

export const structuredLog: Log = (level, event, fields) => {
  process.stdout.write(`${JSON.stringify({ level, event, ...fields })}\n`);
};

/** What may be told of a fault: names of the chain of causes and where in the code, without the messages. */
export function faultFields(fault: unknown): LogFields {
  const chain: Error[] = [];
  for (let cause = fault; cause instanceof Error && chain.length < 5; cause = cause.cause) chain.push(cause);
  const frames = (chain[0]?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: chain.length === 0 ? typeof fault : chain.map((error) => error.name).join(' < '),
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}
