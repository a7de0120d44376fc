import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { collectProblems, isUuid, localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Transaction, WorkContext } from '../builder.ts';
import { readPastDay } from '../form-fields.ts';
import type { JobSeeker, Referral, Vacancy } from '../generated/prisma/client.ts';
import { organizationReference, provenanceOf } from '../provenance.ts';
import { decideReferral, referredAlready } from './referral.ts';

export interface ReferWorkerInput {
  readonly jobSeekerId: string;
  readonly vacancyId: string;
  /** Today where it is left out. */
  readonly referredOn?: string | null | undefined;
}

/** Sends a job seeker to a vacancy (职业介绍). */
export function referWorker(context: WorkContext, input: ReferWorkerInput): Promise<Result<Referral>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  const constraints = { referral_once_while_open: referredAlready };
  return runCommand(context, { action: 'employment.manage', constraints }, async (tx) => {
    const referredOn = readPastDay(input.referredOn, 'referredOn', localDateAt(at));
    if (!referredOn.ok) return referredOn;
    const { seeker, vacancy } = await lockBoth(tx, input);
    if (seeker === null || vacancy === null) {
      const missing = [
        ...(seeker === null ? [refuse(notFound({ zh: '求职登记', en: 'job seeker' }, 'jobSeekerId'))] : []),
        ...(vacancy === null ? [refuse(notFound({ zh: '岗位', en: 'vacancy' }, 'vacancyId'))] : []),
      ];
      return refuse(...collectProblems(missing));
    }
    const decided = decideReferral(seeker, vacancy);
    if (!decided.ok) return decided;
    const { id: jobSeekerId, householdId } = seeker;
    const vacancyId = vacancy.id;
    const referral = await tx.referral.create({
      data: { ...provenanceOf(actor, at), jobSeekerId, vacancyId, referredOn: storedDate(referredOn.value) },
    });
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      { action: 'worker.refer', recordType: 'Referral', recordId: referral.id, after: { jobSeekerId, vacancyId } },
    ]);
    const organization = organizationReference(referral);
    await announce(tx, { actor, requestId, at }, contracts['worker-referred.v1'], [
      {
        organizationPath: referral.organizationPath,
        data: {
          referralId: referral.id,
          jobSeekerId,
          vacancyId,
          householdId,
          organization,
          referredOn: referredOn.value,
        },
      },
    ]);
    return ok(referral);
  });
}

/** Seeker and vacancy as they stand once placements under way are through; null where the actor does not see them. */
async function lockBoth(
  tx: Transaction,
  { jobSeekerId, vacancyId }: ReferWorkerInput,
): Promise<{ readonly seeker: JobSeeker | null; readonly vacancy: Vacancy | null }> {
  if (isUuid(vacancyId)) await tx.$queryRaw`select 1 from vacancy where id = ${vacancyId}::uuid for key share`;
  if (isUuid(jobSeekerId)) await tx.$queryRaw`select 1 from job_seeker where id = ${jobSeekerId}::uuid for key share`;
  return {
    seeker: isUuid(jobSeekerId) ? await tx.jobSeeker.findUnique({ where: { id: jobSeekerId } }) : null,
    vacancy: isUuid(vacancyId) ? await tx.vacancy.findUnique({ where: { id: vacancyId } }) : null,
  };
}
