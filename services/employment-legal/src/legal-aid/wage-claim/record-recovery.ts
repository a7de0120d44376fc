import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import {
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
import type { WorkContext } from '../../builder.ts';
import { dayOrToday } from '../../form-fields.ts';
import type { WageClaim } from '../../generated/prisma/client.ts';
import { organizationReference, provenanceOf } from '../../provenance.ts';
import { decideRecovery, recoveredMeanwhile, toldParts, totalsOf, type RecoveryAmountInput } from './wage-claim.ts';

export interface RecordRecoveryInput {
  readonly wageClaimId: string;
  /** Defaults to today. */
  readonly recoveredOn?: string | null | undefined;
  /** Required when the day is before the claim or 1 January of last year. */
  readonly dateReason?: string | null | undefined;
  readonly amounts: readonly RecoveryAmountInput[];
}

/** Records the wages recovered on one day, by worker. Never altered, and never more than is owed. */
export function recordRecovery(context: WorkContext, input: RecordRecoveryInput): Promise<Result<WageClaim>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  const { wageClaimId } = input;
  const constraints = { wage_claim_worker_never_more_than_owed: recoveredMeanwhile };
  return runCommand(context, { action: 'legal-case.manage', constraints }, async (tx) => {
    if (isUuid(wageClaimId)) await tx.$queryRaw`select 1 from wage_claim where id = ${wageClaimId}::uuid for update`;
    const claim = isUuid(wageClaimId) ? await tx.wageClaim.findUnique({ where: { id: wageClaimId } }) : null;
    if (claim === null) return refuse(notFound({ zh: '追讨欠薪案', en: 'wage claim' }, 'wageClaimId'));
    const day = readRecoveredOn(input, claim, localDateAt(at));
    if (!day.ok) return day;
    const { on: recoveredOn, reason: dateReason } = day.value;
    const workers = await tx.wageClaimWorker.findMany({ where: { wageClaimId } });
    const decided = decideRecovery(new Map(workers.map((worker) => [worker.id, worker])), input.amounts);
    if (!decided.ok) return decided;
    const recovery = await tx.wageRecovery.create({
      data: { ...provenanceOf(actor, at), wageClaimId, recoveredOn: storedDate(recoveredOn), dateReason },
    });
    await tx.wageRecoveryPart.createMany({
      data: decided.value.map(({ worker, amount }) => ({
        recoveryId: recovery.id,
        workerId: worker.id,
        organizationPath: recovery.organizationPath,
        amountFen: amount,
      })),
    });
    const totals = totalsOf(decided.value);
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'wage-claim.record-recovery',
        recordType: 'WageClaim',
        recordId: wageClaimId,
        after: { recoveryId: recovery.id, recoveredOn, dateReason, ...totals },
      },
    ]);
    const organization = organizationReference(recovery);
    await announce(tx, { actor, requestId, at }, contracts['wage-claim-recovered.v1'], [
      {
        organizationPath: recovery.organizationPath,
        data: {
          wageClaimId,
          recoveryId: recovery.id,
          organization,
          ...totals,
          recoveredOn,
          parts: toldParts(decided.value),
        },
      },
    ]);
    return ok(await tx.wageClaim.findUniqueOrThrow({ where: { id: wageClaimId } }));
  });
}

/** The day of a recovery; a reason is required if it is before the claim was opened. */
function readRecoveredOn(
  { recoveredOn, dateReason }: RecordRecoveryInput,
  claim: WageClaim,
  today: LocalDate,
): Result<HappenedDay> {
  return readHappenedDay(dayOrToday(recoveredOn, today), {
    field: 'recoveredOn',
    what: { zh: '追回日期', en: 'the day of the recovery' },
    today,
    restsOn: [
      {
        on: readStoredDate(claim.openedOn),
        what: { zh: '立案日期', en: 'the day the claim was opened' },
        unlessReason: true,
      },
    ],
    reason: { text: dateReason, field: 'dateReason' },
  });
}
