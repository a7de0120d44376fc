import { createHmac, type KeyObject } from 'node:crypto';

/** An audit entry as the database writes it: each column's text by its name, times in UTC; null if it has no value. */
export type AuditRow = Readonly<Record<string, string | null>>;

/** The end of a chain so far: the place of a seal, and its hash in hexadecimal. */
export interface ChainHead {
  readonly place: bigint;
  readonly hash: string;
}

/** A seal with the entry that it seals; null if the entry is gone. */
export interface ChainLink extends ChainHead {
  readonly entryId: string;
  readonly entry: AuditRow | null;
}

/**
 * The first fault in a chain. CHANGED: the entry is not what was sealed. MISSING: it was sealed and is gone.
 * SEAL_BROKEN: neither this entry nor the next one fits, so the seal was rewritten without the key (or both entries
 * were changed). SEAL_MISSING: there is no seal at this place, although there was one.
 */
export interface ChainBreak {
  readonly kind: 'CHANGED' | 'MISSING' | 'SEAL_BROKEN' | 'SEAL_MISSING';
  readonly place: bigint;
  readonly entryId: string | null;
  readonly entry: AuditRow | null;
}

/** The head of an empty chain; it differs for each service, so that no chain can pass for another's. */
export function chainStart(key: KeyObject, service: string): ChainHead {
  return { place: 0n, hash: createHmac('sha256', key).update(`audit chain of ${service}`).digest('hex') };
}

/** The seal after `head`: HMAC-SHA-256 of the previous seal, its own place and every column of the entry. */
export function nextSeal(key: KeyObject, head: ChainHead, entry: AuditRow): ChainHead {
  const place = head.place + 1n;
  const text = JSON.stringify([head.hash, place.toString(), columnsOf(entry)]);
  return { place, hash: createHmac('sha256', key).update(text).digest('hex') };
}

/** Columns without a value are left out, so that a column added later does not change what was sealed before. */
function columnsOf(entry: AuditRow): readonly (readonly [string, string | null])[] {
  return Object.entries(entry)
    .filter(([, text]) => text !== null)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Checks a chain link by link in the order of places, keeping only the last one in memory. */
export interface ChainCheck {
  /** Takes the next link; returns the break once it is certain, after which `take` must not be called again. */
  take(link: ChainLink): ChainBreak | undefined;
  /** Call after the last link. */
  end(): ChainBreak | undefined;
  /** The last link that fits. */
  readonly head: ChainHead;
}

/** @param known a head that the chain had before: a chain that ends before it, or has another seal there, is broken. */
export function createChainCheck(key: KeyObject, service: string, known?: ChainHead): ChainCheck {
  let head = chainStart(key, service);
  let suspect: ChainLink | undefined;

  function fits(before: ChainHead, link: ChainLink): boolean {
    return (
      link.entry !== null && link.place === before.place + 1n && nextSeal(key, before, link.entry).hash === link.hash
    );
  }
  function take(link: ChainLink): ChainBreak | undefined {
    if (suspect !== undefined) {
      // An edited entry keeps its seal, on which the next one is based; a rewritten seal breaks the next one too.
      const seals = link.entry === null || fits(suspect, link);
      return broken(seals ? 'CHANGED' : 'SEAL_BROKEN', suspect);
    }
    if (link.place !== head.place + 1n) return sealMissing(head.place + 1n);
    if (link.entry === null) return broken('MISSING', link);
    if (!fits(head, link)) {
      suspect = link;
      return undefined;
    }
    if (link.place === known?.place && link.hash !== known.hash) return broken('SEAL_BROKEN', link);
    head = { place: link.place, hash: link.hash };
    return undefined;
  }
  return {
    take,
    end() {
      if (suspect !== undefined) return broken('CHANGED', suspect);
      return known !== undefined && known.place > head.place ? sealMissing(head.place + 1n) : undefined;
    },
    get head() {
      return head;
    },
  };
}

function broken(kind: ChainBreak['kind'], { place, entryId, entry }: ChainLink): ChainBreak {
  return { kind, place, entryId, entry };
}

function sealMissing(place: bigint): ChainBreak {
  return { kind: 'SEAL_MISSING', place, entryId: null, entry: null };
}
