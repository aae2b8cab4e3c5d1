import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EasyDkimSigningKeyLength,
  CfnReceiptRule,
  DkimIdentity,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { ARRIVED, receiptRuleName } from '../constructs/mail-archive.ts';
import type { StageSettings } from '../settings/stage-settings.ts';
import type { DataStack } from './data-stack.ts';

/**
 * The sender's identity with DKIM and an envelope domain of its own, so that both SPF and DKIM align for DMARC; and the rule that takes mail
 * to the same domain in.
 */
export class MailStack extends Stack {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly settings: StageSettings; readonly data: DataStack },
  ) {
    super(scope, id, props);
    const { settings, data } = props;
    this.configurationSet = new ConfigurationSet(this, 'Notices', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      sendingEnabled: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    // What comes back goes through the default bus: the rules there take out only which notice it was (constructs/mail-feedback.ts).
    this.configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    // Added to the account's active rule set, which may hold other systems' rules. SES scans for viruses and writes its verdicts into the message.
    new CfnReceiptRule(this, 'Incoming', {
      ruleSetName: settings.receiptRuleSet,
      rule: {
        name: receiptRuleName(settings),
        enabled: true,
        recipients: [settings.mailDomain],
        scanEnabled: true,
        // Senders of citizens' mail are not all able to use TLS; refused they would hear of it from their own provider, in English.
        tlsPolicy: 'Optional',
        actions: [{ s3Action: { bucketName: data.mail.bucketName, objectKeyPrefix: ARRIVED } }],
      },
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(settings.mailDomain),
      configurationSet: this.configurationSet,
      dkimSigning: true,
      dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT),
      feedbackForwarding: false,
      mailFromDomain: settings.bounceDomain,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
    });
    // The records that the domain's owner enters; without them nothing is sent.
    this.identity.dkimRecords.forEach((record, index) => {
      new CfnOutput(this, `DkimRecord${index + 1}`, { value: `${record.name} CNAME ${record.value}` });
    });
    new CfnOutput(this, 'IncomingMx', {
      value: `${settings.mailDomain} MX 10 inbound-smtp.${this.region}.amazonaws.com`,
    });
    new CfnOutput(this, 'BounceDomainMx', {
      value: `${settings.bounceDomain} MX 10 feedback-smtp.${this.region}.amazonses.com`,
    });
    new CfnOutput(this, 'BounceDomainSpf', {
      value: `${settings.bounceDomain} TXT "v=spf1 include:amazonses.com ~all"`,
    });
  }
}
