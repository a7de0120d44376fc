import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import {
  collectProblems,
  isUuid,
  localDateAt,
  ok,
  readHappenedDay,
  refuse,
  type HappenedDay,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Transaction, WorkContext } from '../../builder.ts';
import { dayOrToday } from '../../form-fields.ts';
import type { JobSeeker, Referral, Vacancy } from '../../generated/prisma/client.ts';
import { organizationReference, provenanceOf } from '../../provenance.ts';
import { decideReferral, referredAlready } from './referral.ts';

export interface ReferWorkerInput {
  readonly jobSeekerId: string;
  readonly vacancyId: string;
  /** Defaults to today. */
  readonly referredOn?: string | null | undefined;
  /** Required when the day is before the registration, the offer of the vacancy, or 1 January of last year. */
  readonly dateReason?: string | null | undefined;
}

/** Sends a job seeker to a vacancy (职业介绍). */
export function referWorker(context: WorkContext, input: ReferWorkerInput): Promise<Result<Referral>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  const constraints = { referral_once_while_open: referredAlready };
  return runCommand(context, { action: 'employment.manage', constraints }, async (tx) => {
    const { seeker, vacancy } = await lockBoth(tx, input);
    if (seeker === null || vacancy === null) {
      const missing = [
        ...(seeker === null ? [refuse(notFound({ zh: '求职登记', en: 'job seeker' }, 'jobSeekerId'))] : []),
        ...(vacancy === null ? [refuse(notFound({ zh: '岗位', en: 'vacancy' }, 'vacancyId'))] : []),
      ];
      return refuse(...collectProblems(missing));
    }
    const day = readReferredOn(input, seeker, vacancy, localDateAt(at));
    if (!day.ok) return day;
    const { on: referredOn, reason: dateReason } = day.value;
    const decided = decideReferral(seeker, vacancy);
    if (!decided.ok) return decided;
    const { id: jobSeekerId, householdId } = seeker;
    const vacancyId = vacancy.id;
    const referral = await tx.referral.create({
      data: { ...provenanceOf(actor, at), jobSeekerId, vacancyId, referredOn: storedDate(referredOn), dateReason },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'worker.refer',
        recordType: 'Referral',
        recordId: referral.id,
        after: { jobSeekerId, vacancyId, referredOn, dateReason },
      },
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
          referredOn,
        },
      },
    ]);
    return ok(referral);
  });
}

/** The day of a referral; a reason is required if it precedes the seeker's registration or the offer of the vacancy. */
function readReferredOn(
  { referredOn, dateReason }: ReferWorkerInput,
  seeker: JobSeeker,
  vacancy: Vacancy,
  today: LocalDate,
): Result<HappenedDay> {
  return readHappenedDay(dayOrToday(referredOn, today), {
    field: 'referredOn',
    what: { zh: '介绍日期', en: 'the day of the referral' },
    today,
    restsOn: [
      {
        on: readStoredDate(seeker.registeredOn),
        what: { zh: '求职登记日期', en: 'the registration of the seeker' },
        unlessReason: true,
      },
      {
        on: readStoredDate(vacancy.offeredOn),
        what: { zh: '岗位登记日期', en: 'the offer of the vacancy' },
        unlessReason: true,
      },
    ],
    reason: { text: dateReason, field: 'dateReason' },
  });
}

/** Seeker and vacancy after any concurrent placement has committed; null where the actor cannot see them. */
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
