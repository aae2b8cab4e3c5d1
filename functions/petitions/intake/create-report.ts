/** The one commit that makes a report, whichever way it came to the hotline's own functions. */
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { accept, type Decision } from '../../../shared/domain/decision.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import { evolveReport } from '../../../shared/domain/report/evolve-report.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import { reportDecider } from '../../../shared/domain/report/report-decider.ts';
import type { Report, ReportCore } from '../../../shared/domain/report/state.ts';
import { addMinutes, type Instant } from '../../../shared/domain/time.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import type { HttpRequest } from '../../../shared/shell/http.ts';
import { reportEntityId } from '../find-report.ts';
import type { ReportPorts } from '../report-ports.ts';
import { storedReceipt } from './report-receipt.ts';

/** How long a retry is recognised. Minutes. */
const IDEMPOTENCY_LIFE = 48 * 60;

export interface NewReport {
  readonly core: Omit<ReportCore, 'filedAt' | 'hotlineId'>;
  readonly people: ReportPeople;
  readonly phoneHash: string;
  readonly actor: Actor;
  readonly now: Instant;
  readonly catalogue: Catalogue;
  readonly idempotency: HttpRequest['idempotency'];
  /** Of the operator who took it down. */
  readonly note?: string;
}

export function createReport(
  { reports }: Pick<ReportPorts, 'reports'>,
  { core, people, phoneHash, note, idempotency, ...context }: NewReport,
): Promise<Execute<Report>> {
  const { actor, now, catalogue } = context;
  return executeCommand({
    store: reports,
    decider: reportDecider,
    entityId: reportEntityId(core.reportId),
    actor,
    at: now,
    create: true,
    decide: (state) => filed({ core, note }, state, context),
    ...(idempotency && {
      idempotency: {
        ...idempotency,
        expiresAt: addMinutes(now, IDEMPOTENCY_LIFE),
        response: (state: Report, version: number) => ({ status: 201, body: storedReceipt(state, version, catalogue) }),
      },
    }),
    alongside: {
      keep: [{ record: 'PERSON', value: people, phone: { hash: phoneHash, filedAt: now } }],
      uploads: core.attachments.map(({ uploadId }) => uploadId),
    },
  });
}

function filed(
  { core, note }: Pick<NewReport, 'core'> & { readonly note: string | undefined },
  state: Report | undefined,
  context: Parameters<typeof decideReport>[2],
): Decision<ReportEvent> {
  const decision = decideReport({ type: 'FileReport', core }, state, context);
  if (note === undefined || decision.kind !== 'accepted') return decision;
  const report = decision.events.reduce<Report | undefined>(evolveReport, state);
  const noted = decideReport({ type: 'AddNote', text: note }, report, context);
  if (noted.kind !== 'accepted') return noted;
  const [first, ...rest] = decision.events;
  return accept(first, ...rest, ...noted.events);
}
