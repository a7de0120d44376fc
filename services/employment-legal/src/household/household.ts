import type { HardshipCause } from '@nuangong/events';

/** Whom the aid centre helps first (§004): laid-off model workers, then hard-up households, then others. */
export type JobSeekerPriority = 'LAID_OFF_MODEL_WORKER' | 'HARD_UP_HOUSEHOLD' | 'OTHER';

/** The facts of an active case file that decide the priority. */
export interface CaseFileStanding {
  readonly modelWorker: boolean;
  readonly causes: readonly HardshipCause[];
}

/** The priority of a household's job seekers while its case file is active; case files record 下岗 as unemployment. */
export function priorityOf(standing: CaseFileStanding): JobSeekerPriority {
  return standing.modelWorker && standing.causes.includes('UNEMPLOYMENT')
    ? 'LAID_OFF_MODEL_WORKER'
    : 'HARD_UP_HOUSEHOLD';
}
