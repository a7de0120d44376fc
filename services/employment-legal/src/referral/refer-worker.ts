import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { collectProblems, isUuid, localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../builder.ts';
import { readPastDay } from '../form-fields.ts';
import type { Referral } from '../generated/prisma/client.ts';
import { organizationReference, provenanceOf } from '../provenance.ts';
import { partsOf } from '../running-parts.ts';
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
  const at = partsOf(context).clock();
  const constraints = { referral_once_while_open: referredAlready, 'job_seeker_id,vacancy_id': referredAlready };
  return runCommand(context, { action: 'employment.manage', constraints }, async (tx) => {
    const referredOn = readPastDay(input.referredOn, 'referredOn', localDateAt(at));
    if (!referredOn.ok) return referredOn;
    const seeker = isUuid(input.jobSeekerId) ? await tx.jobSeeker.findUnique({ where: { id: input.jobSeekerId } }) : null;
    const vacancy = isUuid(input.vacancyId) ? await tx.vacancy.findUnique({ where: { id: input.vacancyId } }) : null;
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
        data: { referralId: referral.id, jobSeekerId, vacancyId, householdId, organization, referredOn: referredOn.value },
      },
    ]);
    return ok(referral);
  });
}
