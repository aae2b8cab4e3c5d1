/**
 * Intake of a dossier, the same for a citizen online, a one-stop official and a postal clerk: read, decide, commit once with the people,
 * the claims on the uploaded files and the idempotency record. Nothing of a refused intake remains.
 */
import type { Actor } from '../../shared/domain/actor.ts';
import { trackingCodeFrom } from '../../shared/domain/codes/tracking-code.ts';
import type { DossierCommand, FileDossier } from '../../shared/domain/dossier/commands.ts';
import { decideAll } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { Parties } from '../../shared/domain/dossier/parties.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { OnlineIntake } from '../../shared/contracts/http/dossier-intake.ts';
import type { Receipt } from '../../shared/contracts/http/dossier-views.ts';
import { dossierLink } from '../../shared/shell/dossier-link.ts';
import { executeCommand, type Execute } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { phoneHash } from '../../shared/shell/phone-hash.ts';
import { answerExecution } from './answer-execution.ts';
import { caseEntityId } from './find-dossier.ts';
import { probeDossierCode, takeDossierCode, takeSendSlip } from './dossier-numbers.ts';
import type { DossierPorts } from './dossier-ports.ts';
import { readParties } from './read-parties.ts';
import { readUploads, type ReadUploads } from './read-uploads.ts';
import { storedReceipt, type StoredReceipt } from './receipt.ts';
import { reportOfToken } from './report-of-token.ts';
import { seededDraw } from './seeded-sample.ts';

export interface Intake {
  readonly request: HttpRequest<OnlineIntake>;
  readonly actor: Actor;
  readonly channel: 'counter' | 'online' | 'post';
  readonly counterId?: string;
  /** Receive (and forward) in the same commit. */
  readonly receive: boolean;
}

/** A collision of nine random symbols is a one in 35,000,000,000,000 chance per stored case: three tries are two too many. */
const CODES = 3;
/** How long a retry is recognised. Minutes. */
const IDEMPOTENCY_LIFE = 48 * 60;

export async function takeIn(ports: DossierPorts, intake: Intake): Promise<HttpReply> {
  const { body } = intake.request;
  const people = readParties(body);
  if (people.kind === 'malformed') return problem(people);
  const [catalogue, keys] = await Promise.all([ports.catalogue.load(), ports.secrets.signingKeys()]);
  const report = reportOfToken(keys, body.fromReport, ports.clock.now());
  if (report.kind === 'refused') return problem(report);
  const files = await readUploads(ports.uploads, body.attachments);
  const answered = await answeredBefore(ports, intake, files);
  if (answered !== undefined) return answer(ports, answered, { catalogue, intake });
  if (files.kind === 'refused') return problem(files);
  const context: DossierContext = { now: ports.clock.now(), actor: intake.actor, catalogue };
  const parties: Parties = { ...people.parties, fileNames: files.fileNames };

  for (let attempt = 0; attempt < CODES; attempt++) {
    const caseId = trackingCodeFrom(ports.randomness.bytes(9));
    const commands = await numbered(ports, {
      intake,
      context,
      file: { ...commandOf(intake, caseId), ...report.link, attachments: files.attachments },
    });
    const outcome = await executeCommand({
      store: ports.cases,
      decider: dossierDecider,
      entityId: caseEntityId(caseId),
      actor: intake.actor,
      at: context.now,
      create: true,
      decide: (state) => decideAll(commands, state, context),
      ...(intake.request.idempotency && {
        idempotency: {
          ...intake.request.idempotency,
          expiresAt: addMinutes(context.now, IDEMPOTENCY_LIFE),
          response: (state: Dossier, version: number) => ({
            status: 201,
            body: storedReceipt(state, version, catalogue),
          }),
        },
      }),
      alongside: {
        parties: { value: parties, phoneHash: phoneHash(keys, parties.applicant.phone), filedAt: context.now },
        uploads: files.attachments.map(({ uploadId }) => uploadId),
      },
    });
    if (outcome.kind !== 'exists') return answer(ports, outcome, { catalogue, intake });
  }
  return problem({ kind: 'busy' });
}

