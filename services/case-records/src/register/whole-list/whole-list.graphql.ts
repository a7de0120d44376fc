import type { Result } from '@nuangong/primitives';
import { addJobs, type AtOnceOrJob, type JobType } from '@nuangong/service';
import { builder } from '../../builder.ts';
import { listCommands } from './over-whole-list.ts';

/** A running command over a whole list. */
export const Job: JobType = addJobs(builder, 'case-records', listCommands);

/** The description of `job` in a command's result. */
export const ofJob =
  'The job that carries it out, if the list is longer than one part of 500; null if it was done immediately.';

/** The job that runs a command, for its result; null if it ran directly. */
export const jobOf = (result: Result<AtOnceOrJob<unknown>>) =>
  result.ok && result.value.kind === 'JOB' ? result.value.job : null;
