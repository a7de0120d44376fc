/**
 * How far a partition is handled, when its events finish out of order: the offset to commit is the first one that is
 * not yet handled, so that no event behind it can be lost.
 */
export type PartitionProgress = {
  begin(offset: bigint): void;
  finish(offset: bigint): void;
  /** The next offset to read after a restart; undefined before the first event. */
  nextOffset(): bigint | undefined;
};

export function createPartitionProgress(): PartitionProgress {
  const open = new Set<bigint>();
  let highest: bigint | undefined;
  return {
    begin(offset) {
      open.add(offset);
      highest = offset;
    },
    finish(offset) {
      open.delete(offset);
    },
    nextOffset() {
      const [oldestOpen] = open;
      return oldestOpen ?? (highest === undefined ? undefined : highest + 1n);
    },
  };
}
