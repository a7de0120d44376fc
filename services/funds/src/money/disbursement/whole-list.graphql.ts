import type { Result } from '@nuangong/primitives';
import { addJobs, type AtOnceOrJob, type JobType } from '@nuangong/service';
import { builder } from '../../builder.ts';
import { wholeLists } from './batch-lists.ts';

/** A command over a whole list, under way. */
export const Job: JobType = addJobs(builder, 'funds', wholeLists);

/** The job that carries a command out, for its answer; null where it was carried out at once. */
export const jobOf = (result: Result<AtOnceOrJob<unknown>>) =>
  result.ok && result.value.kind === 'JOB' ? result.value.job : null;
