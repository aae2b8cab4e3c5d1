import { join } from 'node:path';
import type { Duration } from 'aws-cdk-lib';
import { RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal, type IGrantable, type IPrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type ILogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { configurationOf, type ConfigurationFor, type FunctionName } from '../../shared/contracts/configuration.ts';
import { projectRoot } from './bundling.ts';
import { bundleOf } from './function-bundles.ts';

export interface CapabilityFunctionProps<Name extends FunctionName> {
  readonly name: Name;
  /** What tells several functions of one name apart: the level that a level worker serves. */
  readonly variant?: string;
  /** Folder under functions/. */
  readonly capability: string;
  readonly description: string;
  /** Exactly what the function's contract names: one too few or too many does not compile. */
  readonly configuration: ConfigurationFor<Name>;
  readonly timeout: Duration;
  readonly memoryMegabytes?: number;
  readonly reservedConcurrency?: number;
  readonly stage: string;
  readonly logRetention: RetentionDays;
}

/** 128 MB makes the first call three times slower than 512 MB (measured); more does not help a function that waits for DynamoDB. */
const defaultMemoryMegabytes = 512;

/** One function with a role and a log group of its own: nothing is allowed that is not written in its capability. */
export class CapabilityFunction<Name extends FunctionName> extends Construct implements IGrantable {
  readonly function: Function;
  readonly grantPrincipal: IPrincipal;
  readonly logs: ILogGroup;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: CapabilityFunctionProps<Name>) {
    super(scope, id);
    const functionName = `mot-cua-${props.stage}-${props.name}${props.variant === undefined ? '' : `-${props.variant}`}`;
    const logGroup: LogGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/mot-cua/${props.stage}/${functionName}`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.logs = logGroup;
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${functionName} may do`,
    });
    this.grantPrincipal = this.role.grantPrincipal;
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    this.function = new Function(this, 'Function', {
      functionName,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(this.codeFolder(props)),
      handler: 'index.handler',
      environment: checkedEnvironment(props.name, props.configuration),
      memorySize: props.memoryMegabytes ?? defaultMemoryMegabytes,
      ephemeralStorageSize: Size.mebibytes(512),
      timeout: props.timeout,
      ...(props.reservedConcurrency !== undefined && { reservedConcurrentExecutions: props.reservedConcurrency }),
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
  }

  /** Where only the templates are wanted (`cdk list`, tests), the sources stand for the bundle. */
  private codeFolder({ capability, name }: Pick<CapabilityFunctionProps<Name>, 'capability' | 'name'>): string {
    return Stack.of(this).bundlingRequired ? bundleOf(capability, name) : join(projectRoot, 'functions', capability);
  }

  allow(actions: readonly string[], resources: readonly string[], conditions?: Record<string, unknown>): void {
    const statement = { actions: [...actions], resources: [...resources], ...(conditions && { conditions }) };
    this.role.addToPolicy(new PolicyStatement(statement));
  }
}

/** The compiler lets a superfluous value through when the object was not written in place; the template must not. */
function checkedEnvironment<Name extends FunctionName>(
  name: Name,
  configuration: ConfigurationFor<Name>,
): Record<string, string> {
  const wanted = [...configurationOf[name]].sort().join(' ');
  const given = Object.keys(configuration).sort().join(' ');
  if (wanted !== given) throw new Error(`${name} reads ${wanted}, but is given ${given}`);
  return configuration;
}
