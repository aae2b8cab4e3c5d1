/** How a template is written: for which events, and the sentences. The frame around it (greeting, signature) is the same for all. */
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { MailContent } from './mail-content.ts';
import type { NoticeFacts } from './notice-facts.ts';

export type MailBody = Pick<MailContent, 'blocks' | 'english'> & {
  /** What happened and what to do, without the code: the frame puts it in front. */
  readonly subject: string;
  /** The mail itself answers somebody who knows how to: it does not say again what can be written. */
  readonly withoutHowTo?: true;
};

export type Template = (event: DossierEvent, facts: NoticeFacts) => MailBody;

type EventOf<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>;

/** @returns a template that throws for any other event: a notice that names the wrong template is a bug, and belongs in the dead-letter queue. */
export function templateFor<Type extends DossierEvent['type']>(
  types: readonly Type[],
  write: (event: EventOf<Type>, facts: NoticeFacts) => MailBody,
): Template {
  return (event, facts) => {
    if (!isOneOf(event, types)) throw new Error(`a template for ${types.join(', ')} was given ${event.type}`);
    return write(event, facts);
  };
}

function isOneOf<Type extends DossierEvent['type']>(
  event: DossierEvent,
  types: readonly Type[],
): event is EventOf<Type> {
  return types.some((type) => type === event.type);
}