function commandOf({ request, channel, counterId }: Intake, caseId: string): Omit<FileDossier, 'attachments'> {
  const { procedure, area, returnTo, documents, sets, returnAddress } = request.body;
  const counter = counterId ?? request.body.counterId;
  return {
    type: 'FileDossier',
    caseId,
    procedure,
    area,
    channel,
    returnTo,
    documents,
    sets,
    hasReturnAddress: returnAddress !== undefined,
    ...(counter !== undefined && { counterId: counter }),
    ...(channel === 'post' && { sendSlip: PROBE_SLIP, sampleDraw: seededDraw(caseId) }),
  };
}

/**
 * Most retries are recognised by the commit, without a read. Asked before it: a retry of an intake that takes numbers, which would take
 * them again, and one whose files are forgotten by now.
 */
async function answeredBefore(
  ports: Pick<DossierPorts, 'cases'>,
  { request, channel, receive }: Intake,
  files: ReadUploads,
): ReturnType<DossierPorts['cases']['answered']> {
  const takesNumbers = receive || channel === 'post';
  if (request.idempotency === undefined || !(takesNumbers || files.kind === 'refused')) return undefined;
  return ports.cases.answered(request.idempotency);
}

/** Stands for the send slip's number until the domain has accepted the intake. */
const PROBE_SLIP = 'probe';

/** The commands with their numbers, which are taken only for an intake that the domain accepts. */
async function numbered(
  ports: DossierPorts,
  { intake, context, file }: { readonly intake: Intake; readonly context: DossierContext; readonly file: FileDossier },
): Promise<readonly DossierCommand[]> {
  const { counterId } = intake;
  if (counterId === undefined || !(intake.receive || intake.channel === 'post')) return [file];
  const place = { catalogue: context.catalogue, counterId, at: context.now };
  const receive = (dossierCode: string): readonly DossierCommand[] =>
    intake.receive ? [{ type: 'Receive', dossierCode, forward: true }] : [];
  // An unknown counter has no agency code to make a number from; the domain refuses it with its reason.
  if (decideAll([file], undefined, context).kind !== 'accepted') return [file];
  const probe = [file, ...receive(probeDossierCode(place))];
  if (decideAll(probe, undefined, context).kind !== 'accepted') return probe;
  return [
    intake.channel === 'post' ? { ...file, sendSlip: await takeSendSlip(ports.numbers, place) } : file,
    ...(intake.receive ? receive(await takeDossierCode(ports.numbers, place)) : []),
  ];
}

function answer(
  ports: DossierPorts,
  outcome: Execute<Dossier>,
  given: { readonly catalogue: Catalogue; readonly intake: Intake },
): Promise<HttpReply> {
  const withLink = async (receipt: StoredReceipt): Promise<HttpReply> => {
    const keys = await ports.secrets.signingKeys();
    const body: Receipt = { ...receipt, link: dossierLink(keys, ports.publicBaseUrl, receipt.code) };
    return {
      kind: 'json',
      status: 201,
      body,
      headers: { location: `/dossiers/${receipt.code}`, etag: `"${String(receipt.version)}"` },
    };
  };
  return answerExecution(asAsked(outcome, given.intake), {
    done: (state, version) => withLink(storedReceipt(state, version, given.catalogue)),
    replayed: (response) => withLink(response.body as StoredReceipt),
    uploads: given.intake.request.body.attachments,
  });
}

/** The domain points into its command; whoever filed sees a body and a path. The channel follows from who files which procedure. */
function asAsked(outcome: Execute<Dossier>, { counterId }: Intake): Execute<Dossier> {
  if (outcome.kind !== 'refused') return outcome;
  const { pointer } = outcome.refusal;
  if (pointer === '/channel') return { kind: 'refused', refusal: { ...outcome.refusal, pointer: '/procedure' } };
  if (pointer === '/counterId' && counterId !== undefined) {
    return { kind: 'refused', refusal: { ...outcome.refusal, pointer: 'path/unitId' } };
  }
  return outcome;
}
