/** A harmless first call for each function, which asks its engine something wherever the function can be made to. */
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { CaseTask, LevelTask, OutgoingNotice } from '../../shared/contracts/messages.ts';
import { SESSION_COOKIE, tokenHash } from '../../shared/shell/session.ts';
import { httpEvent } from '../../shared/shell/testing/http-event.ts';
import { newCode } from './shapes.ts';
import { intakeEvent } from './sections/post.ts';

export interface FirstCall {
  readonly function: FunctionName;
  readonly what: string;
  event(): unknown;
  /** Whether the answer is the one that this call should get: a fast refusal by mistake is no figure. */
  expected(answer: unknown): boolean;
}

/** Of a notice that was recorded as sent before. */
export const SENT_NOTICE = 'case#0000000000/1/0/filed/applicant';

const hasStatus = (status: number) => (answer: unknown) => (answer as { statusCode?: number }).statusCode === status;
const nothingFailed = (answer: unknown) => {
  const { batchItemFailures: failures } = answer as { batchItemFailures?: readonly unknown[] };
  return failures?.length === 0;
};

const unknownSession = [`${SESSION_COOKIE}=${tokenHash('nobody')}`];
const queued = (message: LevelTask | CaseTask | OutgoingNotice) => ({
  Records: [{ messageId: 'm1', body: JSON.stringify(message), attributes: { ApproximateReceiveCount: '1' } }],
});

const signInRequested = {
  Records: [
    {
      eventID: '1',
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: '1',
        NewImage: {
          entityId: { S: 'sign-in#bench' },
          record: { S: 'EVENT#0000000001' },
          committedAt: { S: '2026-11-23T02:00:00.000Z' },
          actor: { S: 'system:staff' },
          events: { S: JSON.stringify([{ type: 'SignInRequested', staffIds: ['bench'] }]) },
        },
      },
    },
  ],
};

export const firstCalls: readonly FirstCall[] = [
  {
    function: 'dossiers-api',
    what: 'GET of an unknown dossier',
    event: () => {
      const code = newCode();
      return httpEvent({ method: 'GET', route: '/dossiers/{code}', path: `/dossiers/${code}`, params: { code } });
    },
    expected: hasStatus(404),
  },
  { function: 'dossiers-api', what: 'a real first POST', event: intakeEvent, expected: hasStatus(201) },
  {
    function: 'attachments-api',
    what: 'a file of an unknown dossier',
    event: () => {
      const params = { code: newCode(), uploadId: 'bench-upload-0000000001' };
      const path = `/dossiers/${params.code}/attachments/${params.uploadId}`;
      return httpEvent({ method: 'GET', route: '/dossiers/{code}/attachments/{uploadId}', path, params });
    },
    expected: hasStatus(404),
  },
  {
    function: 'post-api',
    what: 'GET with an unknown session',
    event: () =>
      httpEvent({
        method: 'GET',
        route: '/handovers/{handoverId}',
        path: '/handovers/bench',
        params: { handoverId: 'bench' },
        cookies: unknownSession,
      }),
    expected: hasStatus(401),
  },
  {
    function: 'staff-api',
    what: 'GET with an unknown session',
    event: () => httpEvent({ method: 'GET', route: '/staff/me', cookies: unknownSession }),
    expected: hasStatus(401),
  },
  {
    function: 'site',
    what: 'page of an unknown dossier',
    event: () => {
      const code = newCode();
      return httpEvent({ method: 'GET', route: '/t/{code}', path: `/t/${code}`, params: { code } });
    },
    expected: hasStatus(404),
  },
  {
    function: 'catalogue-api',
    what: 'GET of a procedure (reads the catalogue)',
    event: () =>
      httpEvent({
        method: 'GET',
        route: '/procedures/{code}',
        path: '/procedures/1.004873',
        params: { code: '1.004873' },
      }),
    expected: hasStatus(200),
  },
  { function: 'relay', what: 'one event, one message', event: () => signInRequested, expected: nothingFailed },
  { function: 'rebuild-queues', what: 'an empty table', event: () => ({}), expected: () => true },
  {
    function: 'level-worker',
    what: 'a message about an unknown case',
    event: () => queued({ kind: 'assign-step', entityId: `case#${newCode()}`, version: 1, stepId: 'tham-dinh' }),
    expected: nothingFailed,
  },
  {
    function: 'case-worker',
    what: 'a message about an unknown case',
    event: () => queued({ kind: 'file-attachments', entityId: `case#${newCode()}`, version: 1 }),
    expected: () => true,
  },
  { function: 'timer-sweeper', what: 'nothing due (reads the catalogue)', event: () => ({}), expected: () => true },
  {
    function: 'mail-sender',
    what: 'a notice that was sent before',
    event: () =>
      queued({
        noticeId: SENT_NOTICE,
        entityId: 'case#0000000000',
        version: 1,
        eventIndex: 0,
        template: 'filed',
        recipient: { kind: 'applicant' },
      }),
    expected: nothingFailed,
  },
];
