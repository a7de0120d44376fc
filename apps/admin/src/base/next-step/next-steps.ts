import type { WorkCountsQuery } from '../graph/generated/operation-types.ts';
import type { MessageKey } from '../i18n/message-key.ts';

/** A step of the main job: who takes it, where, and how many wait for it. */
export interface NextStep {
  readonly may: string;
  readonly to: string;
  readonly words: Extract<MessageKey, `nextStep.${string}`>;
  readonly count: number;
}

/**
 * What somebody can do next in the main job, from the register to the payment, the latest step first. On the first day
 * of a register, with nothing in it, its first steps.
 */
export function nextSteps(counts: WorkCountsQuery, can: (action: string) => boolean): readonly NextStep[] {
  const { caseWork, fundsWork } = counts;
  const steps: readonly NextStep[] = [
    { may: 'batch.pay', to: '/batches', words: 'nextStep.pay', count: fundsWork?.batchesToPay ?? 0 },
    {
      may: 'batch.approve',
      to: '/batches',
      words: 'nextStep.approveBatches',
      count: fundsWork?.batchesToApprove ?? 0,
    },
    {
      may: 'allocation.receive',
      to: '/allocations',
      words: 'nextStep.receive',
      count: fundsWork?.allocationsInTransit ?? 0,
    },
    {
      may: 'batch.prepare',
      to: '/grants',
      words: 'nextStep.prepare',
      count: fundsWork?.grantsCommitted ?? 0,
    },
    {
      may: 'application.approve',
      to: '/applications',
      words: 'nextStep.approve',
      count: caseWork?.applicationsToApprove ?? 0,
    },
    {
      may: 'application.put-forward',
      to: '/campaigns',
      words: 'nextStep.putForward',
      count: caseWork?.filesToPutForward ?? 0,
    },
    { may: 'case-file.activate', to: '/postings', words: 'nextStep.open', count: caseWork?.postingsEnded ?? 0 },
    { may: 'posting.publish', to: '/postings', words: 'nextStep.post', count: caseWork?.reviewed ?? 0 },
    { may: 'case-file.review', to: '/case-file-review', words: 'nextStep.review', count: caseWork?.submitted ?? 0 },
    { may: 'case-file.submit', to: '/households', words: 'nextStep.submit', count: caseWork?.drafts ?? 0 },
  ];
  const waiting = steps.filter(({ may, count }) => count > 0 && can(may));
  if (waiting.length > 0 || caseWork === undefined || caseWork === null || holdsAny(caseWork)) return waiting;
  const first: readonly NextStep[] = [
    { may: 'roster.import', to: '/roster-imports', words: 'nextStep.import', count: 0 },
    { may: 'household.register', to: '/households/register', words: 'nextStep.register', count: 0 },
  ];
  return first.filter(({ may }) => can(may));
}

function holdsAny(work: NonNullable<WorkCountsQuery['caseWork']>): boolean {
  return work.drafts + work.returned + work.submitted + work.reviewed + work.active + work.postingsRunning > 0;
}
