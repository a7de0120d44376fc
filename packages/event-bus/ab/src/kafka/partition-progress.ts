/**
 * How far a partition is handled, when its events finish out of order: the offset to commit is the first one that is
 * not yet handled, so that no event behind it can be lost.
 */
export type PartitionProgress = {
  begin(offset: bigint): void;
  finish(offset: bigint): void;
  /**
   * The partition was dealt anew and is read from its committed offset again. What is in hand stays in hand: its
   * offset is not passed before it is handled, even where reading goes on behind it.
   */
  readAnew(): void;
  /** The next offset to read after a restart; undefined while nothing was read since the partition was dealt. */
  nextOffset(): bigint | undefined;
};

export function createPartitionProgress(): PartitionProgress {
  /** How often each offset is in hand: twice, where it was read again while it was being handled. */
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
