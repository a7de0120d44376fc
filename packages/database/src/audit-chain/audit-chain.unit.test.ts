import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainStart,
  createChainCheck,
  nextSeal,
  type AuditRow,
  type ChainBreak,
  type ChainHead,
  type ChainLink,
} from './audit-chain.ts';

const key = createSecretKey(Buffer.alloc(32, 5));
const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '[', ']', '暖', '\\') });
const columns = ['organization_path', 'staff_name', 'action', 'record_id', 'before', 'after', 'recorded_at'];
const contents: fc.Arbitrary<readonly AuditRow[]> = fc.array(
  fc.record(Object.fromEntries(columns.map((column) => [column, fc.option(text)]))),
  { minLength: 1, maxLength: 12 },
);
/** Entries with different ids, in the order of sealing, which is any order of ids. */
const entries = fc.tuple(contents, fc.infiniteStream(fc.nat(5))).map(([rows, gaps]) => {
  let id = 0;
  return rows.map((row): AuditRow => ({ id: String((id += 1 + (gaps.next().value as number))), ...row }));
});

function sealed(rows: readonly AuditRow[], by = key, service = 'funds'): readonly ChainLink[] {
  let head = chainStart(key, service);
  return rows.map((entry) => {
    head = nextSeal(by, head, entry);
    return { ...head, entryId: entry['id'] ?? '', entry };
  });
}

function check(links: readonly ChainLink[], known?: ChainHead): ChainBreak | undefined {
  const following = createChainCheck(key, 'funds', known);
  for (const link of links) {
    const broken = following.take(link);
    if (broken !== undefined) return broken;
  }
  return following.end();
}

/** A chain and the place in it (from 0) that is attacked. */
const attacked = entries.chain((rows) => fc.tuple(fc.constant(rows), fc.nat(rows.length - 1)));

describe('the chain of an audit log', () => {
  it('is valid as sealed, with any content of the entries', () => {
    fc.assert(
      fc.property(entries, (rows) => {
        expect(check(sealed(rows))).toBeUndefined();
      }),
    );
  });

  it('names the first entry with a changed, emptied or filled column', () => {
    fc.assert(
      fc.property(attacked, fc.constantFrom('id', ...columns), fc.option(text), ([rows, at], column, value) => {
        fc.pre(rows[at]?.[column] !== value);
        const links = sealed(rows).map((link, place) =>
          place === at ? { ...link, entry: { ...link.entry, [column]: value } } : link,
        );
        expect(check(links)).toMatchObject({ kind: 'CHANGED', place: BigInt(at + 1), entryId: rows[at]?.['id'] });
      }),
    );
  });

  it('detects letters moved from a value to the column beside it', () => {
    const entry = { id: '1', action: 'a', record_id: '","b' };
    const [link] = sealed([entry]);
    expect(check(link ? [{ ...link, entry: { id: '1', action: 'a","', record_id: 'b' } }] : [])?.kind).toBe('CHANGED');
  });

  it('names a removed entry, with and without its seal', () => {
    fc.assert(
      fc.property(attacked, ([rows, at]) => {
        const links = sealed(rows);
        const gone = links.map((link, place) => (place === at ? { ...link, entry: null } : link));
        expect(check(gone)).toMatchObject({ kind: 'MISSING', place: BigInt(at + 1), entryId: rows[at]?.['id'] });
        const known = links.at(-1);
        expect(check(links.toSpliced(at, 1), known)).toMatchObject({ kind: 'SEAL_MISSING', place: BigInt(at + 1) });
      }),
    );
  });

  it('names the first of two entries that changed places', () => {
    fc.assert(
      fc.property(attacked, fc.nat(), ([rows, one], step) => {
        fc.pre(rows.length > 1);
        const other = (one + 1 + (step % (rows.length - 1))) % rows.length;
        const links = sealed(rows);
        const swapped = links.map((link, place) => {
          const from = place === one ? other : place === other ? one : place;
          return { ...link, entryId: links[from]?.entryId ?? '', entry: links[from]?.entry ?? null };
        });
        expect(check(swapped)?.place).toBe(BigInt(Math.min(one, other) + 1));
      }),
    );
  });

  it('names an inserted entry when all later ones are sealed again without the key', () => {
    fc.assert(
      fc.property(attacked, contents, ([rows, at], [forged]) => {
        const foreign = createSecretKey(randomBytes(32));
        const honest = sealed(rows);
        let head: ChainHead = at === 0 ? chainStart(key, 'funds') : (honest[at - 1] as ChainHead);
        const anew = [{ id: '0', ...forged }, ...rows.slice(at)].map((entry: AuditRow): ChainLink => {
          head = nextSeal(foreign, head, entry);
          return { ...head, entryId: entry['id'] ?? '', entry };
        });
        expect(check([...honest.slice(0, at), ...anew])).toMatchObject({ place: BigInt(at + 1), entryId: '0' });
      }),
    );
  });

  it('reports SEAL_BROKEN for a seal rewritten without the key that a later seal builds on', () => {
    const links = sealed([{ id: '1' }, { id: '2' }, { id: '3' }]);
    const rewritten = links.map((link) => (link.entryId === '2' ? { ...link, hash: '00'.repeat(32) } : link));
    expect(check(rewritten)).toMatchObject({ kind: 'SEAL_BROKEN', place: 2n, entryId: '2' });
  });

  it('is broken when it ends before the head seen earlier, or has another seal in that place', () => {
    const rows = [{ id: '1' }, { id: '2' }, { id: '3' }];
    const links = sealed(rows);
    expect(check(links.slice(0, 2))).toBeUndefined();
    expect(check(links.slice(0, 2), links[2])).toMatchObject({ kind: 'SEAL_MISSING', place: 3n });
    const anew = sealed([{ id: '1' }, { id: '2', action: 'other' }, { id: '3' }]);
    expect(check(anew)).toBeUndefined();
    expect(check(anew, links[2])).toMatchObject({ kind: 'SEAL_BROKEN', place: 3n });
  });

  it('is not accepted as the chain of another service', () => {
    expect(check(sealed([{ id: '1' }], key, 'identity'))).toMatchObject({ place: 1n });
  });

  it('stays valid after a column is added that is null in old entries', () => {
    const links = sealed([{ id: '1', action: 'a' }]).map((link) => ({
      ...link,
      entry: { ...link.entry, address: null },
    }));
    expect(check(links)).toBeUndefined();
  });
});
