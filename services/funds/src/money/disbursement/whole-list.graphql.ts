import type { Result } from '@nuangong/primitives';
import { addJobs, type AtOnceOrJob, type JobType } from '@nuangong/service';
import { builder } from '../../builder.ts';
import { wholeLists } from './batch-lists.ts';

/** A running command over a whole list. */
export const Job: JobType = addJobs(builder, 'funds', wholeLists);

/** The job that carries out a command, for the command's answer; null when it was carried out directly. */
export const jobOf = (result: Result<AtOnceOrJob<unknown>>) =>
  result.ok && result.value.kind === 'JOB' ? result.value.job : null;
