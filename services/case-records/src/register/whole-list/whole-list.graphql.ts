import type { Result } from '@nuangong/primitives';
import { addJobs, type AtOnceOrJob, type JobType } from '@nuangong/service';
import { builder } from '../../builder.ts';
import { listCommands } from './over-whole-list.ts';

/** A command over a whole list, under way. */
export const Job: JobType = addJobs(builder, 'case-records', listCommands);

/** What the graph says of a job in a command's answer. */
export const ofJob =
  'The job that carries it out, where the list is longer than one piece of 500; null where it was done at once.';

/** The job that carries a command out, for its answer; null where it was carried out at once. */
export const jobOf = (result: Result<AtOnceOrJob<unknown>>) =>
  result.ok && result.value.kind === 'JOB' ? result.value.job : null;
