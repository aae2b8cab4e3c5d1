import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPLY_ACTS } from '../domain/reply/reply-acts.ts';
import type { SigningKeys } from '../ports/outside.ts';
import { caseIdIn, readReplyAddress, replyAddress, type ReplyAddress } from './reply-address.ts';
import type { KnownNames } from './signed-address.ts';

const keyOf = (fill: number) => new Uint8Array(32).fill(fill);
const keys: SigningKeys = {
  current: 'k2',
  keys: new Map([
    ['k1', keyOf(1)],
    ['k2', keyOf(2)],
  ]),
};
const domain = 'tra-loi.mot-cua.test';
const now = '2026-11-23T02:00:00.000Z';
const caseId = '7K3M9Q2XRD';
const known: KnownNames = {
  staffIds: ['binh', 'an'],
  unitIds: ['counter-25750', 'ward-25750'],
  places: [{ stepId: 'tham-tra' }, { stepId: 'ky-duyet' }, { consultationId: 'c1' }],
};
const names = () => known;
const use = { domain, now, names };
const officers: ReplyAddress = {
  caseId,
  recipient: { kind: 'staff', staffId: 'an' },
  acts: ['complete-step', 'hand-over', 'note'],
  stepId: 'tham-tra',
};
const address = replyAddress(keys, domain, { ...officers, now });

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('');
const anyAddress: fc.Arbitrary<ReplyAddress> = fc.record(
  {
    caseId: fc.array(fc.constantFrom(...symbols), { minLength: 10, maxLength: 10 }).map((all) => all.join('')),
    recipient: fc.oneof(
      fc.string({ minLength: 1 }).map((staffId) => ({ kind: 'staff', staffId }) as const),
      fc.string({ minLength: 1 }).map((unitId) => ({ kind: 'unit', unitId }) as const),
      fc.constant({ kind: 'applicant' } as const),
    ),
    acts: fc.subarray([...REPLY_ACTS]),
    stepId: fc.string({ minLength: 1 }),
    consultationId: fc.string({ minLength: 1 }),
  },
  { requiredKeys: ['caseId', 'recipient', 'acts'] },
);

