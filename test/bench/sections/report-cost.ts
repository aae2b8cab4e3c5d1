/**
 * Section: what one report costs on each channel, from filing to the answer on the citizen's screen, by what it left on the local runtime: items and
 * bytes of its commits, mails, messages and their segments. Write units are counted from the items' sizes: two for each kilobyte begun, as in
 * a transaction, a snapshot at its last size for each of its commits.
 */
import { DynamoDBClient, paginateScan, type AttributeValue } from '@aws-sdk/client-dynamodb';
import channels from '../../../infra/province/channels.json' with { type: 'json' };
import { smsSegments } from '../../../shared/domain/delivery/sms-segments.ts';
import { OPERATOR } from '../../api/reports.ts';
import { signedIn } from '../../e2e/acts.ts';
import { citizenOn, codeHeard, hearing, providersOf, wholeReport, type WrittenChannel } from '../../e2e/citizens.ts';
import { answerNotice, confirmSuggestion } from '../../e2e/hotline-acts.ts';
import { mailsTo } from '../../e2e/mailbox.ts';
import { startOwnSystem, stopAndForget, type OwnSystem } from '../../e2e/running-system.ts';
import { REGION, tablesOf } from '../app.ts';
import type { Line, Section } from '../report.ts';

/** US dollars for one: a write unit, a mail sent, a mail taken in. */
const PRICE = { writeUnit: 0.625e-6, mail: 100e-6, incomingMail: 190e-6 } as const;

const CITIZENS: readonly (readonly [WrittenChannel, string])[] = [
  ['zalo', '5510185758261920001'],
  ['viber', '01234567892A='],
  ['teams', '29:do-teams'],
  ['skype', '29:do-skype'],
  ['sms', '+84909113001'],
  ['email', 'do@citizen.example'],
];

interface Totals {
  readonly writeUnits: number;
  readonly kilobytes: number;
  readonly mails: number;
  readonly messages: number;
}

export async function reportCost(): Promise<Section> {
  const system = await startOwnSystem();
  const client = new DynamoDBClient({
    endpoint: system.runtime.endpoints.dynamodb,
    region: REGION,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  try {
    // What everybody shares is made before anything is counted.
    await signedIn(system, OPERATOR);
    const lines: Line[] = [];
    const detail: Record<string, unknown> = {};
    for (const [channel, account] of CITIZENS) {
      const before = await totalsOf(system, client);
      const heard = await lifeOn(system, channel, account);
      const after = await totalsOf(system, client);
      const used = {
        writeUnits: after.writeUnits - before.writeUnits,
        kilobytes: after.kilobytes - before.kilobytes,
        mails: after.mails - before.mails,
        messages: after.messages - before.messages,
        segments: heard.reduce((sum, text) => sum + smsSegments(text).segments, 0),
      };
      const incoming = channel === 'email' ? 2 : 1;
      const dollars = used.writeUnits * PRICE.writeUnit + used.mails * PRICE.mail + incoming * PRICE.incomingMail;
      const dong =
        (channels.find((one) => one.channel === channel)?.cost ?? 0) *
        (channel === 'sms' ? used.segments : used.messages);
      detail[channel] = { ...used, dollars, dong };
      lines.push({
        what: `a report on ${channel}, filed to answered`,
        goal: '',
        floor: '',
        measured: `${(dollars * 100).toFixed(3)} US cents + ${String(dong)} đ to the provider (${String(used.writeUnits)} write units, ${String(used.mails)} mails, ${String(used.messages)} messages)`,
      });
    }
    return { lines, detail };
  } finally {
    client.destroy();
    await stopAndForget(system);
  }
}

/** @returns what the citizen was told. */
async function lifeOn(system: OwnSystem, channel: WrittenChannel, account: string): Promise<readonly string[]> {
  const citizen = citizenOn(system, channel, account);
  await citizen.says(wholeReport(channel === 'sms' ? account : '+84909114001'));
  const code = await codeHeard(citizen);
  await confirmSuggestion(system, code);
  await answerNotice(system, code, { text: 'Đã xử lý: Đã vá ổ gà, mặt đường bằng phẳng.' });
  await hearing(citizen, /Đã vá ổ gà|Da va o ga/u);
  return citizen.hears();
}

async function totalsOf(system: OwnSystem, client: DynamoDBClient): Promise<Totals> {
  const { cases, people } = tablesOf(system.runtime.plan).names;
  let [writeUnits, kilobytes] = [0, 0];
  const commits = new Map<string, number>();
  const snapshots: (readonly [string, number])[] = [];
  for (const TableName of [cases, people]) {
    for await (const { Items: items = [] } of paginateScan({ client }, { TableName })) {
      for (const item of items) {
        const [entity = '', record = '', size] = [item['entityId']?.S, item['record']?.S, sizeOf(item)];
        if (entity.startsWith('case#') || entity.startsWith('sign-in#')) continue;
        kilobytes += size / 1024;
        if (record === 'STATE') snapshots.push([entity, size]);
        else writeUnits += 2 * Math.ceil(size / 1024);
        if (record.startsWith('EVENT#')) commits.set(entity, (commits.get(entity) ?? 0) + 1);
      }
    }
  }
  for (const [entity, size] of snapshots) writeUnits += 2 * Math.ceil(size / 1024) * (commits.get(entity) ?? 1);
  return {
    writeUnits,
    kilobytes: Math.round(kilobytes),
    mails: (await mailsTo(system)).length,
    messages: providersOf(system).said.length,
  };
}

function sizeOf(item: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + name.length + Buffer.byteLength(value.S ?? value.N ?? ''),
    0,
  );
}
