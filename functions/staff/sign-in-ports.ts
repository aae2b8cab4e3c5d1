import type { SignIn, SignInEvent } from '../../shared/domain/staff/sign-in.ts';
import { evolveSignIn } from '../../shared/domain/staff/sign-in.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Randomness, Secrets } from '../../shared/ports/outside.ts';
import type { SessionStore, Throttle } from '../../shared/ports/short-lived.ts';
import type { Decider } from '../../shared/shell/execute-command.ts';

export interface SignInPorts {
  readonly signIns: EntityStore<SignIn, SignInEvent>;
  readonly sessions: SessionStore;
  readonly throttle: Throttle;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly publicBaseUrl: string;
}

/** A sign-in runs no clock and is asked for by its id only. */
export const signInDecider: Decider<SignIn, SignInEvent> = {
  evolve: evolveSignIn,
  clocksOf: () => [],
  indexOf: () => ({}),
};

export function signInEntityId(signInId: string): string {
  return `sign-in#${signInId}`;
}

/** On the laptop the pages come over plain http from the loopback address, where browsers refuse `Secure` cookies. */
export function isSecure(publicBaseUrl: string): boolean {
  return publicBaseUrl.startsWith('https:');
}
