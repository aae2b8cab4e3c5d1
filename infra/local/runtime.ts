import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { makePlan } from './assembly/make-plan.ts';
import { functionNameOf } from './assembly/plan-compute.ts';
import type { FunctionPlan, SchedulePlan } from './assembly/plan.ts';
import { readAssembly } from './assembly/read-assembly.ts';
import { bucketClient, queueClient, streamsClient } from './clients.ts';
import { startEngines, type Endpoints } from './engines/engines.ts';
import { createEndings, type Endings } from './endings.ts';
import { startTimeToLiveSweep } from './engines/time-to-live.ts';
import type { RunningMapping } from './events/delivery.ts';
import { createEventBus } from './events/event-bus.ts';
import { scheduleEvent, startSchedules } from './events/schedule.ts';
import { queueAddress, startMappings } from './events/start-mappings.ts';
import { leaveEndpoints } from './endpoints-file.ts';
import type { Furnished } from './furnished.ts';
import { httpApi } from './http/http-api.ts';
import { openServer } from './http/open-server.ts';
import type { InvocationOutcome } from './lambda/execution-environment.ts';
import { invokeEndpoint } from './lambda/invoke-endpoint.ts';
import { createFunctionPool } from './lambda/function-pool.ts';
import { localClock } from './local-clock.ts';
import { mailViewer } from './mail/mail-viewer.ts';
import { openSmtpPort } from './mail/smtp-port.ts';
import { mailIntake } from './mail/take-mail-in.ts';
import { phoneServer } from './providers/phone-server.ts';
import type { ProviderWorld } from './providers/provider-world.ts';
import { callsProviders, startStandIns, withStandIns } from './providers/stand-ins.ts';

export interface LocalRuntimeOptions {
  /** The folder of the synthesised app. */
  readonly assembly: string;
  readonly dataDirectory: string;
  /** 0: any free port. */
  readonly port: number;
  readonly mailPort: number;
  /** Where mail comes in by SMTP. */
  readonly smtpPort: number;
  /** The moment at which the system believes to start; now when absent. */
  readonly startAt?: Date;
  readonly environmentsPerFunction?: number;
  readonly environmentsInAll?: number;
  readonly integrationTimeoutMilliseconds?: number;
  readonly expirySweepMilliseconds?: number;
  /** False: schedules are left to the test, which calls `runSchedule`. */
  readonly schedules?: boolean;
  /** What functions write. */
  readonly log?: (line: string) => void;
  /** Faults: of functions, engines and event sources. */
  readonly warn?: (line: string) => void;
  /** Runs when tables, queues and buckets are there and no function has run yet. */
  readonly beforeFunctions?: (runtime: Furnished) => Promise<void>;
  /** The runtime cannot go on: an engine died. */
  readonly onBroken?: (reason: string) => void;
}

export interface LocalRuntime extends Furnished {
  readonly baseUrl: string;
  readonly mailUrl: string;
  readonly smtpPort: number;
  /** The providers' stand-ins and the citizens who use them; when the app calls providers. */
  readonly providers?: ProviderWorld;
  readonly mappings: readonly RunningMapping[];
  /** By the function's name, or by its logical id or a part of it that only one function has. */
  readonly invoke: (functionName: string, event: unknown) => Promise<InvocationOutcome>;
  /** Runs a schedule now, by a part of its name. */
  readonly runSchedule: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Ends everything at once, with no time to tidy up. */
  readonly kill: () => Promise<void>;
}

/** How long an orderly end waits for functions that events called. Milliseconds. */
const patience = 5000;

/** Runs a synthesised CDK app on this machine until `stop`. @throws UnderstandableError for what the person at the keyboard can mend. */
export async function startLocalRuntime(options: LocalRuntimeOptions): Promise<LocalRuntime> {
  const endings = createEndings();
  try {
    return await startInOrder(options, endings);
  } catch (error) {
    await endings.run('orderly');
    throw error;
  }
}

