import { asText, type JsonObject } from '../json-reading.ts';

/** Where the engines of this machine are reached, as far as templates can name them. */
export interface LocalPlaces {
  readonly region: string;
  /** The HTTP API's own address, e.g. http://127.0.0.1:8022 */
  readonly baseUrl: string;
  /** The SQS and S3 engine's address. */
  readonly queueUrl: string;
}

export const localAccount = '000000000000';

/** What `Ref` and `Fn::GetAtt` answer for one resource. */
export interface LocalIdentity {
  readonly name: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface NamedResource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

export function identify(resource: NamedResource, places: LocalPlaces): LocalIdentity {
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${places.region}:${localAccount}:${rest}`;
  const given = (property: string, longest: number): string =>
    asText(resource.properties[property]) ?? generatedName(resource, longest);
  switch (resource.type) {
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable': {
      const name = given('TableName', 120);
      const table = arn('dynamodb', `table/${name}`);
      return { name, ref: name, attributes: { Arn: table, StreamArn: `${table}/stream/local` } };
    }
    case 'AWS::SQS::Queue': {
      const suffix = asText(resource.properties['FifoQueue']) === 'true' ? '.fifo' : '';
      const name = asText(resource.properties['QueueName']) ?? `${generatedName(resource, 70)}${suffix}`;
      const url = `${places.queueUrl}/${localAccount}/${name}`;
      return { name, ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
    }
    case 'AWS::S3::Bucket': {
      const name = given('BucketName', 60).toLowerCase();
      const domain = `${name}.s3.${places.region}.amazonaws.com`;
      return {
        name,
        ref: name,
        attributes: { Arn: `arn:aws:s3:::${name}`, DomainName: domain, RegionalDomainName: domain },
      };
    }
    case 'AWS::Lambda::Function': {
      const name = given('FunctionName', 64);
      return { name, ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
    }
    case 'AWS::ApiGatewayV2::Api': {
      const name = generatedName(resource, 40);
      return { name, ref: 'localapi', attributes: { ApiEndpoint: places.baseUrl, ApiId: 'localapi' } };
    }
    case 'AWS::SecretsManager::Secret': {
      const name = given('Name', 120);
      const secret = arn('secretsmanager', `secret:${name}-local1`);
      return { name, ref: secret, attributes: { Id: secret } };
    }
    case 'AWS::SNS::Topic': {
      const name = given('TopicName', 120);
      return { name, ref: arn('sns', name), attributes: { TopicName: name, TopicArn: arn('sns', name) } };
    }
    case 'AWS::IAM::Role':
    case 'AWS::IAM::User': {
      const name = given('RoleName', 60);
      return { name, ref: name, attributes: { Arn: `arn:aws:iam::${localAccount}:role/${name}` } };
    }
    case 'AWS::SES::EmailIdentity': {
      const name = given('EmailIdentity', 120);
      return { name, ref: name, attributes: { Arn: arn('ses', `identity/${name}`) } };
    }
    case 'AWS::KMS::Key': {
      const name = generatedName(resource, 60);
      return { name, ref: name, attributes: { Arn: arn('kms', `key/${name}`), KeyId: name } };
    }
    default: {
      const name = asText(resource.properties['Name']) ?? generatedName(resource, 100);
      return { name, ref: name, attributes: { Arn: arn('local', `${resource.type}/${name}`) } };
    }
  }
}

/** API Gateway's public address as CDK writes it without an attribute: it stands for the local address. */
export function withLocalAddress(value: string, places: LocalPlaces): string {
  return value.replace(/https:\/\/localapi\.execute-api\.[a-z0-9-]+\.amazonaws\.com/gu, places.baseUrl);
}

function generatedName(resource: NamedResource, longest: number): string {
  const whole = `${resource.stackName}-${resource.logicalId}`;
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 9)}-${whole.slice(-8)}`;
}