describe('a reply address', () => {
  it('gives back what it was made of, from any case, recipient, acts and place', () => {
    fc.assert(
      fc.property(anyAddress, (made) => {
        const { recipient, stepId, consultationId } = made;
        const theirs: KnownNames = {
          staffIds: ['binh', ...(recipient.kind === 'staff' ? [recipient.staffId] : [])],
          unitIds: ['ward', ...(recipient.kind === 'unit' ? [recipient.unitId] : [])],
          places: [
            { stepId: 'other' },
            { ...(stepId !== undefined && { stepId }), ...(consultationId !== undefined && { consultationId }) },
          ],
        };
        const written = replyAddress(keys, domain, { ...made, now });
        expect(written.indexOf('@')).toBeLessThanOrEqual(64);
        expect(caseIdIn(written, domain)).toBe(made.caseId);
        expect(readReplyAddress(keys, written, { ...use, names: () => theirs })).toEqual({
          kind: 'valid',
          address: made,
        });
      }),
    );
  });

  it('is letters, digits and dots of one case, for every mail system on the way', () => {
    expect(address).toMatch(/^r(\.[a-z0-9]+){7}@tra-loi\.mot-cua\.test$/);
  });

  it('is read in whatever case it comes back', () => {
    const flips = fc.array(fc.boolean(), { minLength: address.length, maxLength: address.length });
    fc.assert(
      fc.property(flips, (upper) => {
        const written = Array.from(address, (letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join('');
        expect(readReplyAddress(keys, written, use)).toEqual({ kind: 'valid', address: officers });
      }),
    );
  });

  it('is unreadable after any change of any character of its claims', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789.-_+=@\u212a'.split('');
    const end = address.indexOf('@');
    for (let place = 2; place < end; place += 1) {
      for (const letter of letters.filter((one) => one !== address[place])) {
        const changed = address.slice(0, place) + letter + address.slice(place + 1);
        expect(readReplyAddress(keys, changed, use).kind).not.toMatch(/valid|expired/);
      }
    }
    const other = address.slice(0, 20) + (address[20] === 'b' ? 'c' : 'b') + address.slice(21);
    expect(readReplyAddress(keys, other, use)).toEqual({ kind: 'unreadable' });
  });

  it('is unreadable when it is cut off or prolonged', () => {
    const [local = ''] = address.split('@');
    for (let length = 2; length < local.length; length += 1) {
      expect(readReplyAddress(keys, `${local.slice(0, length)}@${domain}`, use)).toEqual({ kind: 'unreadable' });
    }
    expect(readReplyAddress(keys, `${local}a@${domain}`, use)).toEqual({ kind: 'unreadable' });
    expect(readReplyAddress(keys, `${local}.a@${domain}`, use)).toEqual({ kind: 'unreadable' });
  });

  it('is none of ours for anything that people and machines write in its place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.string({ unit: 'binary' })), (text) => {
        expect(readReplyAddress(keys, text, use).kind).not.toMatch(/valid|expired/);
      }),
    );
    expect(readReplyAddress(keys, `mot-cua@${domain}`, use)).toEqual({ kind: 'other' });
    expect(readReplyAddress(keys, `${'r.'.repeat(100_000)}@${domain}`, use)).toEqual({ kind: 'other' });
  });

  it('is another’s at another domain', () => {
    const [local = ''] = address.split('@');
    expect(readReplyAddress(keys, `${local}@example.com`, use)).toEqual({ kind: 'other' });
    expect(readReplyAddress(keys, `${local}@x.${domain}`, use)).toEqual({ kind: 'other' });
    expect(caseIdIn(`${local}@example.com`, domain)).toBeUndefined();
  });

  it('is good until the end of its thirtieth day in Viet Nam, and then says so', () => {
    const at = (instant: string) => readReplyAddress(keys, address, { ...use, now: instant });
    expect(at('2026-12-23T16:59:59.999Z')).toEqual({ kind: 'valid', address: officers });
    expect(at('2026-12-23T17:00:00.000Z')).toEqual({ kind: 'expired', address: officers });
  });

  it('outlives its key as the current one, but not as a listed one', () => {
    const with1 = { current: 'k1', keys: new Map([['k1', keyOf(1)]]) };
    expect(readReplyAddress({ ...keys, current: 'k1' }, address, use).kind).toBe('valid');
    expect(readReplyAddress(with1, address, use)).toEqual({ kind: 'unreadable' });
    expect(readReplyAddress({ current: 'k2', keys: new Map([['k2', keyOf(3)]]) }, address, use).kind).toBe(
      'unreadable',
    );
  });

  it('belongs to one person, even where a colleague’s short hash is the same', () => {
    const to = (staffId: string) =>
      replyAddress(keys, domain, { ...officers, recipient: { kind: 'staff', staffId }, now }).split('.');
    const seen = new Map<string, string>();
    let twins: readonly [string, string] | undefined;
    for (let number = 0; twins === undefined; number += 1) {
      const staffId = `staff-${String(number)}`;
      const short = to(staffId)[3] ?? '';
      const earlier = seen.get(short);
      if (earlier !== undefined) twins = [earlier, staffId];
      seen.set(short, staffId);
    }
    const [first, second] = twins;
    const written = to(first).join('.');
    const reads = (staffIds: readonly string[]) =>
      readReplyAddress(keys, written, { ...use, names: () => ({ ...known, staffIds }) });
    expect(reads([second])).toEqual({ kind: 'unreadable' });
    expect(reads([second, first])).toMatchObject({ address: { recipient: { kind: 'staff', staffId: first } } });
  });

  it('is unreadable for a person, a unit or a step that the case does not know', () => {
    const without = (names: Partial<KnownNames>) =>
      readReplyAddress(keys, address, { ...use, names: () => ({ ...known, ...names }) });
    expect(without({ staffIds: ['binh'] })).toEqual({ kind: 'unreadable' });
    expect(without({ places: [] })).toEqual({ kind: 'unreadable' });
  });

  it('is unreadable on another case, though everything else is the same', () => {
    const [r, key, , ...rest] = address.split('.');
    const moved = [r, key, '7k3m9q2xre', ...rest].join('.');
    expect(readReplyAddress(keys, moved, use)).toEqual({ kind: 'unreadable' });
  });
});
