import type { IncomingMessage, ServerResponse } from 'node:http';
import { openServer } from '../http/open-server.ts';
import { asObject, asText } from '../json-reading.ts';
import type { MailStore } from '../mail/mail-store.ts';
import { answerSes } from '../mail/ses-endpoint.ts';
import type { SecretStore, StoredSecret } from './secret-store.ts';

export interface SmallServices {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** One endpoint for the two services that need no engine: SES (query protocol) and Secrets Manager (AWS JSON 1.1). */
export async function startSmallServices(options: {
  readonly mails: MailStore;
  readonly secrets: SecretStore;
  readonly log: (line: string) => void;
}): Promise<SmallServices> {
  const server = await openServer(0, '');
  server.answerWith((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      options.log(`SES/Secrets Manager: ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  return { endpoint: server.url, stop: server.close };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  services: { readonly mails: MailStore; readonly secrets: SecretStore },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string' && target.startsWith('secretsmanager.')) {
    const { status, content } = answerSecrets(target.slice('secretsmanager.'.length), body, services.secrets);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(content));
    return;
  }
  const { status, body: xml } = await answerSes(new URLSearchParams(body), services.mails);
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}

function answerSecrets(action: string, body: string, secrets: SecretStore): { status: number; content: unknown } {
  const request = asObject(JSON.parse(body));
  const secretId = asText(request['SecretId']) ?? '';
  switch (action) {
    case 'GetSecretValue':
      return answerSecret(secrets.find(secretId), true);
    case 'PutSecretValue': {
      const value = asText(request['SecretString']);
      if (value === undefined)
        return {
          status: 400,
          content: { __type: 'InvalidParameterException', Message: 'only SecretString is offered' },
        };
      return answerSecret(secrets.put(secretId, value), false);
    }
    default:
      return {
        status: 400,
        content: { __type: 'UnknownOperationException', message: `${action} is not offered locally` },
      };
  }
}

function answerSecret(secret: StoredSecret | undefined, told: boolean): { status: number; content: unknown } {
  if (secret === undefined) {
    const message = "Secrets Manager can't find the specified secret.";
    return { status: 400, content: { __type: 'ResourceNotFoundException', Message: message } };
  }
  return {
    status: 200,
    content: {
      ARN: secret.arn,
      Name: secret.name,
      ...(told && { SecretString: secret.value }),
      VersionId: '00000000-0000-4000-8000-000000000000',
      VersionStages: ['AWSCURRENT'],
    },
  };
}
