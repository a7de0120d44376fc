import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, problem, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../../builder.ts';
import type { JobSeeker } from '../../generated/prisma/client.ts';
import { findHouseholds } from '../../household/find-household.ts';
import { organizationReference, provenanceOf } from '../../provenance.ts';
import { decideRegistration, type JobSeekerInput } from './job-seeker.ts';

const registeredAlready = () =>
  problem(
    'JOB_SEEKER_REGISTERED',
    {
      zh: '这户的这位求职者已在登记，从求职者列表打开原登记',
      en: 'This household member is already registered; open the record from the list of job seekers',
    },
    'name',
  );

/** Registers a job seeker, from a household's case file or as a walk-in (求职登记). */
export function registerJobSeeker(context: WorkContext, input: JobSeekerInput): Promise<Result<JobSeeker>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  const constraints = { job_seeker_once_while_open: registeredAlready };
  return runCommand(context, { action: 'employment.manage', constraints }, async (tx) => {
    const households = await findHouseholds(tx, [{ householdId: input.householdId, field: 'householdId' }]);
    if (!households.ok) return households;
    const householdId = input.householdId ?? null;
    const decided = decideRegistration(input, households.value.get(householdId ?? ''));
    if (!decided.ok) return decided;
    const registeredOn = localDateAt(at);
    const jobSeeker = await tx.jobSeeker.create({
      data: {
        ...provenanceOf(actor, at),
        ...decided.value,
        skills: [...decided.value.skills],
        householdId,
        registeredOn: storedDate(registeredOn),
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'job-seeker.register',
        recordType: 'JobSeeker',
        recordId: jobSeeker.id,
        after: { householdId, priority: jobSeeker.priority, migrantWorker: jobSeeker.migrantWorker },
      },
    ]);
    await announce(tx, { actor, requestId, at }, contracts['job-seeker-registered.v1'], [
      {
        organizationPath: jobSeeker.organizationPath,
        data: {
          jobSeekerId: jobSeeker.id,
          householdId,
          organization: organizationReference(jobSeeker),
          migrantWorker: jobSeeker.migrantWorker,
          registeredOn,
        },
      },
    ]);
    return ok(jobSeeker);
  });
}
