import type { BatchFindingsQuery } from '../../base/graph/generated/operation-types.ts';
import { batchFindingsQuery } from '../../base/graph/generated/batches.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';

/** One finding of a batch. */
export type Finding = NonNullable<BatchFindingsQuery['batch']>['findings'][number];

/** The findings of a batch; undefined until they are read, or if not enabled. */
export function useFindings(batchId: string, enabled = true): readonly Finding[] | undefined {
  return useAnswer(batchFindingsQuery, { id: batchId }, { enabled: enabled && batchId !== '' }).data?.batch?.findings;
}

/** Whether a batch can still be approved or paid, so that its findings matter. */
export function isUnderWay({ status }: { readonly status: string }): boolean {
  return status === 'PREPARED' || status === 'APPROVED';
}
