import type { HardshipCause } from '@nuangong/events';

/** Whom the aid centre helps first (§004): laid-off model workers, then hard-up households, then others. */
export type JobSeekerPriority = 'LAID_OFF_MODEL_WORKER' | 'HARD_UP_HOUSEHOLD' | 'OTHER';

/** What an active case file says of a household's standing. */
export interface CaseFileStanding {
  readonly modelWorker: boolean;
  readonly causes: readonly HardshipCause[];
}

/** The priority of a household's job seekers while its case file is active; unemployment is how files say 下岗. */
export function priorityOf(standing: CaseFileStanding): JobSeekerPriority {
  return standing.modelWorker && standing.causes.includes('UNEMPLOYMENT')
    ? 'LAID_OFF_MODEL_WORKER'
    : 'HARD_UP_HOUSEHOLD';
}
