import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('the command line', () => {
  it('has sensible values for everything', () => {
    expect(readCommandLine([], {})).toMatchObject({
      dataDirectory: '.local',
      port: 8022,
      mailPort: 8025,
      startAt: undefined,
    });
  });

  it('takes a date with its zone, from the command line before the environment', () => {
    const environment = { LOCAL_DATE: '2021-01-01T00:00:00Z' };
    expect(readCommandLine([], environment).startAt?.toISOString()).toBe('2021-01-01T00:00:00.000Z');
    const words = ['--date', '2020-02-06T09:00:00+07:00'];
    expect(readCommandLine(words, environment).startAt?.toISOString()).toBe('2020-02-06T02:00:00.000Z');
  });

  it.each([
    [['--date', '2020-02-06'], '--date'],
    [['--date', '2020-02-06T09:00:00'], '--date'],
    [['--date', '2020-13-06T09:00:00Z'], '--date'],
    [['--port', '70000'], '--port'],
    [['--mail-port', '-1'], '--mail-port'],
    [['--unknown'], '--unknown'],
  ])('refuses %j and names the option', (words, option) => {
    expect(() => readCommandLine(words, {})).toThrow(option);
  });
});
