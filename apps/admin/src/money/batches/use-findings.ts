import type { BatchFindingsQuery } from '../../base/graph/generated/operation-types.ts';
import { batchFindingsQuery } from '../../base/graph/generated/batches.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';

/** One thing that was found in a batch. */
export type Finding = NonNullable<BatchFindingsQuery['batch']>['findings'][number];

/** What was found in a batch; undefined until it is read, and where it is not asked for. */
export function useFindings(batchId: string, enabled = true): readonly Finding[] | undefined {
  return useAnswer(batchFindingsQuery, { id: batchId }, { enabled: enabled && batchId !== '' }).data?.batch?.findings;
}

/** Whether a batch can still be approved or paid, and what is found in it matters. */
export function isUnderWay({ status }: { readonly status: string }): boolean {
  return status === 'PREPARED' || status === 'APPROVED';
}
