import { App, Tags, Validations } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { settingsOf } from './settings/stages.ts';
import { DataStack } from './stacks/data-stack.ts';
import { MailStack } from './stacks/mail-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

export interface OneStopApp {
  readonly app: App;
  readonly data: DataStack;
  readonly mail: MailStack;
  readonly service: ServiceStack;
}

/** The whole system of one stage. Without `outdir`, the place that the CDK's command line names. */
export function oneStopApp(options: {
  readonly stage?: string;
  readonly outdir?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}): OneStopApp {
  const app = new App({
    ...(options.outdir !== undefined && { outdir: options.outdir }),
    ...(options.context && { context: options.context }),
  });
  const settings = settingsOf(options.stage ?? String(app.node.tryGetContext('stage')));
  const stack: StackProps = {
    env: {
      ...(settings.account !== undefined && { account: settings.account }),
      ...(settings.region !== undefined && { region: settings.region }),
    },
    terminationProtection: true,
  };
  const name = `MotCua-${settings.stage}`;
  const data = new DataStack(app, 'Data', { ...stack, settings, stackName: `${name}-Data` });
  const mail = new MailStack(app, 'Mail', { ...stack, settings, data, stackName: `${name}-Mail` });
  const service = new ServiceStack(app, 'Service', { ...stack, settings, data, mail, stackName: `${name}-Service` });
  Tags.of(app).add('system', 'mot-cua-1022');
  Tags.of(app).add('stage', settings.stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, data, mail, service };
}
