import type { CaseFileStatus } from '../../base/graph/generated/operation-types.ts';

const byTwo: readonly (CaseFileStatus | undefined)[] = ['POSTED', 'ACTIVE', 'SUSPENDED'];

/** Whether what eligibility rests on is changed by two: since the list hung on the wall. */
export function isChangedByTwo(status: CaseFileStatus | undefined): boolean {
  return byTwo.includes(status);
}

/** Whether the household of a file may be changed now: in a draft, or by two. */
export function isChangeable(status: CaseFileStatus): boolean {
  return status === 'DRAFT' || status === 'RETURNED' || isChangedByTwo(status);
}
