import type { ReporterAction } from '../../../shared/contracts/http/report-intake.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { Instant } from '../../../shared/domain/time.ts';

const probes: readonly (readonly [ReporterAction, ReportCommand])[] = [
  ['rate', { type: 'Rate', stars: 3 }],
  ['reopen', { type: 'Reopen' }],
  ['words', { type: 'RecordReporterWords', messageId: 'probe', attachments: [] }],
  ['withdraw', { type: 'Withdraw' }],
];

/** What the reporter may ask for now: asked of the domain, so that no button is offered that it would refuse. */
export function possibleForReporter(
  state: Report,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Instant },
): readonly ReporterAction[] {
  const context = { now, catalogue, actor: { kind: 'citizen' } } as const;
  return probes.flatMap(([action, command]) =>
    decideReport(command, state, context).kind === 'accepted' ? [action] : [],
  );
}
