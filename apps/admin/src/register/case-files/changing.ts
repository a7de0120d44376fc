import type { CaseFileStatus } from '../../base/graph/generated/operation-types.ts';

const byTwo: readonly (CaseFileStatus | undefined)[] = ['POSTED', 'ACTIVE', 'SUSPENDED'];

/** Whether a second person must confirm changes of what eligibility depends on: from the posting on. */
export function isChangedByTwo(status: CaseFileStatus | undefined): boolean {
  return byTwo.includes(status);
}

/** Whether the household of a file may be changed now: in a draft, or with a second person's confirmation. */
export function isChangeable(status: CaseFileStatus): boolean {
  return status === 'DRAFT' || status === 'RETURNED' || isChangedByTwo(status);
}
