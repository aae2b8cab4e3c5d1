/** The small office with the pages of its links, for tests: who opens what and presses which button. */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import { accept, type Decision } from '../../../shared/domain/decision.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { DossierCommand } from '../../../shared/domain/dossier/commands.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import { evolveDossier } from '../../../shared/domain/dossier/evolve.ts';
import type { ReplyResult } from '../../../shared/domain/dossier/reply-result.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { Act } from '../../../shared/domain/reply/available-acts.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { httpFunction } from '../../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../../shared/shell/permits-by-role.ts';
import { sessionResolver } from '../../../shared/shell/session.ts';
import { RunningOffice } from '../../relay/testing/running-office.ts';
import { actionUrl } from '../action-link.ts';
import { staffHttpRoutes } from '../staff-routes.ts';
import { callHttp } from './call-http.ts';

export const CASE = 'case#CASE0000A1';

function apiOf(office: RunningOffice) {
  return httpFunction({
    routes: staffHttpRoutes(office),
    sessions: sessionResolver(office),
    permits: permitsByRole,
    log: () => undefined,
  });
}

export class OfficeWithLinks {
  readonly office: RunningOffice;
  readonly api: ReturnType<typeof apiOf>;

  constructor(office = new RunningOffice()) {
    this.office = office;
    this.api = apiOf(office);
  }

  async open(token: string) {
    return callHttp(this.api, { method: 'GET', route: '/a/{token}', params: { token } });
  }

  /** Presses the button of the page, with the key that the page gave, unless another is given. */
  async press(token: string, fields: Readonly<Record<string, string | readonly string[]>>, key?: string) {
    const opened = await this.open(token);
    const idempotencyKey =
      key ?? /name="idempotencyKey" value="([^"]+)"/.exec(opened.body)?.[1] ?? 'no-key-on-the-page';
    return callHttp(this.api, {
      method: 'POST',
      route: '/a/{token}',
      params: { token },
      form: { ...fields, idempotencyKey },
    });
  }

  /** @param reply which reply the link is about, and which of its choices. */
  async token(
    staffId: string,
    act: Act,
    reply: { readonly mailId?: string; readonly choice?: number } = {},
  ): Promise<string> {
    const keys = await this.office.secrets.signingKeys();
    const now = this.office.clock.now();
    return actionUrl(keys, '', { ...act, ...reply, entityId: CASE, staffId, now }).slice('/a/'.length);
  }

  async officer(stepId = 'tham-tra'): Promise<StaffActor> {
    const state = await this.office.state(CASE);
    const step = state.status === 'processing' ? state.work.steps.find((one) => one.stepId === stepId) : undefined;
    return this.office.staff(step?.officerId ?? '');
  }

  versions(): number {
    return this.office.world.stream.length;
  }

  /** What the incoming mail's function commits for a reply: the acts in the officer's name, and what the reply came to, at once. */
  async reply(
    staffId: string,
    { mailId, commands = [], result }: { mailId: string; commands?: readonly DossierCommand[]; result: ReplyResult },
  ): Promise<void> {
    const { office } = this;
    const [now, catalogue, officer] = [office.clock.now(), await office.catalogue.load(), await office.staff(staffId)];
    const mail = { kind: 'system', name: 'mail' } as const;
    const decide = (before: Dossier | undefined): Decision<DossierEvent> => {
      const record = { type: 'RecordReply', mailId, staffId, result, answer: true, ...(before && { before }) } as const;
      const events: DossierEvent[] = [];
      let state = before;
      for (const [actor, command] of [...commands.map((one) => [officer, one] as const), [mail, record] as const]) {
        const decision = decideDossier(command, state, { now, actor, catalogue });
        if (decision.kind !== 'accepted') throw new Error(`${command.type}: ${JSON.stringify(decision)}`);
        events.push(...decision.events);
        state = decision.events.reduce<Dossier | undefined>(evolveDossier, state);
      }
      const [first, ...rest] = events;
      if (first === undefined) throw new Error('a reply is always recorded');
      return accept(first, ...rest);
    };
    const [store, decider] = [office.cases, dossierDecider];
    const outcome = await executeCommand({ store, decider, entityId: CASE, actor: officer, at: now, decide });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  }
}

/** A case whose first step has its officer. */
export async function assigned(office?: RunningOffice): Promise<OfficeWithLinks> {
  const links = new OfficeWithLinks(office);
  await links.office.forwardedCase();
  await links.office.settle();
  return links;
}

/** A dossier filed online, not yet checked by the counter. */
export async function filedOnline(office?: RunningOffice): Promise<OfficeWithLinks> {
  const links = new OfficeWithLinks(office);
  const outcome = await links.office.act(
    CASE,
    { kind: 'citizen' },
    {
      type: 'FileDossier',
      caseId: CASE.slice('case#'.length),
      procedure: 'ward-matter',
      area: '25750',
      channel: 'online',
      returnTo: 'counter',
      documents: [{ lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 }],
      attachments: [],
      sets: 1,
      hasReturnAddress: false,
    },
  );
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return links;
}
