/** The small office with work in every state of lateness, for the tests of what a schedule mails. The morning is Monday's, 06:30. */
import { simpleParser, type ParsedMail } from 'mailparser';
import type { PlannedNotice } from '../../../../shared/contracts/messages.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue/catalogue.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { officeCatalogue } from '../../../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../../../relay/testing/running-office.ts';
import type { NoticeOutcome } from '../../outgoing/send-notice.ts';
import { planMails } from '../plan-mails.ts';

const ROUTING = { kind: 'system', name: 'routing' } as const;

export class MorningOffice extends RunningOffice {
  constructor(catalogue: Catalogue = officeCatalogue()) {
    super(catalogue);
    // The Friday before: what is filed then in the afternoon is due on Monday.
    this.clock.set('2026-11-20T07:00:00.000Z');
  }

  /** With the officer; the step has eight working hours. */
  async assigned(caseId: string, staffId: string): Promise<string> {
    const entityId = await this.forwardedCase(caseId);
    await this.done(this.act(entityId, ROUTING, { type: 'AssignStep', stepId: 'tham-tra', staffId, why: 'test' }));
    return entityId;
  }

  async asked(caseId: string, staffId: string): Promise<string> {
    const entityId = await this.assigned(caseId, staffId);
    const items = [{ lineId: 'giay-to', what: 'Thiếu' }];
    const ask = { type: 'RequestSupplement', stepId: 'tham-tra', items, reason: 'Thiếu giấy tờ tùy thân' } as const;
    await this.done(this.act(entityId, await this.staff(staffId), ask));
    return entityId;
  }

  async done(acting: ReturnType<RunningOffice['act']>): Promise<void> {
    const outcome = await acting;
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  }

  /** Plans by the clock of the office, with nothing else waiting to be sent. */
  async plan(plan: 'digest' | 'weekly', at: Instant = MORNING): Promise<readonly PlannedNotice[]> {
    this.clock.set(at);
    this.queues.mail.sent.length = 0;
    await planMails({ queries: this.queries, catalogue: this.catalogue, outgoing: this.queues.mail }, { plan }, at);
    return this.queues.mail.sent.flatMap((notice) => ('kind' in notice ? [notice] : []));
  }

  /** Sends what was planned, and answers the mails by recipient's address. */
  async sendPlanned(): Promise<{
    readonly outcomes: readonly NoticeOutcome[];
    readonly to: ReadonlyMap<string, ParsedMail>;
  }> {
    this.sender.sent.length = 0;
    const outcomes = await this.sendAll();
    const to = new Map<string, ParsedMail>();
    for (const { to: address, raw } of this.sender.sent) to.set(address, await simpleParser(Buffer.from(raw)));
    return { outcomes, to };
  }
}

/** Monday, 06:30 in Viet Nam. */
export const MORNING = '2026-11-22T23:30:00.000Z';
