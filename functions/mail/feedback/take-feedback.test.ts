import { beforeEach, describe, expect, it } from 'vitest';
import type { MailFeedback } from '../../../shared/contracts/messages.ts';
import { actorRef } from '../../../shared/domain/actor.ts';
import { MemoryMailboxMarks } from '../../../shared/ports/memory/memory-short-lived.ts';
import type { NoticeRecipient } from '../../../shared/domain/dossier/recipient.ts';
import { recipientKey } from '../../relay/messages-of.ts';
import { APPLICANT, officeCatalogue } from '../../relay/testing/office-catalogue.ts';
import { MONDAY, RunningOffice } from '../../relay/testing/running-office.ts';
import { takeFeedback, type FeedbackPorts } from './take-feedback.ts';

const AN: NoticeRecipient = { kind: 'staff', staffId: 'an' };
const WARD: NoticeRecipient = { kind: 'unit-mailbox', unitId: 'ward-25750' };

let office: RunningOffice;
let entityId: string;
let ports: FeedbackPorts;

beforeEach(async () => {
  office = new RunningOffice(
    officeCatalogue({
      staff: officeCatalogue().staff.map((one) => (one.id === 'an' ? { ...one, mailbox: 'An@Ward.example' } : one)),
    }),
  );
  entityId = await office.forwardedCase();
  const { cases, conversations, deliveries, people, catalogue, clock } = office;
  ports = { cases, conversations, deliveries, people, catalogue, clock, marks: new MemoryMailboxMarks(clock) };
  const routing = { kind: 'system', name: 'routing' } as const;
  await office.act(entityId, routing, { type: 'AssignStep', stepId: await firstStep(), staffId: 'an', why: 'test' });
});

async function firstStep(): Promise<string> {
  const dossier = (await office.cases.load(entityId))?.state;
  const step = dossier?.status === 'processing' ? dossier.work.steps[0] : undefined;
  if (step === undefined) throw new Error('no step');
  return step.stepId;
}

function tagOf(recipient: NoticeRecipient, about = `${entityId}/4/0/step-assigned`): string {
  return Buffer.from(`${about}/${recipientKey(recipient)}`).toString('base64url');
}

const BOUNCE: MailFeedback = { kind: 'bounce', bounceType: 'Permanent', messageId: 'ses-1', notice: '' };

function bounceOf(recipient: NoticeRecipient, changes: Partial<MailFeedback> = {}): MailFeedback {
  return { ...BOUNCE, notice: tagOf(recipient), ...changes };
}

async function eventsByMail() {
  const history = await office.cases.history(entityId);
  const byMail = actorRef({ kind: 'system', name: 'mail' });
  return history.filter(({ actor }) => actor === byMail).flatMap(({ events }) => events);
}