async function startInOrder(options: LocalRuntimeOptions, endings: Endings): Promise<LocalRuntime> {
  const warn = options.warn ?? ((line: string) => process.stderr.write(`${line}\n`));
  const clock = localClock(options.startAt);
  const assembly = readAssembly(options.assembly);
  readScriptsAsCommonJs(assembly.directory);
  const region = assembly.stacks.find((stack) => stack.region !== undefined)?.region ?? 'ap-southeast-1';
  const api = await openServer(options.port, '--port');
  endings.add(api.close);
  const mailServer = await openServer(options.mailPort, '--mail-port');
  endings.add(mailServer.close);
  const engines = await startEngines({
    dataDirectory: options.dataDirectory,
    region,
    clock,
    log: warn,
    onUnexpectedEnd: (lastWords) => options.onBroken?.(`DynamoDB: ${lastWords}`),
  });
  endings.add(engines.stop);
  const places = { region, baseUrl: api.url, queueUrl: engines.queues.endpoint };
  const made = makePlan(assembly, places, resolve(join(options.dataDirectory, 'inline-code')));
  const providerServer = callsProviders(made.functions) ? await openServer(0, '') : undefined;
  if (providerServer !== undefined) endings.add(providerServer.close);
  const plan =
    providerServer === undefined ? made : { ...made, functions: withStandIns(made.functions, providerServer.url) };
  const endpoints = await engines.furnish(plan);
  const standIns =
    providerServer &&
    (await startStandIns({
      server: providerServer,
      apiUrl: api.url,
      functions: plan.functions,
      secretsManager: endpoints.secretsManager,
      region,
      now: clock.now,
      log: warn,
    }));
  const environment = { ...engineVariables(endpoints, region), ...standIns?.environment };
  const furnished: Furnished = { endpoints, plan, environment };
  await options.beforeFunctions?.(furnished);

  const environmentsPerFunction = options.environmentsPerFunction ?? 4;
  const pool = createFunctionPool({
    functions: plan.functions,
    environment: furnished.environment,
    shiftMilliseconds: clock.shiftMilliseconds,
    environmentsPerFunction,
    environmentsInAll: options.environmentsInAll ?? 12,
    idleMilliseconds: 300_000,
    log: options.log ?? ((line) => process.stdout.write(`${line}\n`)),
    warn,
  });
  const invoking = await openServer(0, '');
  invoking.answerWith(invokeEndpoint(pool));
  endings.add(invoking.close);
  const queues = queueClient(endpoints.sqs, region);
  endings.add(() => {
    queues.destroy();
  });
  const sweep = startTimeToLiveSweep({
    client: engines.dynamoClient,
    tables: plan.tables,
    clock,
    store: engines.store,
    log: warn,
    ...(options.expirySweepMilliseconds !== undefined && { passEveryMilliseconds: options.expirySweepMilliseconds }),
  });
  endings.add(sweep.stop);
  const mappings = startMappings({
    plan,
    pool,
    store: engines.store,
    queueEndpoint: endpoints.sqs,
    queueClient: queues,
    streamsClient: streamsClient(endpoints.dynamodb, region),
    environmentsPerFunction,
    log: warn,
  });
  endings.add(async (how) => {
    const stopped = Promise.all(mappings.map((mapping) => mapping.stop()));
    // What is under way may end; what does not is handed over again at the next start, as after a crash.
    if (how === 'orderly') await Promise.race([stopped, wait(patience, undefined, { ref: false })]);
    await pool.stop();
    await stopped;
  });
  const fire = async (schedule: SchedulePlan, event: unknown): Promise<void> => {
    if (schedule.targetArn.includes(':lambda:')) {
      await pool.invoke(functionNameOf(schedule.targetArn), event);
      return;
    }
    const QueueUrl = queueAddress(endpoints.sqs, schedule.targetArn);
    await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }));
  };
  if (options.schedules !== false) {
    const schedules = startSchedules({ plan, clock, fire, log: warn });
    endings.add(() => {
      for (const schedule of schedules) schedule.stop();
    });
  }
  endings.add(leaveEndpoints(options.dataDirectory, { ...furnished, lambda: invoking.url }));
  const [firstApi] = plan.apis;
  const integrationTimeoutMilliseconds = options.integrationTimeoutMilliseconds ?? 30_000;
  if (firstApi !== undefined)
    api.answerWith(httpApi({ api: firstApi, pool, clock, integrationTimeoutMilliseconds, log: warn }));
  const bucket = bucketClient(endpoints.s3, region);
  endings.add(() => {
    bucket.destroy();
  });
  const bus = createEventBus({
    rules: plan.eventRules,
    region,
    now: clock.now,
    async deliver(targetArn, message) {
      const QueueUrl = queueAddress(endpoints.sqs, targetArn);
      await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
    },
  });
  const intake = mailIntake({ rules: plan.receiptRules, s3: bucket, bus, region, now: clock.now });
  const smtp = await openSmtpPort({ port: options.smtpPort, intake, log: warn });
  endings.add(smtp.close);
  const viewer = mailViewer({ store: engines.mails, intake, bus, now: clock.now, log: warn });
  const textThroughAws = async (body: string): Promise<void> => {
    const texts = plan.queues.find(({ name }) => name.endsWith('-sms-received'));
    if (texts === undefined) throw new Error('the app takes no texts from AWS');
    await queues.send(new SendMessageCommand({ QueueUrl: queueAddress(endpoints.sqs, texts.arn), MessageBody: body }));
  };
  mailServer.answerWith(
    standIns === undefined ? viewer : phoneServer({ world: standIns.world, textThroughAws, log: warn }, viewer),
  );
  return {
    ...furnished,
    baseUrl: api.url,
    mailUrl: mailServer.url,
    smtpPort: smtp.port,
    ...(standIns && { providers: standIns.world }),
    mappings,
    invoke: (functionName, event) => pool.invoke(findFunction(plan.functions, functionName).name, event),
    async runSchedule(name) {
      const found = plan.schedules.filter((schedule) => schedule.name.includes(name));
      if (found.length === 0) throw new Error(`there is no schedule ${name}`);
      for (const schedule of found) await fire(schedule, scheduleEvent(schedule, new Date(clock.now()), region));
    },
    stop: () => endings.run('orderly'),
    kill: () => endings.run('crash'),
  };
}

/**
 * A bundle has no package.json of its own; in Lambda that makes index.js CommonJS. Here the repository's package.json lies above it and would
 * make it a module, so the assembly gets an empty one.
 */
function readScriptsAsCommonJs(directory: string): void {
  const file = join(directory, 'package.json');
  if (!existsSync(file)) writeFileSync(file, '{}\n');
}

/** A function by its name, its logical id, or a part of it that no other function has. @throws when none or several match. */
function findFunction(functions: readonly FunctionPlan[], wanted: string): FunctionPlan {
  const exact = functions.find((plan) => plan.name === wanted || plan.logicalId === wanted);
  if (exact !== undefined) return exact;
  const [only, another] = functions.filter((plan) => `${plan.name} ${plan.logicalId}`.includes(wanted));
  if (only === undefined || another !== undefined)
    throw new Error(`${wanted} is the name of no function or of several`);
  return only;
}

function engineVariables(endpoints: Endpoints, region: string): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SES: endpoints.ses,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
  };
}
