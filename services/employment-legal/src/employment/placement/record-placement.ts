import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { isUuid, localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Transaction, WorkContext } from '../../builder.ts';
import type { JobSeeker, Placement, Referral, Vacancy } from '../../generated/prisma/client.ts';
import { organizationReference, provenanceOf } from '../../provenance.ts';
import { seekerPlaced, vacancyFilled } from '../referral/referral.ts';
import { decidePlacement, placedAlready, type PlacementInput } from './placement.ts';

/**
 * Records that a referral led to work. The seeker's other open referrals become NOT_TAKEN, and so do all open referrals
 * to a vacancy that is now full.
 */
export function recordPlacement(context: WorkContext, input: PlacementInput): Promise<Result<Placement>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  const constraints = {
    vacancy_never_over_filled: vacancyFilled,
    placement_once_per_referral: placedAlready,
    placement_once_per_job_seeker: () => seekerPlaced('referralId'),
  };
  return runCommand(context, { action: 'employment.manage', constraints }, async (tx) => {
    const joined = await lockReferral(tx, input.referralId);
    if (joined === undefined) return refuse(notFound({ zh: '职业介绍', en: 'referral' }, 'referralId'));
    const { referral, jobSeeker } = joined;
    const referredOn = readStoredDate(referral.referredOn);
    const decided = decidePlacement(input, { ...joined, referredOn }, localDateAt(at));
    if (!decided.ok) return decided;
    const { placedOn, dateReason = null, monthlyPay } = decided.value;
    const { id: referralId, jobSeekerId, vacancyId } = referral;
    const placement = await tx.placement.create({
      data: {
        ...provenanceOf(actor, at),
        referralId,
        jobSeekerId,
        vacancyId,
        placedOn: storedDate(placedOn),
        dateReason,
        monthlyPayFen: monthlyPay,
      },
    });
    await settleReferrals(tx, referral);
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'placement.record',
        recordType: 'Placement',
        recordId: placement.id,
        after: { referralId, placedOn, dateReason, monthlyPay },
      },
    ]);
    const organization = organizationReference(placement);
    const { householdId } = jobSeeker;
    await announce(tx, { actor, requestId, at }, contracts['worker-placed.v1'], [
      {
        organizationPath: placement.organizationPath,
        data: { placementId: placement.id, referralId, jobSeekerId, householdId, organization, placedOn },
      },
    ]);
    return ok(placement);
  });
}

interface Joined {
  readonly referral: Referral;
  readonly vacancy: Vacancy;
  readonly jobSeeker: JobSeeker;
}

/** The referral with its vacancy and seeker, locked in this order so that concurrent placements queue up. */
async function lockReferral(tx: Transaction, referralId: string): Promise<Joined | undefined> {
  if (!isUuid(referralId)) return undefined;
  const found = await tx.referral.findUnique({ where: { id: referralId } });
  if (found === null) return undefined;
  await tx.$queryRaw`select 1 from vacancy where id = ${found.vacancyId}::uuid for update`;
  await tx.$queryRaw`select 1 from job_seeker where id = ${found.jobSeekerId}::uuid for update`;
  return {
    referral: await tx.referral.findUniqueOrThrow({ where: { id: referralId } }),
    vacancy: await tx.vacancy.findUniqueOrThrow({ where: { id: found.vacancyId } }),
    jobSeeker: await tx.jobSeeker.findUniqueOrThrow({ where: { id: found.jobSeekerId } }),
  };
}

async function settleReferrals(tx: Transaction, { id, jobSeekerId, vacancyId }: Referral): Promise<void> {
  await tx.jobSeeker.update({ where: { id: jobSeekerId }, data: { status: 'PLACED' } });
  await tx.$executeRaw`
    update referral r set status = (case when r.id = ${id}::uuid then 'PLACED' else 'NOT_TAKEN' end)::"ReferralStatus"
    from vacancy v
    where v.id = r.vacancy_id and r.status = 'REFERRED'
      and (r.job_seeker_id = ${jobSeekerId}::uuid or (v.id = ${vacancyId}::uuid and v.status = 'FILLED'))`;
}
