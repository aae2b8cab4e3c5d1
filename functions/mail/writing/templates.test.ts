import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import { noticesFor, type NoticeTemplate } from '../../../shared/domain/dossier/notices.ts';
import type { Parties } from '../../../shared/domain/dossier/parties.ts';
import { APPLICANT, officeCatalogue } from '../../relay/testing/office-catalogue.ts';
import { buildFacts } from './build-facts.ts';
import { frameMail } from '../outgoing/frame-mail.ts';
import type { MailContent } from './mail-content.ts';
import type { Addressee } from '../outgoing/recipient-address.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { templateNamed, templates } from './templates.ts';
import { dossierExample, eventExamples } from './testing/event-examples.ts';
import { committedWith } from './testing/reply-examples.ts';

const actions = [{ action: 'complete-step', url: 'https://mot-cua.test/a/token' }] as const;
const secretUrl = 'https://mot-cua.test/t/CASE0000A1?k=k1.secret';

function mailFor(event: DossierEvent, template: NoticeTemplate, parties: Parties = APPLICANT): MailContent {
  const recipient = noticesFor(event).find((notice) => notice.template === template)?.recipient.kind ?? 'applicant';
  const facts = buildFacts({
    dossier: dossierExample,
    parties,
    catalogue: officeCatalogue(),
    now: '2026-11-23T02:00:00.000Z',
    lookupUrl: 'https://mot-cua.test/t/CASE0000A1',
    ...(recipient === 'applicant' && { secretUrl }),
    actions: recipient === 'applicant' || recipient === 'unit-mailbox' ? [] : actions,
    alongside: event.type === 'ReplyAnswered' ? (committedWith[event.result.kind] ?? []) : [],
    refusedFiles: event.type === 'ReplyAnswered' ? [{ fileName: 'setup.exe', why: 'type' }] : [],
    formUrl: (form) => `https://mot-cua.test/forms/${form}/CASE0000A1`,
    choiceUrl: ({ action }, index) => `https://mot-cua.test/a/${action}-${String(index)}`,
    undoUrl: () => 'https://mot-cua.test/a/undo',
  });
  const addressee: Addressee =
    recipient === 'applicant'
      ? { kind: 'applicant', address: 'a@example.com', name: parties.applicant.name }
      : recipient === 'unit-mailbox'
        ? { kind: 'mailbox', address: 'unit@example.com', name: 'Bộ phận Một cửa', unitId: 'counter-25750' }
        : { kind: 'staff', address: 'an@example.com', name: 'Lê Văn An', staffId: 'an' };
  const replyActs = recipient === 'applicant' ? [] : (['complete-step', 'hand-over', 'note'] as const);
  return frameMail(templates[template](event, facts), {
    facts,
    addressee,
    replyActs,
    unproven: event.type === 'DossierFiled' && event.core.channel === 'online',
  });
}

/** Every text that the matrix can ask for, with the event that asks. */
const asked = eventExamples.flatMap((event) => noticesFor(event).map(({ template }) => ({ event, template })));

describe('the texts', () => {
  it('exist for every notice of the matrix, and the examples ask for every one', () => {
    const names = new Set(asked.map(({ template }) => template));
    expect(Object.keys(templates).filter((name) => !names.has(name as NoticeTemplate))).toEqual([]);
    for (const { event, template } of asked) expect(mailFor(event, template).blocks.length).toBeGreaterThan(0);
  });

  it.each(asked.map(({ event, template }) => [template, event] as const))('%s reads like this', (template, event) => {
    const mail = mailFor(event, template);
    expect(`${mail.subject}\n\n${renderText(mail)}`).toMatchSnapshot();
  });

  it.each(asked.map(({ event, template }) => [template, event] as const))(
    '%s has Vietnamese first, one English paragraph, and a subject that fits a phone',
    (template, event) => {
      const mail = mailFor(event, template);
      const text = renderText(mail);
      expect(text.indexOf('English: ')).toBeGreaterThan(text.indexOf(mail.greeting));
      expect(mail.subject.startsWith('[H29.18-261123-0001] ')).toBe(true);
      expect(mail.subject.length).toBeLessThanOrEqual(110);
      expect(text).not.toMatch(/undefined|\[object|NaN|Invalid/);
    },
  );

  it('keep every name, phone and address out of every subject', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ỹ]{4,12}$/u);
    fc.assert(
      fc.property(word, fc.stringMatching(/^[0-9]{9}$/), word, (name, phone, address) => {
        const parties: Parties = {
          ...APPLICANT,
          applicant: {
            name: `Ong${name}`,
            phone: `+84${phone}`,
            address: `Duong${address}`,
            email: `x${phone}@example.com`,
          },
          owner: { kind: 'citizen', name: `Chu${name}`, address: `Duong${address}` },
          request: `Xin${name}`,
        };
        for (const { event, template } of asked) {
          const { subject } = mailFor(event, template, parties);
          for (const secret of [`Ong${name}`, `Chu${name}`, phone, `Duong${address}`, `Xin${name}`]) {
            expect(subject).not.toContain(secret);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('escape what people typed in the HTML part', () => {
    const parties = { ...APPLICANT, applicant: { ...APPLICANT.applicant, name: '<script>alert("x")</script> & Co' } };
    const received = eventExamples.find(({ type }) => type === 'DossierReceived');
    const html = renderHtml(mailFor(received!, 'received', parties));
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Co');
    expect(html).not.toContain('<script');
  });

  it('load nothing from elsewhere', () => {
    for (const { event, template } of asked) {
      expect(renderHtml(mailFor(event, template))).not.toMatch(/<(img|link|iframe|style|script)|url\(/i);
    }
  });

  it('are not guessed for a name that nobody knows', () => {
    expect(() => templateNamed('toString')).toThrow('no template toString');
  });

  it('are not written for another event than theirs', () => {
    const decided = eventExamples.find(({ type }) => type === 'DossierDecided');
    expect(() => mailFor(decided!, 'received')).toThrow('DossierDecided');
  });
});