describe('a mail that came back', () => {
  it('marks the mailbox of its officer and hands the open work on', async () => {
    expect(await takeFeedback(ports, bounceOf(AN))).toEqual({ kind: 'reported' });
    expect(await ports.marks.find('an@ward.example')).toEqual({ why: 'bounced', at: MONDAY });
    expect(await eventsByMail()).toMatchObject([{ type: 'OfficerUnreachable', staffId: 'an', why: 'bounced' }]);
  });

  it('acts once, however often it is told', async () => {
    for (let time = 0; time < 3; time += 1)
      expect(await takeFeedback(ports, bounceOf(AN))).toEqual({ kind: 'reported' });
    expect(await eventsByMail()).toHaveLength(1);
  });

  it('acts though the first delivery died between the mark and the case', async () => {
    office.world.failNextCommit('before-write');
    await expect(takeFeedback(ports, bounceOf(AN))).rejects.toThrow();
    expect(await takeFeedback(ports, bounceOf(AN))).toEqual({ kind: 'reported' });
    expect(await eventsByMail()).toHaveLength(1);
  });

  it('does nothing while it is temporary', async () => {
    for (const bounceType of ['Transient', 'Undetermined'])
      expect(await takeFeedback(ports, bounceOf(AN, { bounceType }))).toEqual({ kind: 'temporary' });
    const unsaid: MailFeedback = { kind: 'bounce', messageId: 'ses-1', notice: tagOf(AN) };
    expect(await takeFeedback(ports, unsaid)).toEqual({ kind: 'temporary' });
    expect(await ports.marks.find('an@ward.example')).toBeUndefined();
    expect(await eventsByMail()).toEqual([]);
  });

  it('marks the mailbox of a unit and tells the head', async () => {
    expect(await takeFeedback(ports, bounceOf(WARD))).toEqual({ kind: 'reported' });
    expect(await ports.marks.find('ward-25750@province.example')).toBeDefined();
    expect(office.world.stream.at(-1)?.events).toContain('"kind":"unit-head","unitId":"ward-25750"');
  });

  it('of a head marks whoever leads the unit now', async () => {
    await takeFeedback(ports, bounceOf({ kind: 'unit-head', unitId: 'ward-25750' }));
    expect(await ports.marks.find('hoa@province.example')).toBeDefined();
  });

  it('of an applicant marks the mailbox and tells the counter, once, without the address', async () => {
    expect(await takeFeedback(ports, bounceOf({ kind: 'applicant' }))).toEqual({ kind: 'reported' });
    const again = { messageId: 'ses-2', kind: 'complaint' } as const;
    expect(await takeFeedback(ports, bounceOf({ kind: 'applicant' }, again))).toEqual({ kind: 'marked' });
    expect(await ports.marks.find(APPLICANT.applicant.email ?? '')).toBeDefined();
    expect(await eventsByMail()).toEqual([{ type: 'ApplicantUnreachable', counterId: 'counter-25750', at: MONDAY }]);
  });

  it('of a digest or a link to sign in marks the mailbox', async () => {
    for (const about of ['planned/digest/2026-11-23', 'sign-in#abc/1/0/sign-in', 'mail#abc/1/0/mail-held']) {
      await ports.marks.clear('an@ward.example');
      expect(await takeFeedback(ports, bounceOf(AN, { notice: tagOf(AN, about) }))).toEqual({ kind: 'marked' });
      expect(await ports.marks.find('an@ward.example')).toBeDefined();
    }
    expect(await eventsByMail()).toEqual([]);
  });

  it('of an officer without open work marks the mailbox alone', async () => {
    const binh: NoticeRecipient = { kind: 'staff', staffId: 'binh' };
    expect(await takeFeedback(ports, bounceOf(binh))).toEqual({ kind: 'marked' });
    expect(await ports.marks.find('binh@province.example')).toBeDefined();
  });

  it('of somebody who has left marks nobody', async () => {
    expect(await takeFeedback(ports, bounceOf({ kind: 'staff', staffId: 'gone' }))).toEqual({ kind: 'no-address' });
    office.applicant = { ...APPLICANT, applicant: { name: 'x', phone: 'x', address: 'x' } };
    const other = await office.forwardedCase('CASE0000B2');
    const notice = tagOf({ kind: 'applicant' }, `${other}/1/0/filed`);
    expect(await takeFeedback(ports, bounceOf(AN, { notice }))).toEqual({ kind: 'no-address' });
  });

  it.each([
    '',
    'nothing',
    'case#A/1/0/filed',
    'case#A/1/0/filed/staff:',
    'case#A/1/0/filed/applicant:x',
    'case#A/x/0/filed/applicant',
    'case#A/1/0/filed/owner:x',
    'x/1/0/filed/applicant',
    'mail#A/1/0/mail-arrived/mail-sender',
    'planned/digest/staff:an',
  ])('is left alone when its tag is %j', async (noticeId) => {
    const notice = Buffer.from(noticeId).toString('base64url');
    expect(await takeFeedback(ports, bounceOf(AN, { notice }))).toEqual({ kind: 'unknown-notice' });
  });

  it('about a case that is not there is a fault', async () => {
    const notice = tagOf(AN, 'case#NOWHERE/1/0/step-assigned');
    await expect(takeFeedback(ports, bounceOf(AN, { notice }))).rejects.toThrow('not-found');
  });
});

describe('a complaint', () => {
  it('counts like a mail that came back, and is remembered as what it is', async () => {
    const complaint: MailFeedback = { kind: 'complaint', messageId: 'ses-1', notice: tagOf(AN) };
    expect(await takeFeedback(ports, complaint)).toEqual({ kind: 'reported' });
    expect(await ports.marks.find('an@ward.example')).toEqual({ why: 'complained', at: MONDAY });
    expect(await eventsByMail()).toHaveLength(1);
  });
});
