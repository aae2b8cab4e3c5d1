/** From an action's body to the domain's command. The rows are those of the contract: a missing one does not compile. */
import type { ReportAction, ReportActionBody } from '../../../shared/contracts/http/report-actions.ts';
import type { ReportCommand, ReportCommandOf } from '../../../shared/domain/report/commands.ts';
import type { ActMaterial } from './act-material.ts';

type ToCommand<Body> = (body: Body, material: ActMaterial) => ReportCommand;

export const reportCommands: { readonly [Action in ReportAction]: ToCommand<ReportActionBody<Action>> } = {
  triage: (body) => ({ type: 'Triage', ...body }),
  ask: (body) => ({ type: 'AskReporter', ...body }),
  reject: (body) => ({ type: 'Reject', ...body }),
  redirect: (body) => ({ type: 'Redirect', ...body }),
  merge: (_, material) => mergeInto(material),
  'add-unit': (body) => ({ type: 'AddUnit', ...body }),
  settle: (body) => ({ type: 'SettleDispute', ...body }),
  accept: (body) => ({ type: 'AcceptWork', ...body }),
  progress: (body) => ({ type: 'ReportProgress', ...body }),
  decline: (body) => ({ type: 'DeclineWork', ...body }),
  'hand-over': (body) => ({ type: 'HandWorkOver', ...body }),
  answer: (body) => ({ type: 'AnswerWork', ...body }),
  consolidate: (body) => ({ type: 'Consolidate', ...body }),
  approve: (body) => ({ type: 'ApproveAnswer', ...body }),
  return: (body) => ({ type: 'ReturnAnswer', ...body }),
  publish: ({ summary, answer, reason }, { personal }) => ({
    type: 'Publish',
    summary,
    answer,
    personal,
    ...(reason !== undefined && { reason }),
  }),
  'do-not-publish': (body) => ({ type: 'DoNotPublish', ...body }),
  note: (body) => ({ type: 'AddNote', ...body }),
  words: (_, { messageId, attachments }) => ({ type: 'RecordReporterWords', messageId, attachments }),
  reopen: ({ text }, { messageId }) => ({ type: 'Reopen', ...(text !== undefined && { messageId }) }),
  withdraw: () => ({ type: 'Withdraw' }),
};

/** @throws when nobody read the other report: what is not there is refused before the command is made. */
function mergeInto({ other }: ActMaterial): ReportCommandOf<'MergeInto'> {
  if (other === undefined) throw new Error('a merge without the report that it goes into');
  const { core, status } = other;
  return {
    type: 'MergeInto',
    into: core.reportId,
    other: { status, ...(status === 'merged' && { into: other.into }) },
  };
}
