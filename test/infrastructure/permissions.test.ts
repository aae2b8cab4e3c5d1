import { describe, expect, it } from 'vitest';
import { at, list, ofType, synthesise, type Resource } from './synthesised-app.ts';

interface Statement {
  readonly owner: string;
  readonly effect: unknown;
  readonly actions: readonly unknown[];
  readonly resources: readonly unknown[];
}

const resources = synthesise('pilot');

function statements(type: string, document = 'PolicyDocument'): readonly Statement[] {
  return ofType(resources, type).flatMap((resource) =>
    list(at(resource.properties, document, 'Statement')).map((statement) => ({
      owner: resource.id,
      effect: at(statement, 'Effect'),
      actions: list(at(statement, 'Action')),
      resources: list(at(statement, 'Resource')),
    })),
  );
}

const rolePolicies = statements('AWS::IAM::Policy');
const roleOf = (part: string): readonly Statement[] => {
  const found = rolePolicies.filter(({ owner }) => owner.startsWith(part));
  if (found.length === 0) throw new Error(`no role ${part}`);
  return found;
};
const names = (found: readonly Statement[]): string => JSON.stringify(found.map((statement) => statement.resources));

describe('permissions', () => {
  it('no role may do every action of a service', () => {
    const actions = rolePolicies.flatMap((statement) =>
      statement.actions.map((action) => `${statement.owner}: ${String(action)}`),
    );
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('no role reaches further than named resources, but for the folders of the two buckets', () => {
    const wild = rolePolicies.flatMap(({ owner, resources: reached }) =>
      reached
        .map((one) => JSON.stringify(one))
        .filter((one) => one.includes('*'))
        .map((one) => ({ owner, one })),
    );
    const folders = /"MotCua-pilot-Data:(DocumentsArn"\},"\/(incoming|dossiers)|MailArn"\},"\/arrived)\/\*"/u;
    expect(wild.filter(({ one }) => !folders.test(one))).toEqual([]);
    const owners = wild.map(({ owner, one }) => `${owner.replace(/Role.*/u, '')} ${folders.exec(one)?.[1] ?? ''}`);
    expect(new Set(owners.map((owner) => owner.replace(/Arn.*\//u, ' ')))).toEqual(
      new Set([
        'AttachmentsApi Documents incoming',
        'AttachmentsApi Documents dossiers',
        'DossiersWorker Documents incoming',
        'DossiersWorker Documents dossiers',
        'IncomingMailReceiver Documents incoming',
        'IncomingMailReceiver Mail arrived',
        'PetitionsWorker Documents incoming',
      ]),
    );
  });

  it('no role has a policy of AWS and none is shared between functions', () => {
    expect(
      ofType(resources, 'AWS::IAM::Role').filter((role) => at(role.properties, 'ManagedPolicyArns') !== undefined),
    ).toEqual([]);
    const roles = ofType(resources, 'AWS::Lambda::Function').map((one) => JSON.stringify(at(one.properties, 'Role')));
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('every allow in a resource policy names who is allowed', () => {
    const policies = ['AWS::SQS::QueuePolicy', 'AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy'];
    const open = policies.flatMap((type) =>
      ofType(resources, type).flatMap((policy) =>
        list(at(policy.properties, 'PolicyDocument', 'Statement')).filter(
          (statement) =>
            at(statement, 'Effect') === 'Allow' &&
            (at(statement, 'Principal') === '*' || at(statement, 'Principal', 'AWS') === '*'),
        ),
      ),
    );
    expect(open).toEqual([]);
  });

  it.each([
    'RelayRole',
    'RelayRebuildQueuesRole',
    'RoutingLevel',
    'TimersSweeperRole',
    'DossiersWorkerRole',
    'CatalogueApiRole',
  ])('%s cannot read people', (part) => {
    expect(names(roleOf(part))).not.toContain('People');
  });

  it('only who takes something in from people, or is told more of it, changes people', () => {
    const writers = rolePolicies.filter(
      (statement) => statement.actions.includes('dynamodb:PutItem') && names([statement]).includes('People'),
    );
    expect(writers.map((writer) => writer.owner.slice(0, 11))).toEqual([
      'DossiersApi',
      'IncomingMai',
      'ChannelsWeb',
      'ChannelsExc',
      'ChannelsSms',
      'PetitionsAp',
      'PetitionsDe',
      'PetitionsWo',
    ]);
  });

  it('the relay reads the stream and sends, and touches no table', () => {
    const actions = new Set(roleOf('RelayRole').flatMap((statement) => statement.actions));
    const tableActions = [...actions].filter((action) =>
      /dynamodb:(?!(Describe|List)Stream|GetRecords|GetShardIterator)/u.test(String(action)),
    );
    expect(tableActions).toEqual([]);
    expect(actions).toContain('sqs:SendMessage');
  });

  it('only the function that is called by hand may scan', () => {
    const scanning = rolePolicies.filter((statement) => statement.actions.includes('dynamodb:Scan'));
    expect(scanning.map((statement) => statement.owner.replace(/DefaultPolicy.*/u, ''))).toEqual([
      'RelayRebuildQueuesRole',
    ]);
  });

  it('only the mail sender may send mail, and only from the sender’s address', () => {
    const sending = ofType(resources, 'AWS::IAM::Policy').flatMap((policy: Resource) =>
      list(at(policy.properties, 'PolicyDocument', 'Statement'))
        .filter((statement) => list(at(statement, 'Action')).some((action) => String(action).startsWith('ses:')))
        .map((statement) => ({
          owner: policy.id.slice(0, 10),
          from: at(statement, 'Condition', 'StringEquals', 'ses:FromAddress'),
        })),
    );
    expect(sending).toEqual([{ owner: 'MailSender', from: 'mot-cua@hop-thu.motcua.binhduong.example' }]);
  });
});
