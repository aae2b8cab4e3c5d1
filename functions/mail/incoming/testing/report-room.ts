/** The mail room with a hotline: one report that a unit works on, its notices sent, its answers received. */
import type { Actor } from '../../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue/catalogue.ts';
import type { ChannelItem } from '../../../../shared/domain/conversation/channel-message.ts';
import type { ReportCommand } from '../../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../../../shared/domain/report/events.ts';
import type { ReportPeople } from '../../../../shared/domain/report/people.ts';
import { reportDecider } from '../../../../shared/domain/report/report-decider.ts';
import { REPORT_REPLY_ACTS } from '../../../../shared/domain/report/reply/report-reply-acts.ts';
import type { ReportReplyResult } from '../../../../shared/domain/report/reply/report-reply-result.ts';
import type { Report } from '../../../../shared/domain/report/state.ts';
import { hotlineCatalogue } from '../../../../shared/domain/report/testing/hotline-catalogue.ts';
import { filing, HOTLINE_WORKER, ROUTING, triage } from '../../../../shared/domain/report/testing/report-life.ts';
import { executeCommand } from '../../../../shared/shell/execute-command.ts';
import { reportAddress, type ReportAddress } from '../../../../shared/shell/report-address.ts';
import { parseMail } from '../../reading/parse-mail.ts';
import type { MailDone } from '../receiver-ports.ts';
import { MailRoom, REPLY_DOMAIN, type Letter } from './mail-room.ts';

export const REPORT_CODE = 'AAAA000001';
const ENTITY = `report#${REPORT_CODE}`;
export const REPORTER: ReportPeople = {
  name: 'Nguyễn Thị Hồng Nhung',
  address: '12 Bạch Đằng',
  phone: '+84912345678',
  email: 'hong.nhung@example.com',
  summary: 'Ổ gà',
  content: 'Ổ gà trước cổng chợ,\nxe máy ngã hôm qua',
  place: 'trước chợ',
  later: [],
  fileNames: {},
  proven: ['email'],
};

interface SentNotice {
  readonly template: string;
  readonly to: string;
  readonly replyTo: string;
  readonly text: string;
}

export class ReportRoom {
  readonly room: MailRoom;

  constructor(catalogue: Catalogue = hotlineCatalogue()) {
    this.room = new MailRoom(catalogue);
  }

  /** Filed, sorted, and given to `an` of the roads office. */
  static async atWork(command = triage()): Promise<ReportRoom> {
    const one = new ReportRoom();
    await one.do(filing(), HOTLINE_WORKER);
    await one.do(command, 'operator');
    await one.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'test' }, ROUTING);
    return one;
  }

  /** @throws when it is not accepted. */
  async do(command: ReportCommand, actor: Actor | string): Promise<void> {
    const { office } = this.room;
    const [catalogue, now] = [await office.catalogue.load(), office.clock.now()];
    const who = typeof actor === 'string' ? await office.staff(actor) : actor;
    const outcome = await executeCommand({
      store: office.reports,
      decider: reportDecider,
      entityId: ENTITY,
      actor: who,
      at: now,
      create: command.type === 'FileReport',
      decide: (state) => decideReport(command, state, { now, actor: who, catalogue }),
      ...(command.type === 'FileReport' && { alongside: { keep: [{ record: 'PERSON', value: REPORTER }] } }),
    });
    if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  }

  async address(recipient: ReportAddress['recipient'], changes: Partial<ReportAddress> = {}): Promise<string> {
    const { office } = this.room;
    const keys = await office.secrets.signingKeys();
    const acts = recipient.kind === 'applicant' ? [] : REPORT_REPLY_ACTS;
    const now = office.clock.now();
    return reportAddress(keys, REPLY_DOMAIN, { reportId: REPORT_CODE, recipient, acts, now, ...changes });
  }

  /** A member of staff answers a notice about the first part. */
  async answers(staffId: string, text: string, changes: Partial<Letter> = {}): Promise<MailDone> {
    const to = await this.address({ kind: 'staff', staffId }, { workId: 'w1' });
    return this.room.receive({ from: `${staffId}@province.example`, to, text, subject: 'Re: Phản ánh', ...changes });
  }

  async report(): Promise<Report> {
    const snapshot = await this.room.office.reports.load(ENTITY);
    if (snapshot === undefined) throw new Error('no report');
    return snapshot.state;
  }

  events(): readonly ReportEvent[] {
    return this.room.office.world.stream
      .filter(({ entityId }) => entityId === ENTITY)
      .flatMap(({ events }) => JSON.parse(events) as readonly ReportEvent[]);
  }

  /** Of the last reply. */
  result(): ReportReplyResult {
    const last = this.events().findLast((event) => event.type === 'ReportReplyAnswered');
    if (last === undefined) throw new Error('nobody has replied');
    return last.result;
  }

  /** What came in on the hotline's channel. */
  async items(): Promise<readonly ChannelItem[]> {
    const ids = [...this.room.office.world.entities.keys()].filter((id) => id.startsWith('message#'));
    return Promise.all(ids.map(async (id) => (await this.room.office.people.kept(id, 'ITEM')) as ChannelItem));
  }

  /** Every notice so far on its way, as plain text, by template. */
  async notices(): Promise<readonly SentNotice[]> {
    const { office } = this.room;
    await office.relay();
    const notices = office.queues.mail.sent.splice(0);
    const sent: SentNotice[] = [];
    for (const notice of notices) {
      const before = office.sender.sent.length;
      await office.send(notice);
      const mail = office.sender.sent[before];
      if (mail === undefined) continue;
      const { subject, text, headers } = await parseMail(mail.raw);
      const replyTo = headers.find(([name]) => name === 'reply-to')?.[1] ?? '';
      sent.push({ template: notice.template, to: mail.to, replyTo, text: `${subject}\n\n${text}` });
    }
    return sent;
  }
}
