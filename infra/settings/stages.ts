import { checkedSettings, type StageSettings } from './stage-settings.ts';

/**
 * The host names end in `.example`: they belong to nobody. Whoever deploys puts the province's own here. One stage an AWS account: the
 * alarms on errors and on mail reputation watch the account as a whole.
 */
const stages = {
  pilot: {
    stage: 'pilot',
    region: 'ap-southeast-1',
    hostName: 'motcua.binhduong.example',
    mailDomain: 'hop-thu.motcua.binhduong.example',
    mailSender: 'mot-cua',
    hotlineMailbox: '1022',
    smsSender: { id: 'TD1022', country: 'VN' },
    bounceDomain: 'thu-tra.hop-thu.motcua.binhduong.example',
    receiptRuleSet: 'thu-den',
    alarmAddress: 'truc-he-thong@binhduong.example',
    requestsPerSecond: 50,
    requestBurst: 100,
    mailsPerSecond: 14,
    logRetentionDays: 180,
  },
  dev: {
    stage: 'dev',
    hostName: 'thu.motcua.binhduong.example',
    mailDomain: 'hop-thu.thu.motcua.binhduong.example',
    mailSender: 'mot-cua',
    hotlineMailbox: '1022',
    smsSender: { id: 'TD1022', country: 'VN' },
    bounceDomain: 'thu-tra.hop-thu.thu.motcua.binhduong.example',
    receiptRuleSet: 'thu-den',
    alarmAddress: 'phat-trien@binhduong.example',
    requestsPerSecond: 10,
    requestBurst: 20,
    // The SES sandbox.
    mailsPerSecond: 1,
    logRetentionDays: 30,
  },
} satisfies Record<string, StageSettings>;

/** @throws when there is no such stage. */
export function settingsOf(stage: string): StageSettings {
  const settings = Object.entries(stages).find(([name]) => name === stage)?.[1];
  if (settings === undefined) throw new Error(`no stage ${stage}; there are ${Object.keys(stages).join(', ')}`);
  return checkedSettings(settings);
}
