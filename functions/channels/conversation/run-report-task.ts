/**
 * What follows from something on a channel, and from one report in another. Each message may come twice, late or before another: the state of what
 * it names decides.
 */
import type { ReportTask } from '../../../shared/contracts/messages.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import { reportDecider } from '../../../shared/domain/report/report-decider.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { commitToConversation } from './commit-to-conversation.ts';
import { fileReport } from './file-report.ts';
import { HOTLINE, type ReportTaskPorts, type TaskDone } from './report-task-ports.ts';
import { takeItem } from './take-item.ts';
import { takeWords } from './take-words.ts';

/** @throws when the message must come again: what it names is not there yet. */
export async function runReportTask(ports: ReportTaskPorts, task: ReportTask): Promise<TaskDone> {
  switch (task.kind) {
    case 'take-message':
      return takeItem(ports, task.entityId);
    case 'file-report':
      return fileReport(ports, task);
    case 'take-words':
      return takeWords(ports, task);
    case 'subscribe':
      return onReport(ports, task.entityId, { type: 'AddSubscriber', reportId: task.reportId });
    case 'link-dossier':
      return onReport(ports, task.entityId, { type: 'LinkDossier', caseId: task.caseId });
    case 'await-words': {
      const { reportId, for: what, version } = task;
      return commitToConversation(ports, {
        conversationId: task.entityId.slice('conversation#'.length),
        prepare: () => ({ type: 'AwaitWords', reportId, for: what, version }),
      });
    }
    default:
      return task satisfies never;
  }
}

async function onReport(ports: ReportTaskPorts, entityId: string, command: ReportCommand): Promise<TaskDone> {
  const now = ports.clock.now();
  const catalogue = await ports.catalogue.load();
  const outcome = await executeCommand({
    store: ports.reports,
    decider: reportDecider,
    entityId,
    actor: HOTLINE,
    at: now,
    decide: (state) => decideReport(command, state, { now, actor: HOTLINE, catalogue }),
  });
  if (outcome.kind === 'done' || outcome.kind === 'busy') return { kind: outcome.kind };
  if (outcome.kind === 'ignored') return { kind: 'ignored', reason: outcome.reason };
  throw new Error(
    `${command.type} on ${entityId}: ${outcome.kind === 'refused' ? outcome.refusal.rule : outcome.kind}`,
  );
}
