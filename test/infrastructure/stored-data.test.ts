import { describe, expect, it } from 'vitest';
import { at, list, ofType, synthesise, type Resource } from './synthesised-app.ts';

const resources = synthesise('pilot');
const tables = ofType(resources, 'AWS::DynamoDB::GlobalTable');

function table(name: string): Resource {
  const found = tables.find((candidate) => candidate.id.startsWith(name));
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

function indexes(resource: Resource): Record<string, unknown> {
  return Object.fromEntries(
    list(at(resource.properties, 'GlobalSecondaryIndexes')).map((index) => [
      String(at(index, 'IndexName')),
      {
        keys: list(at(index, 'KeySchema')).map((key) => at(key, 'AttributeName')),
        projection: at(index, 'Projection', 'ProjectionType'),
        ...(at(index, 'Projection', 'NonKeyAttributes') !== undefined && {
          with: at(index, 'Projection', 'NonKeyAttributes'),
        }),
      },
    ]),
  );
}

describe('tables', () => {
  it.each(tables.map((one) => [one.id, one] as const))('%s survives its stack, deletion and a bad day', (_, one) => {
    const replica = at(one.properties, 'Replicas', 0);
    expect(one.deletionPolicy).toBe('Retain');
    expect(one.updateReplacePolicy).toBe('Retain');
    expect(at(replica, 'DeletionProtectionEnabled')).toBe(true);
    expect(at(replica, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled')).toBe(true);
    expect(at(one.properties, 'SSESpecification')).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(at(one.properties, 'BillingMode')).toBe('PAY_PER_REQUEST');
  });

  it('cases are found by entity and record, and by five questions', () => {
    expect(list(at(table('Cases').properties, 'KeySchema')).map((key) => at(key, 'AttributeName'))).toEqual([
      'entityId',
      'record',
    ]);
    expect(indexes(table('Cases'))).toEqual({
      'by-dossier-code': { keys: ['dossierCode'], projection: 'KEYS_ONLY' },
      'by-counter': { keys: ['counterId', 'filedAt'], projection: 'KEYS_ONLY' },
      'open-work': { keys: ['workUnitId', 'workDueAt'], projection: 'INCLUDE', with: ['officerId'] },
      'due-timers': { keys: ['timerBucket', 'timerAt'], projection: 'KEYS_ONLY' },
      'decided-by': { keys: ['decidedBy', 'decidedAt'], projection: 'INCLUDE', with: ['punctuality'] },
    });
  });

  it('people are found by entity and by the hash of a phone number', () => {
    expect(indexes(table('People'))).toEqual({
      'by-phone': { keys: ['phoneHash', 'filedAt'], projection: 'KEYS_ONLY' },
    });
  });

  it('only the table of cases has a stream, and it carries new images', () => {
    const streams = tables.map((one) => [
      one.id.replace(/[0-9A-F]{8}$/u, ''),
      at(one.properties, 'StreamSpecification', 'StreamViewType'),
    ]);
    expect(Object.fromEntries(streams)).toEqual({
      Cases: 'NEW_IMAGE',
      People: undefined,
      Sessions: undefined,
      Catalogue: undefined,
    });
  });

  it('only sign-ins, what was read of a mail and short-lived records expire', () => {
    const expiring = tables.filter(
      (one) => at(one.properties, 'TimeToLiveSpecification', 'AttributeName') === 'expiresAt',
    );
    expect(expiring.map((one) => one.id.replace(/[0-9A-F]{8}$/u, ''))).toEqual(['Cases', 'People', 'Sessions']);
  });
});

describe('buckets', () => {
  const buckets = ofType(resources, 'AWS::S3::Bucket');
  const documents = buckets.find((bucket) => bucket.id.startsWith('DocumentsBucket'))!;

  it.each(buckets.map((one) => [one.id, one] as const))('%s is retained, encrypted and closed', (_, one) => {
    expect(one.deletionPolicy).toBe('Retain');
    expect(
      at(one.properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration', 0, 'ServerSideEncryptionByDefault'),
    ).toEqual({
      SSEAlgorithm: 'AES256',
    });
    expect(at(one.properties, 'PublicAccessBlockConfiguration')).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const denials = ofType(resources, 'AWS::S3::BucketPolicy')
      .filter((policy) => at(policy.properties, 'Bucket', 'Ref') === one.id)
      .flatMap((policy) => list(at(policy.properties, 'PolicyDocument', 'Statement')))
      .filter((statement) => at(statement, 'Effect') === 'Deny')
      .map((statement) => at(statement, 'Condition'));
    expect(denials).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } });
  });

  it('the page may post files from the public site and from nowhere else', () => {
    expect(at(documents.properties, 'CorsConfiguration', 'CorsRules')).toEqual([
      {
        AllowedHeaders: ['content-type'],
        AllowedMethods: ['POST'],
        AllowedOrigins: ['https://motcua.binhduong.example'],
        MaxAge: 3600,
      },
    ]);
  });

  it('what no case took is gone after 30 days, what a case took stays', () => {
    const expiring = list(at(documents.properties, 'LifecycleConfiguration', 'Rules')).filter(
      (rule) => at(rule, 'ExpirationInDays') !== undefined,
    );
    expect(expiring.map((rule) => [at(rule, 'Prefix'), at(rule, 'ExpirationInDays'), at(rule, 'Status')])).toEqual([
      ['incoming/', 30, 'Enabled'],
    ]);
  });

  it('keeps a log of who fetched documents', () => {
    expect(at(documents.properties, 'LoggingConfiguration', 'DestinationBucketName', 'Ref')).toMatch(
      /^DocumentsAccessLogs/u,
    );
  });
});

describe('the signing secret', () => {
  const secret = ofType(resources, 'AWS::SecretsManager::Secret')[0]!;

  it('is made by AWS, in the shape that the functions read, and stays when the stack goes', () => {
    const generated = at(secret.properties, 'GenerateSecretString');
    const template = JSON.parse(String(at(generated, 'SecretStringTemplate'))) as Record<string, unknown>;
    expect(at(generated, 'GenerateStringKey')).toBe(template['current']);
    // 64 letters and digits are some 380 bits; HMAC-SHA-256 wants 256.
    expect(at(generated, 'PasswordLength')).toBeGreaterThanOrEqual(43);
    expect(at(secret.properties, 'SecretString')).toBeUndefined();
    expect(secret.deletionPolicy).toBe('Retain');
  });
});

describe('the bucket of mail', () => {
  it('is written by the receipt rule that scans, and by no other rule of the account', () => {
    const [rule] = ofType(resources, 'AWS::SES::ReceiptRule');
    const ruleSet = String(at(rule?.properties, 'RuleSetName'));
    const name = String(at(rule?.properties, 'Rule', 'Name'));
    expect(at(rule?.properties, 'Rule', 'ScanEnabled')).toBe(true);
    const bySes = ofType(resources, 'AWS::S3::BucketPolicy')
      .flatMap((policy) => list(at(policy.properties, 'PolicyDocument', 'Statement')))
      .filter((statement) => at(statement, 'Principal', 'Service') === 'ses.amazonaws.com');
    expect(bySes.map((statement) => at(statement, 'Action'))).toEqual(['s3:PutObject']);
    const source = list(at(bySes[0], 'Condition', 'StringEquals', 'aws:SourceArn', 'Fn::Join', 1));
    expect(source.at(-1)).toBe(`:receipt-rule-set/${ruleSet}:receipt-rule/${name}`);
    expect(at(bySes[0], 'Condition', 'StringEquals', 'aws:SourceAccount')).toEqual({ Ref: 'AWS::AccountId' });
  });
});
