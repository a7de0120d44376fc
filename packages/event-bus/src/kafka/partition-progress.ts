/**
 * How far a partition is handled when its events finish out of order: the offset to commit is the first one that is not
 * yet handled, so that no later event can be lost.
 */
export type PartitionProgress = {
  begin(offset: bigint): void;
  finish(offset: bigint): void;
  /**
   * The partition was assigned again and is read from its committed offset. Events in flight stay: their offsets are
   * not passed before they are handled, even if reading continues beyond them.
   */
  readAnew(): void;
  /** The next offset to read after a restart; undefined if nothing was read since the partition was assigned. */
  nextOffset(): bigint | undefined;
};

export function createPartitionProgress(): PartitionProgress {
  /** How many times each offset is in flight: twice if it was read again while being handled. */
  const open = new Map<bigint, number>();
  let highest: bigint | undefined;
  return {
    begin(offset) {
      open.set(offset, (open.get(offset) ?? 0) + 1);
      if (highest === undefined || offset > highest) highest = offset;
    },
    finish(offset) {
      const left = (open.get(offset) ?? 0) - 1;
      if (left > 0) open.set(offset, left);
      else open.delete(offset);
    },
    readAnew() {
      highest = undefined;
    },
    nextOffset() {
      if (highest === undefined) return undefined;
      let next = highest + 1n;
      for (const offset of open.keys()) if (offset < next) next = offset;
      return next;
    },
  };
}
