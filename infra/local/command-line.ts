import { parseArgs } from 'node:util';
import { bilingual, UnderstandableError } from './understandable-error.ts';

export interface CommandLine {
  readonly dataDirectory: string;
  readonly port: number;
  readonly mailPort: number;
  readonly smtpPort: number;
  readonly startAt: Date | undefined;
  /** An app that is synthesised already; else the one of this repository is made. */
  readonly assembly: string | undefined;
  readonly quiet: boolean;
  readonly help: boolean;
}

export const usage = `npm start -- [--data DIR] [--port N] [--mail-port N] [--smtp-port N] [--date 2020-02-06T09:00:00+07:00] [--quiet]
  --data       thư mục dữ liệu · data folder (.local)
  --port       cổng của API và trang · port of the API and pages (8022)
  --mail-port  cổng của hộp thư · port of the mail viewer (8025)
  --smtp-port  cổng SMTP nhận thư đến · SMTP port for incoming mail (8026)
  --date       hệ thống bắt đầu từ lúc này · the moment the system starts at (now)
  --assembly   ứng dụng đã dựng sẵn · an app synthesised already (cdk.out)
  --quiet      chỉ in lỗi · print errors only`;

/** @throws UnderstandableError naming the option that cannot be read. */
export function readCommandLine(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const { values } = parse(words);
  const date = values.date ?? environment['LOCAL_DATE'];
  return {
    dataDirectory: values.data ?? '.local',
    port: readPort('--port', values.port ?? '8022'),
    mailPort: readPort('--mail-port', values['mail-port'] ?? '8025'),
    smtpPort: readPort('--smtp-port', values['smtp-port'] ?? '8026'),
    startAt: date === undefined || date === '' ? undefined : readMoment(date),
    assembly: values.assembly,
    quiet: values.quiet === true,
    help: values.help === true,
  };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    data: text,
    port: text,
    'mail-port': text,
    'smtp-port': text,
    date: text,
    assembly: text,
    quiet: flag,
    help: flag,
  };
  try {
    return parseArgs({ args: [...words], options });
  } catch (error) {
    throw new UnderstandableError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function readPort(option: string, value: string): number {
  const port = Number(value);
  if (/^\d+$/u.test(value) && port <= 65_535) return port;
  throw new UnderstandableError(
    bilingual(
      `${option} phải là số từ 0 đến 65535, không phải “${value}”.`,
      `${option} must be a number from 0 to 65535, not “${value}”.`,
    ),
  );
}

/** The zone must be written: a bare date would mean another moment on another machine. */
function readMoment(value: string): Date {
  const moment = new Date(value);
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/u.test(value) && !Number.isNaN(moment.getTime())) return moment;
  throw new UnderstandableError(
    bilingual(
      `--date phải có dạng 2020-02-06T09:00:00+07:00, không phải “${value}”.`,
      `--date must look like 2020-02-06T09:00:00+07:00, not “${value}”.`,
    ),
  );
}
